package org.weir.records.sheet;

import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;

/** What the number formats of a workbook mean: a date, a number padded with zeros, or just a number. */
final class XlsxStyles {
    private final List<Shape> shapes = new ArrayList<>();

    /**
     * @param date whether the number counts days
     * @param digits the digits that a whole number is padded to; 0 for none
     */
    record Shape(boolean date, int digits) {
        static final Shape NUMBER = new Shape(false, 0);
    }

    XlsxStyles(XlsxArchive archive) throws IOException {
        Map<Integer, String> formats = new HashMap<>();
        try (XlsxArchive.@Nullable Part part = archive.open("xl/styles.xml")) {
            if (part == null) {
                return;
            }
            boolean inCells = false;
            for (int event = part.next(); event != XMLStreamReader.END_DOCUMENT; event = part.next()) {
                if (event == XMLStreamReader.START_ELEMENT) {
                    String name = part.xml.getLocalName();
                    if (name.equals("numFmt")) {
                        formats.put(number(part.attribute("numFmtId")), String.valueOf(part.attribute("formatCode")));
                    } else if (name.equals("cellXfs")) {
                        inCells = true;
                    } else if (inCells && name.equals("xf")) {
                        shapes.add(shape(number(part.attribute("numFmtId")), formats));
                    }
                } else if (event == XMLStreamReader.END_ELEMENT
                        && part.xml.getLocalName().equals("cellXfs")) {
                    inCells = false;
                }
            }
        }
    }

    Shape of(@Nullable String style) {
        int index = number(style);
        return index >= 0 && index < shapes.size() ? shapes.get(index) : Shape.NUMBER;
    }

    static int number(@Nullable String text) {
        if (text == null || text.isEmpty() || text.length() > 9 || !text.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return -1;
        }
        return Integer.parseInt(text);
    }

    private static Shape shape(int id, Map<Integer, String> formats) {
        String format = formats.get(id);
        if (format != null) {
            return shape(format);
        }
        boolean date = id >= 14 && id <= 22 || id >= 27 && id <= 36 || id >= 45 && id <= 47 || id >= 50 && id <= 58;
        return date ? new Shape(true, 0) : Shape.NUMBER;
    }

    /** Letters outside quotes and brackets tell a date; nothing but zeros tells padding. */
    private static Shape shape(String format) {
        if (format.length() <= 30 && format.chars().allMatch(c -> c == '0')) {
            return new Shape(false, format.length());
        }
        String bare = format.replaceAll("\"[^\"]*\"|\\\\.|_.|\\*.", "")
                .replaceAll("\\[(?![hHmMsS]+\\])[^\\]]*\\]", "")
                .toLowerCase(Locale.ROOT);
        String first = bare.split(";", -1)[0];
        boolean date = first.chars().anyMatch(c -> "ymdhs年月日时分秒".indexOf(c) >= 0) && !first.contains("general");
        return date ? new Shape(true, 0) : Shape.NUMBER;
    }
}
