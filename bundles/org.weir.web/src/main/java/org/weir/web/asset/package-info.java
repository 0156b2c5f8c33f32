/** Style, scripts and icons, served immutable. */
@NullMarked
package org.weir.web.asset;

import org.jspecify.annotations.NullMarked;
