package org.weir.records.sheet;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a file is read.
 *
 * @param format CSV or XLSX, by content
 * @param encoding the charset of a CSV file; null for a workbook
 * @param delimiter the delimiter of a CSV file; null for a workbook
 * @param worksheets the names of a workbook's sheets, the visible ones first; empty for CSV
 * @param worksheet the sheet that is read; null for CSV
 */
public record SheetInfo(
        Format format,
        @Nullable Encoding encoding,
        @Nullable Character delimiter,
        List<String> worksheets,
        @Nullable String worksheet) {
    /** The two formats. */
    public enum Format {
        /** Delimited text. */
        CSV,
        /** Office Open XML workbook. */
        XLSX
    }
}
