/** Filters, orders and pages, compiled to SQL. */
@NullMarked
package org.weir.records.query;

import org.jspecify.annotations.NullMarked;
