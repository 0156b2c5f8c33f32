package org.weir.records.sheet;

import java.io.IOException;
import java.io.OutputStream;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Writes a table row by row. The first row is the header.
 *
 * <p>A cell is null (empty), a {@link String}, a {@link Number}, a {@link Boolean}, a {@link java.time.LocalDate}, a
 * {@link java.time.LocalDateTime} or a {@link java.time.LocalTime}; anything else is written as its text.
 */
public interface SheetWriter extends AutoCloseable {
    /**
     * Writes a row.
     *
     * @throws SheetException when a text is longer than a cell can be, or there are more rows than the format can hold
     */
    void row(List<? extends @Nullable Object> cells) throws IOException;

    /** Completes the file and closes the stream. */
    @Override
    void close() throws IOException;

    /**
     * CSV by RFC 4180, UTF-8, lines ended by CR LF. Texts that a spreadsheet program would run as a formula get an
     * apostrophe before them, which {@link SheetReader} takes away again.
     *
     * @param mark whether to begin with a byte order mark, by which spreadsheet programs know UTF-8
     */
    static SheetWriter csv(OutputStream out, boolean mark) throws IOException {
        return new CsvSheetWriter(out, mark);
    }

    /**
     * A workbook of one sheet. Texts are text cells whatever they begin with; numbers, dates and booleans are typed.
     *
     * @param name the name of the sheet; what such a name cannot hold is left out
     */
    static SheetWriter xlsx(OutputStream out, String name) throws IOException {
        return new XlsxSheetWriter(out, name);
    }
}
