package org.weir.records.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.weir.records.sheet.SheetFault.Reason;

class CsvTableTest {
    private final Path folder;

    CsvTableTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void header_and_rows_are_read_with_their_lines() throws IOException {
        Path file = Sheets.csv(folder, "\n name , city\r\n\r\nAcme,\"New\nYork\"\nBeta,Bonn\n");
        try (SheetTable table = Sheets.open(file)) {
            assertEquals(List.of("name", "city"), table.header());
            SheetRow first = Sheets.next(table);
            assertEquals(4, first.line());
            assertEquals(List.of("Acme", "New\nYork"), first.cells());
            SheetRow second = Sheets.next(table);
            assertEquals(6, second.line());
            assertEquals(null, table.next());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {",", ";", "\t", "|"})
    void the_delimiter_is_found(String delimiter) throws IOException {
        String text = "name,x;y\tz|n\n".replace(",x;y\tz|n", delimiter + "note")
                + ("A" + delimiter + "\"one, two; three\"\n").repeat(3);
        try (SheetTable table = Sheets.open(Sheets.csv(folder, text))) {
            assertEquals(delimiter.charAt(0), table.info().delimiter());
            assertEquals(List.of("A", "one, two; three"), Sheets.next(table).cells());
        }
    }

    @Test
    void a_chosen_delimiter_wins() throws IOException {
        Path file = Sheets.csv(folder, "a;b,c\n1;2,3\n");
        assertEquals(
                List.of("1", "2,3"),
                Sheets.rows(file, new SheetOptions(null, ';', null)).get(0).cells());
    }

    @Test
    void a_single_column_needs_no_delimiter() throws IOException {
        assertEquals(List.of(List.of("Acme")), Sheets.cells(Sheets.csv(folder, "name\nAcme")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-8", "UTF-16LE", "UTF-16BE"})
    void a_byte_order_mark_is_certain_and_no_part_of_the_header(String charset) throws IOException {
        Path file = Sheets.text(folder, "\uFEFF名称,城市\n华为,深圳\n", Charset.forName(charset));
        try (SheetTable table = Sheets.open(file)) {
            assertEquals(
                    new Encoding(Charset.forName(charset), true), table.info().encoding());
            assertEquals(List.of("名称", "城市"), table.header());
            assertEquals(List.of("华为", "深圳"), Sheets.next(table).cells());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"UTF-16LE", "UTF-16BE"})
    void utf_16_without_a_mark_is_found(String charset) throws IOException {
        Path latin = Sheets.text(folder, "name,city\nAcme,Bonn\n", Charset.forName(charset));
        Path chinese = Sheets.text(folder, "名称\n华为技术有限公司中国电信\n中国移动通信集团有限公司\n", Charset.forName(charset));
        try (SheetTable table = Sheets.open(latin)) {
            assertEquals(
                    new Encoding(Charset.forName(charset), true), table.info().encoding());
        }
        try (SheetTable table = Sheets.open(chinese)) {
            assertEquals(
                    new Encoding(Charset.forName(charset), false), table.info().encoding());
            assertEquals(List.of("名称"), table.header());
        }
    }

    @Test
    void gbk_is_guessed_and_said_to_be_a_guess() throws IOException {
        Path file = Sheets.text(folder, "名称,城市\n中国移动,北京\n", Charset.forName("GBK"));
        try (SheetTable table = Sheets.open(file)) {
            assertEquals(
                    new Encoding(EncodingGuess.GB18030, false), table.info().encoding());
            assertEquals(List.of("中国移动", "北京"), Sheets.next(table).cells());
        }
    }

    @Test
    void western_text_is_guessed_and_said_to_be_a_guess() throws IOException {
        Path file = Sheets.text(folder, "Name,Ort\nMüller & Söhne,Köln\nCafé,Zürich\n", EncodingGuess.WESTERN);
        try (SheetTable table = Sheets.open(file)) {
            assertEquals(
                    new Encoding(EncodingGuess.WESTERN, false), table.info().encoding());
            assertEquals(List.of("Müller & Söhne", "Köln"), Sheets.next(table).cells());
        }
    }

    @Test
    void a_chosen_charset_is_taken_and_one_that_cannot_be_is_refused_with_its_name() throws IOException {
        Path file = Sheets.text(folder, "名称\n中国移动\n", Charset.forName("GBK"));
        SheetOptions gbk = new SheetOptions(Charset.forName("GBK"), null, null);
        assertEquals(List.of("中国移动"), Sheets.rows(file, gbk).get(0).cells());
        SheetFault fault = Sheets.fault(file, new SheetOptions(StandardCharsets.UTF_8, null, null));
        assertEquals(Reason.ENCODING_WRONG, fault.reason());
        assertEquals("UTF-8", fault.detail());
    }

    @Test
    void bytes_that_are_wrong_far_down_are_found_where_they_are_when_the_charset_was_chosen() throws IOException {
        byte[] good = ("name,city\n" + "Acme,Bonn\n".repeat(50_000)).getBytes(StandardCharsets.UTF_8);
        byte[] all = java.util.Arrays.copyOf(good, good.length + 4);
        all[good.length] = (byte) 0xFF;
        Path file = Files.write(folder.resolve("late.csv"), all);
        SheetFault fault = Sheets.fault(file, new SheetOptions(StandardCharsets.UTF_8, null, null));
        assertEquals(Reason.ENCODING_WRONG, fault.reason());
        assertTrue(fault.line() > 40_000, () -> "line " + fault.line());
    }

    @Test
    void emoji_and_rare_characters_come_through() throws IOException {
        String text = "👩‍🚀𠀀𪚥𰻞";
        for (Charset charset : List.of(StandardCharsets.UTF_8, StandardCharsets.UTF_16LE, EncodingGuess.GB18030)) {
            Path file = Sheets.text(folder, "name,中国移动通信集团有限公司\n" + text + ",x\n", charset);
            SheetOptions chosen = new SheetOptions(charset, null, null);
            assertEquals(text, Sheets.rows(file, chosen).get(0).cells().get(0), charset.name());
        }
    }

    @Test
    void a_quote_that_is_never_closed_is_told_with_its_line() throws IOException {
        SheetFault fault = Sheets.fault(Sheets.csv(folder, "a,b\n1,2\n3,\"4\n5,6\n"));
        assertEquals(Reason.QUOTE_UNCLOSED, fault.reason());
        assertEquals(3, fault.line());
    }

    @Test
    void an_unclosed_quote_in_a_big_file_is_told_too() throws IOException {
        SheetFault fault = Sheets.fault(Sheets.csv(folder, "a,b\n1,\"2\n" + "12345678,abcdefgh\n".repeat(1_100_000)));
        assertEquals(Reason.QUOTE_UNCLOSED, fault.reason());
        assertEquals(2, fault.line());
    }

    @Test
    void text_after_a_closing_quote_is_told_with_its_line() throws IOException {
        SheetFault fault = Sheets.fault(Sheets.csv(folder, "a,b\n1,2\n\"3\"x,4\n"));
        assertEquals(Reason.QUOTE_MISPLACED, fault.reason());
        assertEquals(3, fault.line());
    }

    @Test
    void the_rows_before_a_fatal_fault_are_given() throws IOException {
        try (SheetTable table = Sheets.open(Sheets.csv(folder, "a,b\n1,2\n3,\"4"))) {
            assertEquals(List.of("1", "2"), Sheets.next(table).cells());
        }
    }

    @Test
    void a_row_with_too_many_or_too_few_cells_is_reported_and_the_rest_is_read() throws IOException {
        List<SheetRow> rows = Sheets.rows(Sheets.csv(folder, "a,b\n1\n1,2,3\n1,2,,\n1,2\n"));
        assertEquals(
                new SheetFault(Reason.CELLS_TOO_FEW, 2, null, "1 / 2"),
                rows.get(0).faults().get(0));
        assertEquals(
                new SheetFault(Reason.CELLS_TOO_MANY, 3, null, "3 / 2"),
                rows.get(1).faults().get(0));
        assertTrue(rows.get(2).good());
        assertEquals(List.of("1", "2"), rows.get(2).cells());
        assertTrue(rows.get(3).good());
    }

    @Test
    void a_million_character_cell_is_a_fault_of_its_row_and_is_not_cut() throws IOException {
        String huge = "x".repeat(1_000_000);
        List<SheetRow> rows = Sheets.rows(Sheets.csv(folder, "name,note\nAcme," + huge + "\nBeta,ok\n"));
        assertEquals(
                List.of(new SheetFault(Reason.CELL_TOO_LONG, 2, "note", "32767")),
                rows.get(0).faults());
        assertEquals(huge, rows.get(0).cells().get(1));
        assertTrue(rows.get(1).good());
    }

    @Test
    void a_nul_character_is_a_fault_of_its_row() throws IOException {
        List<SheetRow> rows = Sheets.rows(Sheets.csv(folder, "name,city\nAc\0me,Bonn\nBeta,Bonn\n"));
        assertEquals(
                List.of(new SheetFault(Reason.CELL_NUL, 2, "name", null)),
                rows.get(0).faults());
        assertTrue(rows.get(1).good());
    }

    @Test
    void a_file_that_is_no_text_is_refused() throws IOException {
        byte[] noise = new byte[10_000];
        new java.util.Random(7).nextBytes(noise);
        for (int i = 0; i < noise.length; i += 3) {
            noise[i] = 0;
        }
        assertEquals(
                Reason.NOT_A_TABLE,
                Sheets.fault(Files.write(folder.resolve("noise.csv"), noise)).reason());
        assertEquals(
                Reason.NOT_A_TABLE,
                Sheets.fault(Sheets.csv(folder, "%PDF-1.7\n…")).reason());
    }

    @Test
    void an_empty_file_and_a_file_without_a_header_are_refused() throws IOException {
        assertEquals(Reason.FILE_EMPTY, Sheets.fault(Sheets.csv(folder, "")).reason());
        assertEquals(
                Reason.HEADER_MISSING,
                Sheets.fault(Sheets.csv(folder, "\n \n,,\n")).reason());
        assertEquals(
                Reason.HEADER_MISSING,
                Sheets.fault(Sheets.csv(folder, "\uFEFF")).reason());
    }

    @Test
    void two_columns_of_one_name_are_refused_and_a_column_without_a_name_gets_its_letter() throws IOException {
        SheetFault fault = Sheets.fault(Sheets.csv(folder, "Name,City,name\n1,2,3\n"));
        assertEquals(new SheetFault(Reason.HEADER_DUPLICATE, 1, "name", null), fault);
        try (SheetTable table = Sheets.open(Sheets.csv(folder, "Name,,City\n1,2,3\n"))) {
            assertEquals(List.of("Name", "(B)", "City"), table.header());
        }
    }

    @Test
    void too_many_columns_and_too_large_a_file_are_refused() throws IOException {
        StringBuilder wide = new StringBuilder("c0");
        for (int i = 1; i <= 1_000; i++) {
            wide.append(",c").append(i);
        }
        assertEquals(
                Reason.COLUMNS_TOO_MANY,
                Sheets.fault(Sheets.csv(folder, wide + "\n")).reason());
        assertEquals(
                Reason.COLUMNS_TOO_MANY,
                Sheets.fault(Sheets.csv(folder, "a,b\n" + "1,".repeat(20_000) + "\n"))
                        .reason());
        SheetReader small = new SheetReader(new SheetLimits(10, 10, 10, 10, 10));
        Path file = Sheets.csv(folder, "name\nAcme Corporation\n");
        SheetException thrown = org.junit.jupiter.api.Assertions.assertThrows(
                SheetException.class, () -> small.open(file, SheetOptions.AUTO));
        assertEquals(new SheetFault(Reason.FILE_TOO_LARGE, 0, null, "10"), thrown.fault());
    }

    @Test
    void guarded_formulas_are_read_as_they_were_before() throws IOException {
        List<String> cells =
                Sheets.cells(Sheets.csv(folder, "a,b,c\n'=1+1,''@x,it's\n")).get(0);
        assertEquals(List.of("=1+1", "'@x", "it's"), cells);
        assertFalse(Sheets.rows(Sheets.csv(folder, "a\n=1+1\n")).get(0).typed().get(0));
    }
}
