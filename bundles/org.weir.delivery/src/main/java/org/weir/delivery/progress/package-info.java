/** How far projects are, and what waits for whom. */
@NullMarked
package org.weir.delivery.progress;

import org.jspecify.annotations.NullMarked;
