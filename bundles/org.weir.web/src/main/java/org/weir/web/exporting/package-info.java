/** Lists as files. */
@NullMarked
package org.weir.web.exporting;

import org.jspecify.annotations.NullMarked;
