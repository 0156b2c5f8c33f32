/** The database: pool, transactions, one schema and migration history per bundle. */
@NullMarked
package org.weir.store;

import org.jspecify.annotations.NullMarked;
