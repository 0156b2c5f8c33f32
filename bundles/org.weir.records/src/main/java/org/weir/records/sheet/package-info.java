/** Reads and writes tables: CSV and XLSX, row by row, with a defined answer for every kind of bad file. */
@NullMarked
package org.weir.records.sheet;

import org.jspecify.annotations.NullMarked;
