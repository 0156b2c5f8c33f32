package org.weir.region.eu;

import java.time.LocalDate;
import java.util.Map;
import java.util.TreeMap;

/**
 * The closing days of the euro payment system T2 (European Central Bank, in force since 2002): the public holidays that
 * the member states have most in common. A country's own days belong in a bundle for that country.
 */
final class ClosingDays {
    private ClosingDays() {}

    static Map<LocalDate, String> of(int year) {
        LocalDate easter = easterSunday(year);
        Map<LocalDate, String> days = new TreeMap<>();
        days.put(LocalDate.of(year, 1, 1), "region.eu.holiday.new-year");
        days.put(easter.minusDays(2), "region.eu.holiday.good-friday");
        days.put(easter.plusDays(1), "region.eu.holiday.easter-monday");
        days.put(LocalDate.of(year, 5, 1), "region.eu.holiday.labour-day");
        days.put(LocalDate.of(year, 12, 25), "region.eu.holiday.christmas");
        days.put(LocalDate.of(year, 12, 26), "region.eu.holiday.second-christmas");
        return days;
    }

    /** Gregorian computus as published in Nature, 20 April 1876, and later by Meeus, Jones and Butcher. */
    static LocalDate easterSunday(int year) {
        int moon = year % 19;
        int century = year / 100;
        int rest = year % 100;
        int correction = (century - (century + 8) / 25 + 1) / 3;
        int epact = (19 * moon + century - century / 4 - correction + 15) % 30;
        int weekday = (32 + 2 * (century % 4) + 2 * (rest / 4) - epact - rest % 4) % 7;
        int late = (moon + 11 * epact + 22 * weekday) / 451;
        int day = epact + weekday - 7 * late + 114;
        return LocalDate.of(year, day / 31, day % 31 + 1);
    }
}
