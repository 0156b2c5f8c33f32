/** Style, scripts and icons, served immutable. */
@NullMarked
package org.weir.web.assets;

import org.jspecify.annotations.NullMarked;
