/** Browser libraries, style and scripts, served immutable. */
@NullMarked
package org.weir.web.assets;

import org.jspecify.annotations.NullMarked;
