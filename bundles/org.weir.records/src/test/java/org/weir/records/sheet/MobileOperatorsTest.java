package org.weir.records.sheet;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;

class MobileOperatorsTest {
    @Test
    void the_operators_of_the_world_are_read() {
        Path file = MobileOperators.file();
        Assumptions.assumeTrue(Files.exists(file), "no shared data here: give its folder with -Dweir.data");
        try (SheetTable table = Sheets.open(file)) {
            assertEquals(
                    List.of("MCC", "MCC (int)", "MNC", "MNC (int)", "ISO", "Country", "Country Code", "Network"),
                    table.header());
            assertEquals(
                    new Encoding(StandardCharsets.UTF_8, true), table.info().encoding());
        }
        List<SheetRow> rows = Sheets.rows(file);
        assertEquals(2_599, rows.size());
        assertTrue(rows.stream().allMatch(SheetRow::good));
    }
}
