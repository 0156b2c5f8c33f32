package org.weir.records.sheet;

import java.io.BufferedWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.io.OutputStreamWriter;
import java.io.Writer;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.weir.records.sheet.SheetFault.Reason;

/** Writes a workbook of one sheet as a stream: nothing but the row at hand is kept in memory. */
final class XlsxSheetWriter implements SheetWriter {
    private static final int LONGEST = 32_767;
    private static final int MOST_ROWS = 1_048_576;
    private static final LocalDate EPOCH = LocalDate.of(1899, 12, 30);
    private static final LocalDate FIRST = LocalDate.of(1900, 3, 1);
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
    private static final String XML = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>\n";
    private static final String HEADER_STYLE = "1";
    private static final String DATE_STYLE = "2";
    private static final String MOMENT_STYLE = "3";
    private static final String TIME_STYLE = "4";

    private static final String CONTENT_TYPES = """
            <Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">\
            <Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>\
            <Default Extension="xml" ContentType="application/xml"/>\
            <Override PartName="/xl/workbook.xml" \
            ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.sheet.main+xml"/>\
            <Override PartName="/xl/worksheets/sheet1.xml" \
            ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.worksheet+xml"/>\
            <Override PartName="/xl/styles.xml" \
            ContentType="application/vnd.openxmlformats-officedocument.spreadsheetml.styles+xml"/>\
            </Types>""";
    private static final String RELATIONS = """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
            <Relationship Id="rId1" \
            Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/officeDocument" \
            Target="xl/workbook.xml"/></Relationships>""";
    private static final String WORKBOOK_RELATIONS = """
            <Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">\
            <Relationship Id="rId1" \
            Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet" \
            Target="worksheets/sheet1.xml"/><Relationship Id="rId2" \
            Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/styles" \
            Target="styles.xml"/></Relationships>""";
    private static final String STYLES = "<styleSheet xmlns=\"" + MAIN + """
            "><numFmts count="3"><numFmt numFmtId="164" formatCode="yyyy\\-mm\\-dd"/>\
            <numFmt numFmtId="165" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/>\
            <numFmt numFmtId="166" formatCode="hh:mm:ss"/></numFmts>\
            <fonts count="2"><font><sz val="11"/><name val="Calibri"/></font>\
            <font><b/><sz val="11"/><name val="Calibri"/></font></fonts>\
            <fills count="2"><fill><patternFill patternType="none"/></fill>\
            <fill><patternFill patternType="gray125"/></fill></fills>\
            <borders count="1"><border/></borders>\
            <cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>\
            <cellXfs count="5"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/>\
            <xf numFmtId="0" fontId="1" fillId="0" borderId="0" xfId="0" applyFont="1"/>\
            <xf numFmtId="164" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>\
            <xf numFmtId="165" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>\
            <xf numFmtId="166" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/></cellXfs>\
            </styleSheet>""";

    private final ZipOutputStream zip;
    private final Writer xml;
    private int rows;

    XlsxSheetWriter(OutputStream out, String name) throws IOException {
        this.zip = new ZipOutputStream(out, StandardCharsets.UTF_8);
        part("[Content_Types].xml", CONTENT_TYPES);
        part("_rels/.rels", RELATIONS);
        part("xl/workbook.xml", workbook(name));
        part("xl/_rels/workbook.xml.rels", WORKBOOK_RELATIONS);
        part("xl/styles.xml", STYLES);
        zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
        this.xml = new BufferedWriter(new OutputStreamWriter(zip, StandardCharsets.UTF_8), 1 << 16);
        xml.write(XML + "<worksheet xmlns=\"" + MAIN + "\"><sheetViews><sheetView workbookViewId=\"0\">"
                + "<pane ySplit=\"1\" topLeftCell=\"A2\" activePane=\"bottomLeft\" state=\"frozen\"/>"
                + "</sheetView></sheetViews><sheetData>");
    }

    private static String workbook(String name) {
        String clean =
                name.replaceAll("[\\[\\]:*?/\\\\\\p{Cntrl}]", " ").strip().replaceAll("^'+|'+$", "");
        String cut = clean.codePoints()
                .limit(15)
                .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                .toString();
        String shown = clean.length() <= 31 ? clean : cut;
        return "<workbook xmlns=\"" + MAIN
                + "\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\"><sheets>"
                + "<sheet name=\"" + XlsxText.encode(shown.isBlank() ? "Sheet1" : shown)
                + "\" sheetId=\"1\" r:id=\"rId1\"/></sheets></workbook>";
    }

    private void part(String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write((XML + content).getBytes(StandardCharsets.UTF_8));
        zip.closeEntry();
    }

    @Override
    public void row(List<? extends @Nullable Object> cells) throws IOException {
        if (++rows > MOST_ROWS) {
            throw new SheetException(SheetFault.ofFile(Reason.ROWS_TOO_MANY, String.valueOf(MOST_ROWS)), null);
        }
        xml.write("<row r=\"" + rows + "\">");
        for (int i = 0; i < cells.size(); i++) {
            Object cell = cells.get(i);
            if (cell != null) {
                cell(i, cell);
            }
        }
        xml.write("</row>");
    }

    private void cell(int column, Object cell) throws IOException {
        String at = "<c r=\"" + Header.letter(column) + rows + "\"";
        if (cell instanceof Boolean flag) {
            xml.write(at + " t=\"b\"><v>" + (flag ? 1 : 0) + "</v></c>");
        } else if (cell instanceof Number number && exact(number)) {
            xml.write(at + "><v>" + number + "</v></c>");
        } else if (cell instanceof LocalDate date && !date.isBefore(FIRST)) {
            days(at, DATE_STYLE, date, 0);
        } else if (cell instanceof LocalDateTime moment && !moment.toLocalDate().isBefore(FIRST)) {
            days(at, MOMENT_STYLE, moment.toLocalDate(), moment.toLocalTime().toSecondOfDay());
        } else if (cell instanceof LocalTime time) {
            days(at, TIME_STYLE, EPOCH, time.toSecondOfDay());
        } else {
            text(at, column, cell instanceof BigDecimal number ? number.toPlainString() : cell.toString());
        }
    }

    /** A spreadsheet keeps 15 digits: a number with more is written as text, so that none is lost. */
    private static boolean exact(Number number) {
        return number instanceof Integer
                || new BigDecimal(number.toString()).stripTrailingZeros().precision() <= 15;
    }

    private void days(String at, String style, LocalDate date, int seconds) throws IOException {
        BigDecimal value = BigDecimal.valueOf(ChronoUnit.DAYS.between(EPOCH, date));
        if (seconds > 0) {
            value = value.add(BigDecimal.valueOf(seconds / 86_400d));
        }
        xml.write(at + " s=\"" + style + "\"><v>" + value.toPlainString() + "</v></c>");
    }

    private void text(String at, int column, String text) throws IOException {
        if (text.isEmpty()) {
            return;
        }
        if (text.length() > LONGEST) {
            throw new SheetException(
                    new SheetFault(Reason.CELL_TOO_LONG, rows, Header.letter(column), String.valueOf(LONGEST)), null);
        }
        String style = rows == 1 ? " s=\"" + HEADER_STYLE + "\"" : "";
        xml.write(at + style + " t=\"inlineStr\"><is><t xml:space=\"preserve\">" + XlsxText.encode(text)
                + "</t></is></c>");
    }

    @Override
    public void close() throws IOException {
        try (zip) {
            xml.write("</sheetData></worksheet>");
            xml.flush();
            zip.closeEntry();
        }
    }
}
