/** Transactions that belong to a thread and span schemas. */
@NullMarked
package org.weir.store.transaction;

import org.jspecify.annotations.NullMarked;
