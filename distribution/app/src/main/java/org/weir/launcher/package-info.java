/** Starts and stops Weir. */
@NullMarked
package org.weir.launcher;

import org.jspecify.annotations.NullMarked;
