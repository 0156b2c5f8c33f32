/** What changes while somebody looks at it. */
@NullMarked
package org.weir.web.live;

import org.jspecify.annotations.NullMarked;
