package org.weir.records.sheet;

import de.siegmar.fastcsv.reader.CloseableIterator;
import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.CsvRecordHandler;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.weir.records.sheet.SheetFault.Reason;

/** A delimited text file. */
final class CsvTable implements SheetTable {
    private static final int SAMPLE_CHARS = 1 << 16;
    private static final int LONGEST_FIELD = 1 << 24;
    private static final Pattern LINE = Pattern.compile("line (\\d+)");

    private final SheetLimits limits;
    private final SheetInfo info;
    private final CloseableIterator<CsvRecord> records;
    private final List<String> header;
    private long line;

    CsvTable(Path file, SheetOptions options, SheetLimits limits) throws IOException {
        this.limits = limits;
        Encoding encoding = encoding(file, options);
        char delimiter = options.delimiter() != null ? options.delimiter() : delimiter(file, encoding.charset());
        this.info = new SheetInfo(SheetInfo.Format.CSV, encoding, delimiter, List.of(), null);
        this.records = reader(text(file, encoding.charset()), delimiter).iterator();
        try {
            this.header = readHeader();
        } catch (RuntimeException e) {
            close();
            throw e;
        }
    }

    private static Encoding encoding(Path file, SheetOptions options) throws IOException {
        if (options.charset() != null) {
            return new Encoding(options.charset(), true);
        }
        Encoding guess = EncodingGuess.of(file);
        if (guess == null) {
            throw SheetException.ofFile(Reason.NOT_A_TABLE);
        }
        return guess;
    }

    private static char delimiter(Path file, Charset charset) throws IOException {
        char[] sample = new char[SAMPLE_CHARS];
        int length = 0;
        try (Reader text = text(file, charset)) {
            int read;
            while (length < sample.length && (read = text.read(sample, length, sample.length - length)) >= 0) {
                length += read;
            }
        } catch (CharacterCodingException e) {
            throw new SheetException(SheetFault.ofFile(Reason.ENCODING_WRONG, charset.name()), e);
        }
        return DelimiterGuess.of(java.nio.CharBuffer.wrap(sample, 0, length), length < sample.length);
    }

    private static Reader text(Path file, Charset charset) throws IOException {
        byte[] head;
        try (InputStream in = Files.newInputStream(file)) {
            head = in.readNBytes(4);
        }
        InputStream in = Files.newInputStream(file);
        try {
            in.skipNBytes(EncodingGuess.markLength(head, charset));
            return new BufferedReader(new InputStreamReader(in, EncodingGuess.strict(charset)), SAMPLE_CHARS);
        } catch (IOException e) {
            in.close();
            throw e;
        }
    }

    private static CsvReader<CsvRecord> reader(Reader text, char delimiter) {
        return CsvReader.builder()
                .fieldSeparator(delimiter)
                .skipEmptyLines(true)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(LONGEST_FIELD)
                .build(
                        CsvRecordHandler.of(handler -> handler.maxFields(16_384)
                                .maxFieldSize(LONGEST_FIELD)
                                .maxRecordSize(4 * LONGEST_FIELD)),
                        text);
    }

    private List<String> readHeader() {
        CsvRecord first = record();
        if (first == null) {
            throw SheetException.ofFile(Reason.HEADER_MISSING);
        }
        return Header.of(first.getStartingLineNumber(), first.getFields(), limits);
    }

    /** The next record that is not blank. */
    private @Nullable CsvRecord record() {
        try {
            while (records.hasNext()) {
                CsvRecord found = records.next();
                line = found.getStartingLineNumber();
                if (!Header.blank(found.getFields())) {
                    return found;
                }
            }
            return null;
        } catch (CsvParseException | UncheckedIOException e) {
            throw new SheetException(fault(e), e);
        }
    }

    private SheetFault fault(RuntimeException thrown) {
        long at = line + 1;
        Reason reason = Reason.QUOTE_UNCLOSED;
        String detail = null;
        for (Throwable cause = thrown; cause != null; cause = cause.getCause()) {
            String message = String.valueOf(cause.getMessage());
            Matcher found = LINE.matcher(message);
            if (found.find()) {
                at = Long.parseLong(found.group(1));
            }
            if (cause instanceof CharacterCodingException && info.encoding() != null) {
                reason = Reason.ENCODING_WRONG;
                detail = info.encoding().charset().name();
            } else if (message.startsWith("Unexpected character after closing quote")) {
                reason = Reason.QUOTE_MISPLACED;
            } else if (message.contains("exceeds the max")) {
                reason = Reason.CELL_TOO_LONG;
                detail = String.valueOf(limits.cellChars());
            } else if (message.contains("has surpassed the maximum")) {
                reason = Reason.COLUMNS_TOO_MANY;
                detail = String.valueOf(limits.columns());
            }
        }
        return new SheetFault(reason, at, null, detail);
    }

    @Override
    public SheetInfo info() {
        return info;
    }

    @Override
    public List<String> header() {
        return header;
    }

    @Override
    public @Nullable SheetRow next() {
        CsvRecord found = record();
        return found == null ? null : row(found.getStartingLineNumber(), found.getFields());
    }

    private SheetRow row(long at, List<String> fields) {
        List<String> cells = new ArrayList<>(Math.max(fields.size(), header.size()));
        for (String field : fields) {
            cells.add(FormulaGuard.unguard(field));
        }
        List<SheetFault> faults = Header.faults(at, cells, header, limits);
        int width = header.size();
        String counts = fields.size() + " / " + width;
        if (fields.size() < width) {
            faults.add(new SheetFault(Reason.CELLS_TOO_FEW, at, null, counts));
        } else if (Header.width(fields) > width) {
            faults.add(new SheetFault(Reason.CELLS_TOO_MANY, at, null, counts));
        } else {
            cells.subList(width, cells.size()).clear();
        }
        return new SheetRow(at, cells, new BitSet(), faults);
    }

    @Override
    public void close() {
        try {
            records.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
