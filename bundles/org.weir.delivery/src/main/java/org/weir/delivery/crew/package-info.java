/** Who does the work, and when they are off. */
@NullMarked
package org.weir.delivery.crew;

import org.jspecify.annotations.NullMarked;
