package org.weir.records.sheet;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Writes CSV. */
final class CsvSheetWriter implements SheetWriter {
    private static final byte[] MARK = {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF};

    private final CsvWriter csv;

    CsvSheetWriter(OutputStream out, boolean mark) throws IOException {
        if (mark) {
            out.write(MARK);
        }
        this.csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(out, StandardCharsets.UTF_8);
    }

    @Override
    public void row(List<? extends @Nullable Object> cells) throws IOException {
        try {
            csv.writeRecord(cells.stream().map(CsvSheetWriter::text).toList());
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    private static String text(@Nullable Object cell) {
        if (cell == null) {
            return "";
        }
        if (cell instanceof BigDecimal number) {
            return number.toPlainString();
        }
        return cell instanceof Number ? cell.toString() : FormulaGuard.guard(cell.toString());
    }

    @Override
    public void close() throws IOException {
        csv.close();
    }
}
