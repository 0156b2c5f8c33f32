/** Rows in the database: reading them, writing them, small SQL. */
@NullMarked
package org.weir.records.row;

import org.jspecify.annotations.NullMarked;
