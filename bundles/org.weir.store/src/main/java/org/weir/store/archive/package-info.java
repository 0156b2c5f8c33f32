/** A whole Weir in one file: written while it runs, read into an empty one, the same for both databases. */
@NullMarked
package org.weir.store.archive;

import org.jspecify.annotations.NullMarked;
