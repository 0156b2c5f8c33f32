/** Starting, stopping, and the starts that cannot succeed. */
@NullMarked
package org.weir.itest.start;

import org.jspecify.annotations.NullMarked;
