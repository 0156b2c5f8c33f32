package org.weir.records.sheet;

import java.nio.charset.Charset;
import org.jspecify.annotations.Nullable;

/**
 * What a person chose instead of what would be guessed.
 *
 * @param charset the charset of a CSV file, or null to detect it
 * @param delimiter the character between the cells of a CSV file, or null to detect it
 * @param worksheet the name of the sheet of a workbook, or null for the first that is visible
 */
public record SheetOptions(
        @Nullable Charset charset,
        @Nullable Character delimiter,
        @Nullable String worksheet) {
    /** Everything detected. */
    public static final SheetOptions AUTO = new SheetOptions(null, null, null);
}
