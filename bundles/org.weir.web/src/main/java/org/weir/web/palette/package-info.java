/** Ctrl+K. */
@NullMarked
package org.weir.web.palette;

import org.jspecify.annotations.NullMarked;
