package org.weir.records.sheet;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weir.records.sheet.SheetFault.Reason;

class SheetWriterTest {
    private static final List<String> NASTY = List.of(
            "=1+1",
            "+49 228 1",
            "-5",
            "@cmd",
            "\ttab",
            "\rreturn",
            "\nline",
            "＝1",
            "'=quoted",
            "''=twice",
            "'plain",
            "a,b;c\"d",
            "line\r\nbreak",
            "<script>alert(1)</script>",
            "'; drop table x; --",
            "👩‍🚀𠀀𰻞",
            " spaces ",
            "_x000D_ literal",
            "bell\u0007",
            "'");

    private final Path folder;

    SheetWriterTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void csv_is_written_by_the_book() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (SheetWriter writer = SheetWriter.csv(out, true)) {
            writer.row(List.of("name", "note"));
            writer.row(Arrays.asList("Acme", null));
            writer.row(List.of("a\"b", "x,y"));
            writer.row(List.of(new BigDecimal("-1E+3"), -5));
            writer.row(List.of("=SUM(A1)", LocalDate.of(2026, 1, 31)));
        }
        assertArrayEquals(new byte[] {(byte) 0xEF, (byte) 0xBB, (byte) 0xBF}, Arrays.copyOf(out.toByteArray(), 3));
        assertEquals(
                "\uFEFFname,note\r\nAcme,\r\n\"a\"\"b\",\"x,y\"\r\n-1000,-5\r\n'=SUM(A1),2026-01-31\r\n",
                out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void no_cell_of_a_csv_file_begins_like_a_formula() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (SheetWriter writer = SheetWriter.csv(out, false)) {
            for (String text : NASTY) {
                writer.row(List.of(text));
            }
        }
        for (String line : out.toString(StandardCharsets.UTF_8).split("\r\n")) {
            String cell = line.startsWith("\"") ? line.substring(1) : line;
            assertTrue(cell.isEmpty() || "=+-@\t\r\n＝".indexOf(cell.charAt(0)) < 0, cell);
        }
    }

    @Test
    void what_is_written_as_csv_is_read_back_without_loss() throws IOException {
        Path file = folder.resolve("out.csv");
        write(file, false);
        assertEquals(NASTY, Sheets.cells(file).stream().map(it -> it.get(0)).toList());
    }

    @Test
    void what_is_written_as_xlsx_is_read_back_without_loss() throws IOException {
        Path file = folder.resolve("out.xlsx");
        write(file, true);
        assertEquals(NASTY, Sheets.cells(file).stream().map(it -> it.get(0)).toList());
    }

    private static void write(Path file, boolean xlsx) throws IOException {
        OutputStream out = Files.newOutputStream(file);
        try (SheetWriter writer = xlsx ? SheetWriter.xlsx(out, "Nasty: [texts]?") : SheetWriter.csv(out, true)) {
            writer.row(List.of("text", "more"));
            for (String text : NASTY) {
                writer.row(List.of(text, "x"));
            }
        }
    }

    @Test
    void cells_of_a_workbook_are_typed_and_another_program_reads_them() throws IOException {
        Path file = folder.resolve("typed.xlsx");
        try (SheetWriter writer =
                SheetWriter.xlsx(Files.newOutputStream(file), "账户 👩‍🚀 & a very long name of a sheet")) {
            writer.row(List.of("a", "b", "c", "d", "e", "f", "g"));
            writer.row(Arrays.asList(
                    "=HYPERLINK(\"x\")",
                    new BigDecimal("1234.50"),
                    LocalDate.of(2026, 1, 31),
                    LocalDateTime.of(2026, 1, 31, 8, 15, 30),
                    true,
                    null,
                    new BigDecimal("12345678901234567.89")));
        }
        try (ReadableWorkbook book = new ReadableWorkbook(file.toFile())) {
            Row row = book.getFirstSheet().read().get(1);
            assertEquals(CellType.STRING, row.getCell(0).getType());
            assertEquals("=HYPERLINK(\"x\")", row.getCell(0).asString());
            assertEquals(
                    0, new BigDecimal("1234.5").compareTo(row.getCellAsNumber(1).orElseThrow()));
            assertEquals(
                    LocalDate.of(2026, 1, 31),
                    row.getCellAsDate(2).orElseThrow().toLocalDate());
            assertEquals(
                    LocalDateTime.of(2026, 1, 31, 8, 15, 30),
                    row.getCellAsDate(3).orElseThrow().plusNanos(500_000_000).withNano(0));
            assertEquals(true, row.getCellAsBoolean(4).orElseThrow());
        }
        assertEquals(
                List.of(
                        "=HYPERLINK(\"x\")",
                        "1234.5",
                        "2026-01-31",
                        "2026-01-31T08:15:30",
                        "true",
                        "",
                        "12345678901234567.89"),
                Sheets.cells(file).get(0));
    }

    @Test
    void every_second_of_a_day_survives_a_workbook() throws IOException {
        Path file = folder.resolve("times.xlsx");
        try (SheetWriter writer = SheetWriter.xlsx(Files.newOutputStream(file), "t")) {
            writer.row(List.of("moment", "time"));
            for (int second = 1; second < 86_400; second += 7) {
                LocalTime time = LocalTime.ofSecondOfDay(second);
                writer.row(List.of(LocalDate.of(2026, 11, 21).atTime(time), time));
            }
        }
        int second = 1;
        for (List<String> cells : Sheets.cells(file)) {
            LocalTime time = LocalTime.ofSecondOfDay(second);
            assertEquals(LocalDate.of(2026, 11, 21).atTime(time), LocalDateTime.parse(cells.get(0)));
            assertEquals(time, LocalTime.parse(cells.get(1)));
            second += 7;
        }
    }

    @Test
    void a_text_longer_than_a_cell_is_refused_and_not_cut() throws IOException {
        try (SheetWriter writer = SheetWriter.xlsx(new ByteArrayOutputStream(), "t")) {
            SheetException thrown =
                    assertThrows(SheetException.class, () -> writer.row(List.of("ok", "x".repeat(32_768))));
            assertEquals(new SheetFault(Reason.CELL_TOO_LONG, 1, "B", "32767"), thrown.fault());
        }
    }
}
