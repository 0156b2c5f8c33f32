/** Knows which work is in flight. */
@NullMarked
package org.weir.base.gate;

import org.jspecify.annotations.NullMarked;
