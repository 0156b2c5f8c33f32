package org.weir.calendar.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import org.junit.jupiter.api.Test;
import org.weir.base.api.ProblemException;

final class WeeklyHoursTest {
    @Test
    void what_is_written_reads_back_the_same() {
        WeeklyHours hours = WeeklyHours.parse("Mo-Fr 09:00-12:00,13:00-17:00; Saturday 9:00-12:00");
        assertEquals("09:00-12:00", hours.on(DayOfWeek.SATURDAY).get(0).toString());
        assertEquals(hours.toString(), WeeklyHours.parse(hours.toString()).toString());
        assertEquals(2, hours.on(DayOfWeek.WEDNESDAY).size());
        assertTrue(hours.on(DayOfWeek.SUNDAY).isEmpty());
    }

    @Test
    void a_night_shift_goes_on_into_the_next_day() {
        WeeklyHours hours = WeeklyHours.parse("Su 22:00-06:00");
        assertEquals("22:00-24:00", hours.on(DayOfWeek.SUNDAY).get(0).toString());
        assertEquals("00:00-06:00", hours.on(DayOfWeek.MONDAY).get(0).toString());
    }

    @Test
    void days_can_be_written_in_chinese_and_over_the_end_of_the_week() {
        assertEquals(
                WeeklyHours.parse("Sa-Mo 08:00-10:00").toString(),
                WeeklyHours.parse("周六至周一 08:00-10:00").toString());
    }

    @Test
    void what_cannot_be_read_is_named() {
        for (String wrong : new String[] {
            "Xx 09:00-17:00",
            "Mo 9-17",
            "Mo 09:00",
            "Mo 09:00-25:00",
            "Mo 09:61-10:00",
            "09:00-17:00",
            "Mo",
            "Mo 09:00-09:00"
        }) {
            assertThrows(ProblemException.class, () -> WeeklyHours.parse(wrong), wrong);
        }
    }

    @Test
    void times_that_overlap_are_refused() {
        ProblemException refused =
                assertThrows(ProblemException.class, () -> WeeklyHours.parse("Mo-Fr 09:00-12:00; We 11:00-15:00"));
        assertEquals("calendar.hours.overlap", refused.text().key());
    }

    @Test
    void a_day_can_be_called_off() {
        assertTrue(WeeklyHours.parse("Mo 09:00-10:00; Sa,Su off")
                .on(DayOfWeek.SUNDAY)
                .isEmpty());
    }
}
