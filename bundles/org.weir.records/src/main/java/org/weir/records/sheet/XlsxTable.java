package org.weir.records.sheet;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import javax.xml.stream.XMLStreamReader;
import org.jspecify.annotations.Nullable;
import org.weir.records.sheet.SheetFault.Reason;

/** One sheet of a workbook. Formulas count as the value that was last computed. */
final class XlsxTable implements SheetTable {
    private static final int WIDEST = 16_384;

    private final SheetLimits limits;
    private final XlsxArchive archive;
    private final XlsxCells values;
    private final XlsxArchive.Part part;
    private final SheetInfo info;
    private final List<String> header;

    private long line;
    private List<String> cells = new ArrayList<>();
    private BitSet typed = new BitSet();
    private List<Integer> errors = new ArrayList<>();

    XlsxTable(Path file, SheetOptions options, SheetLimits limits) throws IOException {
        this.limits = limits;
        this.archive = new XlsxArchive(file, limits);
        try {
            XlsxWorkbook workbook = XlsxWorkbook.of(archive);
            String name = chosen(workbook, options.worksheet());
            this.info = new SheetInfo(SheetInfo.Format.XLSX, null, null, workbook.names(), name);
            this.values = new XlsxCells(archive, workbook.from1904(), limits);
            XlsxArchive.Part found =
                    archive.open(Objects.requireNonNull(workbook.parts().get(name)));
            if (found == null) {
                throw SheetException.ofFile(Reason.WORKBOOK_DAMAGED);
            }
            this.part = found;
            if (!readRow()) {
                throw SheetException.ofFile(Reason.HEADER_MISSING);
            }
            this.header = Header.of(line, cells, limits);
        } catch (IOException | RuntimeException e) {
            archive.close();
            throw e;
        }
    }

    private static String chosen(XlsxWorkbook workbook, @Nullable String wanted) {
        if (workbook.names().isEmpty()) {
            throw SheetException.ofFile(Reason.HEADER_MISSING);
        }
        String name = wanted == null ? workbook.names().get(0) : wanted;
        if (!workbook.parts().containsKey(name)) {
            throw new SheetException(SheetFault.ofFile(Reason.WORKSHEET_UNKNOWN, name), null);
        }
        return name;
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
        if (!readRow()) {
            return null;
        }
        List<SheetFault> faults = Header.faults(line, cells, header, limits);
        for (int column : errors) {
            String name = column < header.size() ? header.get(column) : Header.letter(column);
            faults.add(new SheetFault(Reason.CELL_ERROR, line, name, cells.get(column)));
        }
        int width = header.size();
        while (cells.size() < width) {
            cells.add("");
        }
        int filled = Header.width(cells);
        if (filled > width) {
            faults.add(new SheetFault(Reason.CELLS_TOO_MANY, line, null, filled + " / " + width));
        } else {
            cells.subList(width, cells.size()).clear();
        }
        return new SheetRow(line, cells, typed, faults);
    }

    /** Reads the next row that is not blank. */
    private boolean readRow() {
        while (part.to("row")) {
            int number = XlsxStyles.number(part.attribute("r"));
            line = number > 0 ? number : line + 1;
            cells = new ArrayList<>();
            typed = new BitSet();
            errors = new ArrayList<>();
            readCells();
            if (!Header.blank(cells)) {
                return true;
            }
        }
        return false;
    }

    private void readCells() {
        while (true) {
            int event = part.next();
            if (event == XMLStreamReader.START_ELEMENT
                    && part.xml.getLocalName().equals("c")) {
                readCell();
            } else if (event == XMLStreamReader.END_DOCUMENT
                    || event == XMLStreamReader.END_ELEMENT
                            && part.xml.getLocalName().equals("row")) {
                return;
            }
        }
    }

    private void readCell() {
        int column = column(part.attribute("r"));
        String type = Objects.requireNonNullElse(part.attribute("t"), "n");
        String style = part.attribute("s");
        String text = "";
        while (true) {
            int event = part.next();
            if (event == XMLStreamReader.START_ELEMENT) {
                String element = part.xml.getLocalName();
                if (element.equals("v")) {
                    text = values.value(part);
                } else if (element.equals("is")) {
                    text = values.text(part, "is");
                }
            } else if (event == XMLStreamReader.END_DOCUMENT
                    || event == XMLStreamReader.END_ELEMENT
                            && part.xml.getLocalName().equals("c")) {
                break;
            }
        }
        put(column, type, style, text);
    }

    private void put(int column, String type, @Nullable String style, String text) {
        if (text.isEmpty()) {
            return;
        }
        while (cells.size() <= column) {
            cells.add("");
        }
        cells.set(column, meaning(column, type, style, text));
    }

    private String meaning(int column, String type, @Nullable String style, String text) {
        return switch (type) {
            case "s" -> values.shared(text);
            case "inlineStr" -> text;
            case "str" -> XlsxText.decode(text);
            case "b" -> {
                typed.set(column);
                yield String.valueOf(XlsxWorkbook.isTrue(text.strip()));
            }
            case "e" -> {
                errors.add(column);
                yield text;
            }
            case "d" -> {
                typed.set(column);
                yield text.strip();
            }
            default -> {
                typed.set(column);
                yield values.number(text, style);
            }
        };
    }

    /** The index of the column in an address such as "AB12"; the next one when there is no address. */
    private int column(@Nullable String address) {
        int column = 0;
        int at = 0;
        while (address != null && at < address.length() && address.charAt(at) >= 'A' && address.charAt(at) <= 'Z') {
            column = column * 26 + (address.charAt(at) - 'A' + 1);
            at++;
            if (column > WIDEST) {
                throw SheetException.ofFile(Reason.WORKBOOK_DAMAGED);
            }
        }
        return at == 0 ? cells.size() : column - 1;
    }

    @Override
    public void close() {
        try (archive) {
            part.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
