/** What the Chinese edition brings. */
@NullMarked
package org.weir.region.cn;

import org.jspecify.annotations.NullMarked;
