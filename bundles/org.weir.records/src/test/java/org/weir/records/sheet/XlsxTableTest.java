package org.weir.records.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.dhatim.fastexcel.VisibilityState;
import org.dhatim.fastexcel.Workbook;
import org.dhatim.fastexcel.Worksheet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weir.records.sheet.SheetFault.Reason;

class XlsxTableTest {
    private static final String HEAD = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>name</t></is></c>"
            + "<c r=\"B1\" t=\"inlineStr\"><is><t>value</t></is></c></row>";

    private final Path folder;

    XlsxTableTest(@TempDir Path folder) {
        this.folder = folder;
    }

    private Path made(String name, Fill fill) throws IOException {
        Path file = folder.resolve(name);
        try (OutputStream out = Files.newOutputStream(file);
                Workbook book = new Workbook(out, "test", "1.0")) {
            fill.in(book);
        }
        return file;
    }

    private interface Fill {
        void in(Workbook book) throws IOException;
    }

    private Path typedTable() throws IOException {
        return made("upload.csv", book -> {
            Worksheet sheet = book.newWorksheet("People");
            String[] heads = {"text", "number", "date", "moment", "flag", "formula", "padded", "money"};
            for (int i = 0; i < heads.length; i++) {
                sheet.value(0, i, heads[i]);
            }
            sheet.value(2, 0, "Zoë 👩‍🚀𠀀 <&>");
            sheet.value(2, 1, 1234567.125);
            sheet.value(2, 2, LocalDate.of(2026, 1, 31));
            sheet.style(2, 2).format("dd.mm.yyyy").set();
            sheet.value(2, 3, LocalDateTime.of(2026, 1, 31, 8, 15, 30));
            sheet.style(2, 3).format("yyyy-mm-dd hh:mm").set();
            sheet.value(2, 4, true);
            sheet.formula(2, 5, "1+1");
            sheet.value(2, 6, 7);
            sheet.style(2, 6).format("000").set();
            sheet.value(2, 7, 0.1 + 0.2);
            sheet.style(2, 7).format("#,##0.00 \"dyh\";[Red]-#,##0.00").set();
        });
    }

    @Test
    void values_are_written_in_one_canonical_form_and_the_name_of_the_file_does_not_matter() throws IOException {
        try (SheetTable table = Sheets.open(typedTable())) {
            assertEquals(SheetInfo.Format.XLSX, table.info().format());
            SheetRow row = Sheets.next(table);
            assertEquals(3, row.line());
            assertEquals(
                    List.of(
                            "Zoë 👩‍🚀𠀀 <&>",
                            "1234567.125",
                            "2026-01-31",
                            "2026-01-31T08:15:30",
                            "true",
                            "",
                            "007",
                            "0.3"),
                    row.cells());
            assertFalse(row.typed().get(0));
            assertTrue(row.typed().get(1) && row.typed().get(2) && row.typed().get(4));
        }
    }

    @Test
    void a_formula_counts_as_the_value_last_computed_and_an_error_as_a_fault() throws IOException {
        List<SheetRow> rows = Sheets.rows(Sheets.workbook(
                folder,
                HEAD + "<row r=\"2\"><c r=\"A2\" t=\"str\"><f>\"a\"&amp;\"b\"</f><v>ab</v></c>"
                        + "<c r=\"B2\"><f>1+1</f><v>2</v></c></row>"
                        + "<row r=\"3\"><c r=\"A3\" t=\"e\"><f>1/0</f><v>#DIV/0!</v></c></row>"));
        assertEquals(List.of("ab", "2"), rows.get(0).cells());
        assertEquals(
                List.of(new SheetFault(Reason.CELL_ERROR, 3, "name", "#DIV/0!")),
                rows.get(1).faults());
    }

    @Test
    void shared_strings_are_joined_from_their_runs_without_reading_aids() throws IOException {
        Path file = Sheets.workbook(
                folder,
                "<worksheet><sheetData>" + HEAD
                        + "<row><c t=\"s\"><v>0</v></c><c t=\"s\"><v>1</v></c></row></sheetData></worksheet>",
                "<si><r><t>东</t></r><r><t>京_x000D_</t></r><rPh><t>トウキョウ</t></rPh></si><si><t>x</t></si>");
        SheetRow row = Sheets.rows(file).get(0);
        assertEquals(List.of("东京\r", "x"), row.cells());
        assertEquals(2, row.line());
    }

    @Test
    void a_sheet_can_be_chosen_and_hidden_ones_come_last() throws IOException {
        Path file = made("sheets.xlsx", book -> {
            for (String name : List.of("Notes", "Accounts", "People")) {
                Worksheet sheet = book.newWorksheet(name);
                sheet.value(0, 0, "head");
                sheet.value(1, 0, "from " + name);
                if (name.equals("Notes")) {
                    sheet.setVisibilityState(VisibilityState.HIDDEN);
                }
            }
        });
        try (SheetTable table = Sheets.open(file)) {
            assertEquals(List.of("Accounts", "People", "Notes"), table.info().worksheets());
            assertEquals("Accounts", table.info().worksheet());
        }
        assertEquals(
                List.of("from People"),
                Sheets.rows(file, new SheetOptions(null, null, "People")).get(0).cells());
        assertEquals(
                new SheetFault(Reason.WORKSHEET_UNKNOWN, 0, null, "Nobody"),
                Sheets.fault(file, new SheetOptions(null, null, "Nobody")));
    }

    @Test
    void dates_of_all_epochs_are_right() throws IOException {
        String sheet = "<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>d</t></is></c></row>"
                + "<row><c s=\"0\"><v>1</v></c></row><row><c s=\"0\"><v>61</v></c></row>"
                + "<row><c s=\"0\"><v>46053.999999999</v></c></row><row><c s=\"0\"><v>0.25</v></c></row>"
                + "</sheetData></worksheet>";
        Path file = folder.resolve("dates.xlsx");
        for (boolean from1904 : new boolean[] {false, true}) {
            Sheets.parts(
                    file,
                    Map.of(
                            "xl/workbook.xml",
                            "<workbook xmlns:r=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships\">"
                                    + "<workbookPr date1904=\"" + from1904
                                    + "\"/><sheets><sheet name=\"A\" r:id=\"r\"/>"
                                    + "</sheets></workbook>",
                            "xl/_rels/workbook.xml.rels",
                            "<R><Relationship Id=\"r\" Type=\"/worksheet\" Target=\"s.xml\"/></R>",
                            "xl/styles.xml",
                            "<s><cellXfs><xf numFmtId=\"14\"/></cellXfs></s>",
                            "xl/s.xml",
                            sheet));
            List<String> dates =
                    Sheets.cells(file).stream().map(it -> it.get(0)).toList();
            assertEquals(
                    from1904
                            ? List.of("1904-01-02", "1904-03-02", "2030-02-02", "06:00:00")
                            : List.of("1900-01-01", "1900-03-01", "2026-02-01", "06:00:00"),
                    dates);
        }
    }

    @Test
    void missing_cells_at_the_end_are_empty_and_cells_beyond_the_header_are_a_fault() throws IOException {
        List<SheetRow> rows = Sheets.rows(Sheets.workbook(
                folder,
                HEAD + "<row r=\"5\"><c r=\"A5\"><v>1</v></c></row><row r=\"9\"><c r=\"D9\"><v>1</v></c></row>"));
        assertEquals(List.of("1", ""), rows.get(0).cells());
        assertTrue(rows.get(0).good());
        assertEquals(
                List.of(new SheetFault(Reason.CELLS_TOO_MANY, 9, null, "4 / 2")),
                rows.get(1).faults());
    }

    @Test
    void a_million_character_cell_is_a_fault_of_its_row() throws IOException {
        List<SheetRow> rows = Sheets.rows(Sheets.workbook(
                folder,
                HEAD + "<row r=\"2\"><c r=\"B2\" t=\"inlineStr\"><is><t>" + "字".repeat(1_000_000)
                        + "</t></is></c></row><row r=\"3\"><c r=\"A3\"><v>1</v></c></row>"));
        assertEquals(
                List.of(new SheetFault(Reason.CELL_TOO_LONG, 2, "value", "32767")),
                rows.get(0).faults());
        assertTrue(rows.get(1).good());
    }

    @Test
    void entities_and_document_types_are_refused() throws IOException {
        String bomb = "<!DOCTYPE x [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;\">"
                + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;\">]>";
        Path inSheet = Sheets.workbook(
                folder,
                bomb
                        + "<worksheet><sheetData><row><c t=\"inlineStr\"><is><t>&c;</t></is></c></row></sheetData></worksheet>",
                "");
        assertEquals(Reason.WORKBOOK_ENTITIES, Sheets.fault(inSheet).reason());
        Path external = Sheets.workbook(folder, "<!DOCTYPE x SYSTEM \"file:///etc/passwd\"><worksheet/>", "");
        assertEquals(Reason.WORKBOOK_ENTITIES, Sheets.fault(external).reason());
        Path undeclared = Sheets.workbook(folder, HEAD + "<row><c t=\"inlineStr\"><is><t>&c;</t></is></c></row>");
        assertEquals(Reason.WORKBOOK_DAMAGED, Sheets.fault(undeclared).reason());
    }

    @Test
    void a_zip_bomb_is_stopped() throws IOException {
        Path packed = Sheets.workbook(
                folder, HEAD + "<row><c t=\"inlineStr\"><is><t>" + " ".repeat(64 << 20) + "</t></is></c></row>");
        assertTrue(Files.size(packed) < 200_000);
        assertEquals(Reason.WORKBOOK_BOMB, Sheets.fault(packed).reason());
        SheetReader small = new SheetReader(new SheetLimits(1 << 20, 100, 10, 50_000, 1_000_000));
        Path large = Sheets.workbook(folder, HEAD + "<row><c r=\"A2\"><v>1</v></c></row>".repeat(5_000));
        SheetException thrown = assertThrows(SheetException.class, () -> {
            try (SheetTable table = small.open(large, SheetOptions.AUTO)) {
                while (table.next() != null) {}
            }
        });
        assertEquals(Reason.WORKBOOK_BOMB, thrown.fault().reason());
    }

    @Test
    void a_damaged_archive_is_refused() throws IOException {
        byte[] good = Files.readAllBytes(typedTable());
        Path cut = Files.write(folder.resolve("cut.xlsx"), Arrays.copyOf(good, good.length / 2));
        assertEquals(Reason.WORKBOOK_DAMAGED, Sheets.fault(cut).reason());
        assertEquals(
                Reason.WORKBOOK_DAMAGED,
                Sheets.fault(Sheets.workbook(folder, HEAD + "<row><c>")).reason());
        assertEquals(
                Reason.WORKBOOK_DAMAGED,
                Sheets.fault(Sheets.workbook(folder, HEAD + "<row><c r=\"AAAAAAA1\"><v>1</v></c></row>"))
                        .reason());
        assertEquals(
                Reason.WORKBOOK_DAMAGED,
                Sheets.fault(Sheets.workbook(folder, HEAD + "<row><c><v>1e999999999</v></c></row>"))
                        .reason());
        assertEquals(
                Reason.WORKBOOK_DAMAGED,
                Sheets.fault(Sheets.workbook(folder, HEAD + "<row><c t=\"s\"><v>99</v></c></row>"))
                        .reason());
    }

    @Test
    void bytes_flipped_anywhere_in_a_workbook_give_a_table_or_a_defined_fault() throws IOException {
        byte[] good = Files.readAllBytes(typedTable());
        java.util.Random random = new java.util.Random(42);
        for (int i = 0; i < 2_000; i++) {
            byte[] bad = good.clone();
            for (int flips = 0; flips < 3; flips++) {
                bad[4 + random.nextInt(bad.length - 4)] = (byte) random.nextInt(256);
            }
            Path file = Files.write(folder.resolve("flipped.xlsx"), bad);
            try {
                Sheets.rows(file);
            } catch (SheetException e) {
                assertTrue(e.fault().reason() != Reason.FILE_EMPTY);
            }
        }
    }

    @Test
    void an_encrypted_workbook_an_old_one_and_another_archive_are_told_apart() throws IOException {
        byte[] old = new byte[200_000];
        byte[] magic = {(byte) 0xD0, (byte) 0xCF, 0x11, (byte) 0xE0, (byte) 0xA1, (byte) 0xB1, 0x1A, (byte) 0xE1};
        System.arraycopy(magic, 0, old, 0, magic.length);
        assertEquals(
                Reason.OLD_WORKBOOK,
                Sheets.fault(Files.write(folder.resolve("old.xls"), old)).reason());
        byte[] name = "EncryptedPackage".getBytes(StandardCharsets.UTF_16LE);
        System.arraycopy(name, 0, old, 65_530, name.length);
        assertEquals(
                Reason.PASSWORD_PROTECTED,
                Sheets.fault(Files.write(folder.resolve("locked.xlsx"), old)).reason());
        Path other = folder.resolve("text.docx");
        Sheets.parts(other, Map.of("word/document.xml", "<x/>"));
        assertEquals(Reason.NOT_A_TABLE, Sheets.fault(other).reason());
        Path empty = folder.resolve("empty.zip");
        Sheets.parts(empty, Map.of());
        assertEquals(Reason.NOT_A_TABLE, Sheets.fault(empty).reason());
    }
}
