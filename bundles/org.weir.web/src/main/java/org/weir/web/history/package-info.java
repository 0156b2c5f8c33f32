/** Changes, comments, restoring. */
@NullMarked
package org.weir.web.history;

import org.jspecify.annotations.NullMarked;
