package org.weir.records.sheet;

import java.util.BitSet;
import java.util.List;

/**
 * One row below the header.
 *
 * @param line the line (CSV) or row number (XLSX) it starts in, counted from 1
 * @param cells as many as the header has names when there is no fault; never null, empty text for an empty cell
 * @param typed the columns whose text was a number, date or boolean of the workbook, written in the one canonical form:
 *     {@code -1234.5}, {@code 2026-01-31}, {@code 2026-01-31T08:15:00}, {@code 08:15:00}, {@code true}; it must not be
 *     read by a locale
 * @param faults what is wrong with it; empty for a good row
 */
public record SheetRow(long line, List<String> cells, BitSet typed, List<SheetFault> faults) {
    /** Whether the row can be used. */
    public boolean good() {
        return faults.isEmpty();
    }
}
