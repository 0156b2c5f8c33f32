package org.weir.records.sheet;

import java.io.IOException;
import java.math.BigDecimal;
import java.math.MathContext;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** The values of cells as text: shared strings, numbers as they are shown to 15 digits, dates in ISO form. */
final class XlsxCells {
    private static final MathContext DIGITS = new MathContext(15);
    private static final long NANOS_PER_DAY = 86_400_000_000_000L;
    private static final DateTimeFormatter SECONDS = DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss");

    private final XlsxStyles styles;
    private final boolean from1904;
    private final int longest;
    private final List<String> shared;

    XlsxCells(XlsxArchive archive, boolean from1904, SheetLimits limits) throws IOException {
        this.styles = new XlsxStyles(archive);
        this.from1904 = from1904;
        this.longest = limits.cellChars();
        this.shared = shared(archive);
    }

    private List<String> shared(XlsxArchive archive) throws IOException {
        List<String> strings = new ArrayList<>();
        try (XlsxArchive.@Nullable Part part = archive.open("xl/sharedStrings.xml")) {
            while (part != null && part.to("si")) {
                strings.add(text(part, "si"));
            }
        }
        return strings;
    }

    /** The text of all runs up to the end of the element, without phonetic hints; one character over the limit at most. */
    String text(XlsxArchive.Part part, String until) {
        StringBuilder text = new StringBuilder();
        int phonetic = 0;
        boolean inText = false;
        while (true) {
            int event = part.next();
            if (event == XMLStreamReader.START_ELEMENT) {
                phonetic += part.xml.getLocalName().equals("rPh") ? 1 : 0;
                inText = part.xml.getLocalName().equals("t");
            } else if (event == XMLStreamReader.END_ELEMENT) {
                if (part.xml.getLocalName().equals(until)) {
                    return XlsxText.decode(text.toString());
                }
                phonetic -= part.xml.getLocalName().equals("rPh") ? 1 : 0;
                inText = false;
            } else if (inText && phonetic == 0) {
                append(text, part.xml);
            } else if (event == XMLStreamReader.END_DOCUMENT) {
                return XlsxText.decode(text.toString());
            }
        }
    }

    /** The text up to the end of the element. */
    String value(XlsxArchive.Part part) {
        StringBuilder text = new StringBuilder();
        for (int event = part.next(); event != XMLStreamReader.END_ELEMENT; event = part.next()) {
            append(text, part.xml);
        }
        return text.toString();
    }

    private void append(StringBuilder text, XMLStreamReader xml) {
        if (text.length() <= longest && xml.hasText()) {
            int length = Math.min(xml.getTextLength(), longest + 1 - text.length());
            text.append(xml.getTextCharacters(), xml.getTextStart(), length);
        }
    }

    String shared(String index) {
        int at = XlsxStyles.number(index.strip());
        if (at < 0 || at >= shared.size()) {
            throw SheetException.ofFile(SheetFault.Reason.WORKBOOK_DAMAGED);
        }
        return shared.get(at);
    }

    /** The number as text, or the date it means by its style. */
    String number(String raw, @Nullable String style) {
        BigDecimal number;
        try {
            number = new BigDecimal(raw.strip());
        } catch (NumberFormatException e) {
            throw new SheetException(SheetFault.ofFile(SheetFault.Reason.WORKBOOK_DAMAGED, raw), e);
        }
        if (Math.abs((long) number.scale()) > 400 || number.precision() > 400) {
            throw SheetException.ofFile(SheetFault.Reason.WORKBOOK_DAMAGED);
        }
        XlsxStyles.Shape shape = styles.of(style);
        String date = shape.date() ? date(number) : null;
        if (date != null) {
            return date;
        }
        BigDecimal shown = number.round(DIGITS);
        String plain = shown.signum() == 0 ? "0" : shown.stripTrailingZeros().toPlainString();
        boolean pad = shape.digits() > plain.length() && plain.chars().allMatch(c -> c >= '0' && c <= '9');
        return pad ? "0".repeat(shape.digits() - plain.length()) + plain : plain;
    }

    /** Days since the epoch of the workbook; null when there is no such date. */
    private @Nullable String date(BigDecimal days) {
        double value = days.doubleValue();
        if (value < 0 || value >= 2_958_466) {
            return null;
        }
        long whole = (long) Math.floor(value);
        long millis = Math.round((value - whole) * 86_400_000d);
        long nanos = Math.min(Math.round(millis / 1000d) * 1_000_000_000L, NANOS_PER_DAY);
        try {
            if (whole == 0 && nanos < NANOS_PER_DAY) {
                return LocalTime.ofNanoOfDay(nanos).format(DateTimeFormatter.ISO_LOCAL_TIME);
            }
            LocalDate epoch = from1904 ? LocalDate.of(1904, 1, 1) : LocalDate.of(1899, 12, whole < 60 ? 31 : 30);
            LocalDateTime moment = epoch.plusDays(whole).atStartOfDay().plusNanos(nanos);
            return moment.toLocalTime().equals(LocalTime.MIDNIGHT)
                    ? moment.toLocalDate().toString()
                    : moment.format(SECONDS);
        } catch (DateTimeException e) {
            return null;
        }
    }
}
