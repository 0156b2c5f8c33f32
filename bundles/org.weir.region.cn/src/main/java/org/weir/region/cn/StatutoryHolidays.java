package org.weir.region.cn;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/**
 * The public holidays of the State Council's Regulation on Public Holidays for National Annual Festivals and Memorial
 * Days (in 2024 as of 2013, from 2025 as revised by Order 795: New Year's Eve and 2 May added). The days that move with
 * the moon or the sun are kept for 2024 to 2030, as in the calendar of the Purple Mountain Observatory; for other
 * years only the fixed days are known. Working weekends that the government arranges each year are not holidays and not
 * here.
 */
final class StatutoryHolidays {
    private static final int REVISED = 2025;

    /** Month and day of: the first day of the lunar year, Qingming, Dragon Boat, Mid-Autumn. */
    private static final Map<Integer, int[]> MOVING = Map.of(
            2024, new int[] {210, 404, 610, 917},
            2025, new int[] {129, 404, 531, 1006},
            2026, new int[] {217, 405, 619, 925},
            2027, new int[] {206, 405, 609, 915},
            2028, new int[] {126, 404, 528, 1003},
            2029, new int[] {213, 404, 616, 922},
            2030, new int[] {203, 405, 605, 912});

    private StatutoryHolidays() {}

    static Map<LocalDate, String> of(int year) {
        Map<LocalDate, String> days = new TreeMap<>();
        days.put(LocalDate.of(year, 1, 1), "region.cn.holiday.new-year");
        addRun(days, LocalDate.of(year, 5, 1), year < REVISED ? 1 : 2, "region.cn.holiday.labour-day");
        addRun(days, LocalDate.of(year, 10, 1), 3, "region.cn.holiday.national-day");
        int[] moving = MOVING.get(year);
        if (moving != null) {
            LocalDate lunarNewYear = day(year, moving[0]);
            addRun(days, lunarNewYear, 3, "region.cn.holiday.spring-festival");
            if (year >= REVISED) {
                days.put(lunarNewYear.minusDays(1), "region.cn.holiday.spring-festival");
            }
            days.put(day(year, moving[1]), "region.cn.holiday.qingming");
            days.put(day(year, moving[2]), "region.cn.holiday.dragon-boat");
            days.put(day(year, moving[3]), "region.cn.holiday.mid-autumn");
        }
        return days;
    }

    private static void addRun(Map<LocalDate, String> days, LocalDate first, int length, String key) {
        for (int i = 0; i < length; i++) {
            days.put(first.plusDays(i), key);
        }
    }

    private static LocalDate day(int year, int monthAndDay) {
        return LocalDate.of(year, monthAndDay / 100, monthAndDay % 100);
    }
}
