/** Values in cells: shown, and edited in place. */
@NullMarked
package org.weir.web.cell;

import org.jspecify.annotations.NullMarked;
