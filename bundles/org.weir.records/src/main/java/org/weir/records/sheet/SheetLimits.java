package org.weir.records.sheet;

/**
 * How much of a file is taken before it is refused.
 *
 * @param fileBytes the largest file, in bytes
 * @param cellChars the longest cell, in UTF-16 characters; a longer one is a fault of its row, never cut
 * @param columns the most columns
 * @param inflatedBytes the most bytes a workbook may inflate to
 * @param ratio the highest ratio of inflated to packed bytes; looked at once 8 MiB are inflated
 */
public record SheetLimits(long fileBytes, int cellChars, int columns, long inflatedBytes, int ratio) {
    /** 100 MiB, a cell as long as a spreadsheet's, 1,000 columns, 256 MiB inflated, at most 400 to 1. */
    public static final SheetLimits DEFAULT = new SheetLimits(100L << 20, 32_767, 1_000, 256L << 20, 400);
}
