package org.weir.region.cn;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.ibm.icu.util.ChineseCalendar;
import com.ibm.icu.util.TimeZone;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Date;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class StatutoryHolidaysTest {
    private static final ZoneId CHINA = ZoneId.of("Asia/Shanghai");

    @ParameterizedTest
    @ValueSource(ints = {2024, 2025, 2026, 2028, 2029, 2030})
    void the_moving_days_agree_with_the_chinese_calendar(int year) {
        Map<LocalDate, String> days = StatutoryHolidays.of(year);
        assertEquals("region.cn.holiday.spring-festival", days.get(lunar(year, 1, 1)));
        assertEquals("region.cn.holiday.spring-festival", days.get(lunar(year, 1, 3)));
        assertEquals("region.cn.holiday.dragon-boat", days.get(lunar(year, 5, 5)));
        assertEquals("region.cn.holiday.mid-autumn", days.get(lunar(year, 8, 15)));
    }

    /** The new moon of 6 February 2027 comes at 23:56 in Beijing; the library of the test above is minutes late. */
    @Test
    void the_spring_festival_of_2027_begins_four_minutes_before_midnight() {
        Map<LocalDate, String> days = StatutoryHolidays.of(2027);
        assertEquals("region.cn.holiday.spring-festival", days.get(LocalDate.of(2027, 2, 5)));
        assertEquals("region.cn.holiday.spring-festival", days.get(LocalDate.of(2027, 2, 8)));
        assertEquals("region.cn.holiday.dragon-boat", days.get(lunar(2027, 5, 5)));
        assertEquals("region.cn.holiday.mid-autumn", days.get(lunar(2027, 8, 15)));
    }

    @Test
    void the_days_of_2026_are_those_that_the_state_council_arranged() {
        assertEquals(
                List.of(
                        "2026-01-01",
                        "2026-02-16",
                        "2026-02-17",
                        "2026-02-18",
                        "2026-02-19",
                        "2026-04-05",
                        "2026-05-01",
                        "2026-05-02",
                        "2026-06-19",
                        "2026-09-25",
                        "2026-10-01",
                        "2026-10-02",
                        "2026-10-03"),
                StatutoryHolidays.of(2026).keySet().stream()
                        .map(LocalDate::toString)
                        .toList());
    }

    @Test
    void years_beyond_the_table_have_the_fixed_days_only() {
        assertEquals(6, StatutoryHolidays.of(2040).size());
    }

    private static LocalDate lunar(int year, int month, int day) {
        ChineseCalendar calendar = new ChineseCalendar();
        calendar.setTimeZone(TimeZone.getTimeZone("Asia/Shanghai"));
        calendar.clear();
        calendar.set(ChineseCalendar.EXTENDED_YEAR, year + 2637);
        calendar.set(ChineseCalendar.MONTH, month - 1);
        calendar.set(ChineseCalendar.IS_LEAP_MONTH, 0);
        calendar.set(ChineseCalendar.DAY_OF_MONTH, day);
        Date found = calendar.getTime();
        return LocalDate.ofInstant(found.toInstant(), CHINA);
    }
}
