/** Backups while Weir runs, now and on schedule; restore and migration while it does not. */
@NullMarked
package org.weir.operations.backup;

import org.jspecify.annotations.NullMarked;
