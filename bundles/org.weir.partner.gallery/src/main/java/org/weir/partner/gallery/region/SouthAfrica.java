package org.weir.partner.gallery.region;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Currency;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import org.osgi.service.component.annotations.Component;
import org.weir.base.api.Region;

/**
 * Rand, South African English, and the days of the Public Holidays Act that have a fixed date: one on a Sunday makes the
 * Monday after it a holiday. In a bundle by itself an edition would be made of it.
 */
@Component
public final class SouthAfrica implements Region {
    private static final Map<String, String> DAYS = Map.of(
            "01-01", "new-year",
            "03-21", "human-rights",
            "04-27", "freedom",
            "05-01", "workers",
            "06-16", "youth",
            "08-09", "women",
            "09-24", "heritage",
            "12-16", "reconciliation",
            "12-25", "christmas",
            "12-26", "goodwill");

    @Override
    public String code() {
        return "za";
    }

    @Override
    public Locale locale() {
        return Locale.ENGLISH;
    }

    @Override
    public ZoneId zone() {
        return ZoneId.of("Africa/Johannesburg");
    }

    @Override
    public Currency currency() {
        return Currency.getInstance("ZAR");
    }

    @Override
    public Map<LocalDate, String> holidays(int year) {
        Map<LocalDate, String> holidays = new TreeMap<>();
        DAYS.forEach((day, name) -> {
            LocalDate date = LocalDate.parse(year + "-" + day);
            holidays.put(date, "gallery.holiday." + name);
            if (date.getDayOfWeek() == DayOfWeek.SUNDAY) {
                holidays.putIfAbsent(date.plusDays(1), "gallery.holiday." + name);
            }
        });
        return holidays;
    }

    @Override
    public String privacyText() {
        return "gallery.privacy";
    }
}
