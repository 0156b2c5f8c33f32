package org.weir.partner.gallery.region;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class SouthAfricaTest {
    @Test
    void a_holiday_on_a_sunday_makes_the_monday_one_too() {
        Map<LocalDate, String> days = new SouthAfrica().holidays(2026);
        assertEquals("gallery.holiday.women", days.get(LocalDate.of(2026, 8, 9)));
        assertEquals("gallery.holiday.women", days.get(LocalDate.of(2026, 8, 10)));
        assertEquals(11, days.size());
    }
}
