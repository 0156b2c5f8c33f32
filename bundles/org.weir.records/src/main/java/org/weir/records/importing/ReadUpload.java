package org.weir.records.importing;

import java.nio.charset.Charset;
import java.nio.charset.IllegalCharsetNameException;
import java.nio.charset.UnsupportedCharsetException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.records.api.Imports.Reading;
import org.weir.records.sheet.Encoding;
import org.weir.records.sheet.SheetException;
import org.weir.records.sheet.SheetInfo;
import org.weir.records.sheet.SheetLimits;
import org.weir.records.sheet.SheetOptions;
import org.weir.records.sheet.SheetReader;
import org.weir.records.sheet.SheetRow;
import org.weir.records.sheet.SheetTable;

/** Opens an uploaded file by its reading, and looks through it once. */
final class ReadUpload {
    private static final int SAMPLE = 200;
    private static final Set<String> DELIMITERS = Set.of(",", ";", "\t", "|");

    private final SheetReader reader = new SheetReader(SheetLimits.DEFAULT);

    /**
     * What is in a file.
     *
     * @param sample the first rows
     * @param rows how many there are below the header
     */
    record Look(Reading reading, List<String> worksheets, List<String> heads, List<SheetRow> sample, long rows) {}

    /** @throws SheetException when the file cannot be read */
    SheetTable open(Path file, Reading reading) {
        return reader.open(file, options(reading));
    }

    private static SheetOptions options(Reading reading) {
        return new SheetOptions(
                reading.charset().isEmpty() ? null : charset(reading.charset()),
                reading.delimiter().isEmpty() ? null : delimiter(reading.delimiter()),
                reading.worksheet().isEmpty() ? null : reading.worksheet());
    }

    private static Charset charset(String name) {
        try {
            return Charset.forName(name);
        } catch (IllegalCharsetNameException | UnsupportedCharsetException e) {
            throw ProblemException.invalid("charset", Text.of("import.problem.charset", name));
        }
    }

    private static char delimiter(String delimiter) {
        if (!DELIMITERS.contains(delimiter)) {
            throw ProblemException.invalid("delimiter", Text.of("import.problem.delimiter", delimiter));
        }
        return delimiter.charAt(0);
    }

    /**
     * Reads the whole file, so that a fault of the file is told before anything is done with it.
     *
     * @throws ProblemException 413, 415 or 422
     */
    Look look(Path file, Reading reading) {
        try (SheetTable table = open(file, reading)) {
            List<SheetRow> sample = new ArrayList<>();
            long rows = 0;
            for (SheetRow row = table.next(); row != null; row = table.next()) {
                rows++;
                if (sample.size() < SAMPLE) {
                    sample.add(row);
                }
            }
            SheetInfo info = table.info();
            return new Look(found(info), info.worksheets(), table.header(), sample, rows);
        } catch (SheetException e) {
            throw Fault.problem(e);
        }
    }

    /** What was found out or chosen, so that the file is read the same way again. */
    private static Reading found(SheetInfo info) {
        Encoding encoding = info.encoding();
        return new Reading(
                encoding == null ? "" : encoding.charset().name(),
                info.delimiter() == null ? "" : info.delimiter().toString(),
                info.worksheet() == null ? "" : info.worksheet(),
                encoding == null || encoding.certain());
    }
}
