package org.weir.region.eu;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;

final class ClosingDaysTest {
    @Test
    void easter_falls_on_the_days_that_the_churches_publish() {
        assertEquals(LocalDate.of(2024, 3, 31), ClosingDays.easterSunday(2024));
        assertEquals(LocalDate.of(2025, 4, 20), ClosingDays.easterSunday(2025));
        assertEquals(LocalDate.of(2026, 4, 5), ClosingDays.easterSunday(2026));
        assertEquals(LocalDate.of(2038, 4, 25), ClosingDays.easterSunday(2038));
        assertEquals(LocalDate.of(2285, 3, 22), ClosingDays.easterSunday(2285));
    }

    @Test
    void the_closing_days_of_2026_are_those_that_the_central_bank_published() {
        assertEquals(
                List.of("2026-01-01", "2026-04-03", "2026-04-06", "2026-05-01", "2026-12-25", "2026-12-26"),
                ClosingDays.of(2026).keySet().stream().map(LocalDate::toString).toList());
    }
}
