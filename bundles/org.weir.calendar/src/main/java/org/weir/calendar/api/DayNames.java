package org.weir.calendar.api;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Days as people write them: {@code Mo}, {@code Monday}, {@code Mo-Fr}, {@code Mo,We}, 周一至周五. */
final class DayNames {
    private static final String LATIN = "motuwethfrsasu";
    private static final String CHINESE = "一二三四五六日";

    private DayNames() {}

    static String of(DayOfWeek day) {
        int at = (day.getValue() - 1) * 2;
        return Character.toUpperCase(LATIN.charAt(at)) + LATIN.substring(at + 1, at + 2);
    }

    static List<DayOfWeek> read(String text) {
        List<DayOfWeek> days = new ArrayList<>();
        for (String part : text.strip().split("[,，、]")) {
            String[] ends = part.strip().split("[-–至到]", -1);
            if (ends.length > 2) {
                throw WeeklyHours.wrong("calendar.hours.unreadable", part.strip());
            }
            DayOfWeek day = one(ends[0]);
            DayOfWeek last = one(ends[ends.length - 1]);
            days.add(day);
            while (day != last) {
                day = day.plus(1);
                days.add(day);
            }
        }
        return days;
    }

    private static DayOfWeek one(String text) {
        String name = text.strip().replace("天", "日");
        int chinese = name.isEmpty() ? -1 : CHINESE.indexOf(name.charAt(name.length() - 1));
        if (chinese >= 0 && (name.startsWith("周") || name.startsWith("星期"))) {
            return DayOfWeek.of(chinese + 1);
        }
        if (name.length() >= 2) {
            int at = LATIN.indexOf(name.substring(0, 2).toLowerCase(Locale.ROOT));
            if (at >= 0 && at % 2 == 0 && isBeginning(name, DayOfWeek.of(at / 2 + 1))) {
                return DayOfWeek.of(at / 2 + 1);
            }
        }
        throw WeeklyHours.wrong("calendar.hours.day", text.strip());
    }

    private static boolean isBeginning(String name, DayOfWeek day) {
        return day.name().startsWith(name.toUpperCase(Locale.ROOT));
    }
}
