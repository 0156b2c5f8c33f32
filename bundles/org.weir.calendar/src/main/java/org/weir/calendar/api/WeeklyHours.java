package org.weir.calendar.api;

import java.time.DayOfWeek;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;

/**
 * The working hours of a week, by the clock on the wall: {@code Mo-Fr 09:00-12:00,13:00-17:00; Sa 09:00-12:00}, or {@code
 * 24/7}. A time that ends before it begins goes on into the next day; one that ends at 23:59 ends at midnight, since
 * nobody means to stop for that minute. Immutable.
 */
public final class WeeklyHours {
    private static final int DAY = 24 * 60;

    private final Map<DayOfWeek, List<Slot>> days;

    private WeeklyHours(Map<DayOfWeek, List<Slot>> days) {
        Map<DayOfWeek, List<Slot>> copy = new EnumMap<>(DayOfWeek.class);
        days.forEach((day, slots) -> copy.put(day, List.copyOf(slots)));
        this.days = Collections.unmodifiableMap(copy);
    }

    /** Minutes of the day by the clock on the wall, 0 to 1440. */
    public record Slot(int from, int to) {
        @Override
        public String toString() {
            return clock(from) + "-" + clock(to);
        }

        private static String clock(int minutes) {
            return (minutes / 60 < 10 ? "0" : "") + minutes / 60 + (minutes % 60 < 10 ? ":0" : ":") + minutes % 60;
        }
    }

    /** @throws ProblemException 400 saying what cannot be read, or which times overlap */
    public static WeeklyHours parse(String text) {
        Map<DayOfWeek, List<Slot>> days = new EnumMap<>(DayOfWeek.class);
        for (String clause : text.strip().split("[;；\\n]")) {
            if (!clause.isBlank()) {
                read(clause.strip(), days);
            }
        }
        days.forEach((day, slots) -> {
            slots.sort(Comparator.comparingInt(Slot::from));
            for (int i = 1; i < slots.size(); i++) {
                if (slots.get(i).from() < slots.get(i - 1).to()) {
                    throw wrong("calendar.hours.overlap", slots.get(i - 1) + ", " + slots.get(i));
                }
            }
        });
        return new WeeklyHours(days);
    }

    public static WeeklyHours always() {
        return parse("24/7");
    }

    private static void read(String clause, Map<DayOfWeek, List<Slot>> days) {
        String whole = clause.equals("24/7") ? "Mo-Su 00:00-24:00" : clause;
        int blank = firstDigit(whole);
        if (blank < 0 && whole.endsWith(" off")) {
            DayNames.read(whole.substring(0, whole.length() - 4));
            return;
        }
        if (blank <= 0) {
            throw wrong("calendar.hours.unreadable", clause);
        }
        List<DayOfWeek> named = DayNames.read(whole.substring(0, blank));
        for (String time : whole.substring(blank).split("[,，]")) {
            String[] ends = time.strip().split("[-–]", -1);
            if (ends.length != 2) {
                throw wrong("calendar.hours.unreadable", time.strip());
            }
            int from = minutes(ends[0].strip());
            int until = minutes(ends[1].strip());
            int to = until == 0 || until == DAY - 1 ? DAY : until;
            if (from == to || from == DAY) {
                throw wrong("calendar.hours.empty", time.strip());
            }
            named.forEach(day -> add(days, day, from, to));
        }
    }

    private static void add(Map<DayOfWeek, List<Slot>> days, DayOfWeek day, int from, int to) {
        if (from < to) {
            days.computeIfAbsent(day, key -> new ArrayList<>()).add(new Slot(from, to));
        } else {
            add(days, day, from, DAY);
            add(days, day.plus(1), 0, to);
        }
    }

    private static int firstDigit(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (text.charAt(i) >= '0' && text.charAt(i) <= '9') {
                return i;
            }
        }
        return -1;
    }

    private static int minutes(String clock) {
        if (!clock.matches("\\d{1,2}[:：]\\d{2}")) {
            throw wrong("calendar.hours.unreadable", clock);
        }
        int colon = clock.length() - 3;
        int minutes = Integer.parseInt(clock.substring(0, colon)) * 60 + Integer.parseInt(clock.substring(colon + 1));
        if (minutes > DAY || Integer.parseInt(clock.substring(colon + 1)) > 59) {
            throw wrong("calendar.hours.unreadable", clock);
        }
        return minutes;
    }

    static ProblemException wrong(String key, Object what) {
        return ProblemException.badRequest(Text.of(key, what));
    }

    /** In order; none on a day without work. */
    public List<Slot> on(DayOfWeek day) {
        return days.getOrDefault(day, List.of());
    }

    /** Those of the first day of the week that has any: the hours of a day that is worked out of turn. */
    public List<Slot> ofAnyDay() {
        return days.values().stream().findFirst().orElse(List.of());
    }

    public boolean isEmpty() {
        return days.isEmpty();
    }

    /** The shortest way to write it: {@code Mo-Fr 09:00-17:00; Sa 09:00-12:00}, {@code 24/7}. */
    @Override
    public String toString() {
        List<String> clauses = new ArrayList<>();
        for (DayOfWeek first : DayOfWeek.values()) {
            if (first != DayOfWeek.MONDAY && on(first.minus(1)).equals(on(first))) {
                continue;
            }
            DayOfWeek last = first;
            while (last != DayOfWeek.SUNDAY && on(last.plus(1)).equals(on(first))) {
                last = last.plus(1);
            }
            if (!on(first).isEmpty()) {
                clauses.add(DayNames.of(first) + (last == first ? "" : "-" + DayNames.of(last)) + " "
                        + String.join(
                                ",", on(first).stream().map(Slot::toString).toList()));
            }
        }
        String all = String.join("; ", clauses);
        return all.equals("Mo-Su 00:00-24:00") ? "24/7" : all;
    }
}
