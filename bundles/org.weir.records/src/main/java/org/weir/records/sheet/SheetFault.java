package org.weir.records.sheet;

import org.jspecify.annotations.Nullable;

/**
 * What is wrong with a file, or with one row of it.
 *
 * @param reason the kind of fault
 * @param line the line (CSV) or row number (XLSX) it was found in, counted from 1; 0 when the whole file is meant
 * @param column the header of the column, or its letter when there is no header yet; null when no single column is meant
 * @param detail what was found, short enough to show (a delimiter, a number, a name); null when there is nothing to add
 */
public record SheetFault(
        Reason reason,
        long line,
        @Nullable String column,
        @Nullable String detail) {
    /** Every kind of fault; the text shown for one is the key {@code sheet.fault.} + its name. */
    public enum Reason {
        /** The file has no content at all. */
        FILE_EMPTY,
        /** The file is larger than the limit; detail is the limit in bytes. */
        FILE_TOO_LARGE,
        /** Neither text nor a workbook: a picture, a PDF, an archive of something else. */
        NOT_A_TABLE,
        /** A workbook of the binary format used before 2007. */
        OLD_WORKBOOK,
        /** The workbook is encrypted with a password. */
        PASSWORD_PROTECTED,
        /** The workbook is a damaged archive, or a part of it is not well-formed. */
        WORKBOOK_DAMAGED,
        /** The workbook inflates to more than the limit, or in a ratio no honest workbook has. */
        WORKBOOK_BOMB,
        /** The workbook declares document types or entities, which no spreadsheet program writes. */
        WORKBOOK_ENTITIES,
        /** The workbook has no sheet of the chosen name; detail is that name. */
        WORKSHEET_UNKNOWN,
        /** Bytes that the charset cannot mean; detail is the charset. */
        ENCODING_WRONG,
        /** No row with a column name. */
        HEADER_MISSING,
        /** Two columns of the same name (letter case aside); column is the name. */
        HEADER_DUPLICATE,
        /** More columns than the limit; detail is the limit. */
        COLUMNS_TOO_MANY,
        /** A quote that is opened in this row and never closed. */
        QUOTE_UNCLOSED,
        /** Text between a closing quote and the next delimiter. */
        QUOTE_MISPLACED,
        /** More cells than the header has names; detail is "cells / names". */
        CELLS_TOO_MANY,
        /** Fewer cells than the header has names; detail is "cells / names". */
        CELLS_TOO_FEW,
        /** A cell longer than the limit; detail is the limit in characters. */
        CELL_TOO_LONG,
        /** A cell that holds the character NUL. */
        CELL_NUL,
        /** A formula that gave an error; detail is the error as the spreadsheet shows it. */
        CELL_ERROR,
        /** More rows than the format can hold; detail is the limit. Only when writing. */
        ROWS_TOO_MANY
    }

    static SheetFault ofFile(Reason reason, @Nullable String detail) {
        return new SheetFault(reason, 0, null, detail);
    }
}
