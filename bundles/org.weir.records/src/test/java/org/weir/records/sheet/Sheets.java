package org.weir.records.sheet;

import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Makes the files of the tests and reads them. */
final class Sheets {
    private static final String MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";

    private Sheets() {}

    static Path text(Path folder, String content, Charset charset) throws IOException {
        return Files.write(Files.createTempFile(folder, "table", ".txt"), content.getBytes(charset));
    }

    static Path csv(Path folder, String content) throws IOException {
        return text(folder, content, StandardCharsets.UTF_8);
    }

    /** A workbook of one sheet with this XML inside its sheetData. */
    static Path workbook(Path folder, String rows) throws IOException {
        return workbook(
                folder, "<worksheet xmlns=\"" + MAIN + "\"><sheetData>" + rows + "</sheetData></worksheet>", "");
    }

    static Path workbook(Path folder, String sheet, String strings) throws IOException {
        Path file = Files.createTempFile(folder, "book", ".xlsx");
        parts(
                file,
                Map.of(
                        "xl/workbook.xml",
                        "<workbook xmlns=\"" + MAIN
                                + "\" xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/"
                                + "relationships\"><sheets><sheet name=\"One\" sheetId=\"1\" r:id=\"rId1\"/></sheets>"
                                + "</workbook>",
                        "xl/_rels/workbook.xml.rels",
                        "<Relationships><Relationship Id=\"rId1\" Type=\"x/worksheet\" Target=\"/xl/s.xml\"/></Relationships>",
                        "xl/s.xml",
                        sheet,
                        "xl/sharedStrings.xml",
                        "<sst xmlns=\"" + MAIN + "\">" + strings + "</sst>"));
        return file;
    }

    static void parts(Path file, Map<String, String> parts) throws IOException {
        try (OutputStream out = Files.newOutputStream(file);
                ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, String> part : parts.entrySet()) {
                zip.putNextEntry(new ZipEntry(part.getKey()));
                zip.write(part.getValue().getBytes(StandardCharsets.UTF_8));
                zip.closeEntry();
            }
        }
    }

    static SheetTable open(Path file) {
        return new SheetReader(SheetLimits.DEFAULT).open(file, SheetOptions.AUTO);
    }

    static SheetRow next(SheetTable table) {
        return Objects.requireNonNull(table.next());
    }

    static List<SheetRow> rows(Path file) {
        return rows(file, SheetOptions.AUTO);
    }

    static List<SheetRow> rows(Path file, SheetOptions options) {
        try (SheetTable table = new SheetReader(SheetLimits.DEFAULT).open(file, options)) {
            List<SheetRow> rows = new ArrayList<>();
            for (SheetRow row = table.next(); row != null; row = table.next()) {
                rows.add(row);
            }
            return rows;
        }
    }

    static List<List<String>> cells(Path file) {
        return rows(file).stream().map(SheetRow::cells).toList();
    }

    /** The fault that reading the file to its end gives. */
    static SheetFault fault(Path file) {
        return fault(file, SheetOptions.AUTO);
    }

    static SheetFault fault(Path file, SheetOptions options) {
        return assertThrows(SheetException.class, () -> rows(file, options)).fault();
    }
}
