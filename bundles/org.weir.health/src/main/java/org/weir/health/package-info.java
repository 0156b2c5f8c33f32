/** Whether Weir lives and is ready. */
@NullMarked
package org.weir.health;

import org.jspecify.annotations.NullMarked;
