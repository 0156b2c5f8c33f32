package org.weir.delivery.planning;

import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.calendar.api.NoWorkingTime;
import org.weir.calendar.api.WorkCalendar;
import org.weir.calendar.api.WorkCalendars;
import org.weir.delivery.reading.Reading;
import org.weir.records.api.Row;

/** In which half days calendars and crews work, for two years on; then the last week with work repeats. */
final class Availability {
    private static final int WEEK = 14;
    private static final int WEEKS = 104;
    private static final LocalTime NOON = LocalTime.NOON;
    private static final LocalTime AFTER_LUNCH = LocalTime.of(13, 0);

    private final WorkCalendars calendars;
    private final HalfDays halfDays;
    private final Map<String, int[]> known = new HashMap<>();

    Availability(WorkCalendars calendars, HalfDays halfDays) {
        this.calendars = calendars;
        this.halfDays = halfDays;
    }

    /** The name under which a calendar goes in a problem. */
    static String name(@Nullable UUID calendar) {
        return calendar == null ? "standard" : calendar.toString();
    }

    /**
     * 1 where the calendar works.
     *
     * @throws ProblemException 409 naming the crew when the calendar never works
     */
    int[] working(@Nullable UUID calendar, String crew) {
        return known.computeIfAbsent(name(calendar), key -> compute(calendar, crew));
    }

    private int[] compute(@Nullable UUID id, String crew) {
        try {
            WorkCalendar calendar = calendars.orStandard(id);
            int[] works = new int[WEEKS * WEEK];
            boolean any = false;
            for (int period = 0; period < works.length; period += 2) {
                LocalDate date = halfDays.date(period);
                for (WorkCalendar.Span span : calendar.spans(date)) {
                    ZoneId zone = calendar.zone();
                    LocalTime from = span.from().atZone(zone).toLocalTime();
                    boolean overnight = !span.to().atZone(zone).toLocalDate().equals(date);
                    works[period] |= from.isBefore(NOON) ? 1 : 0;
                    works[period + 1] |=
                            overnight || span.to().atZone(zone).toLocalTime().isAfter(AFTER_LUNCH) ? 1 : 0;
                    any = true;
                }
            }
            if (!any) {
                throw noWork(crew);
            }
            return works;
        } catch (NoWorkingTime e) {
            throw noWork(crew);
        }
    }

    private static ProblemException noWork(String crew) {
        return ProblemException.conflict(
                crew.isEmpty()
                        ? Text.of("delivery.plan.standard-no-work")
                        : Text.of("delivery.plan.calendar-no-work", crew));
    }

    /** How many tasks the crew takes in each half day; 0 on its days off. */
    int[] capacity(Row crew, List<Row> absences) {
        int[] capacity = new int[WEEKS * WEEK];
        java.util.Arrays.fill(capacity, Reading.number(crew, "capacity"));
        for (Row absence : absences) {
            LocalDate first = Reading.date(absence, "firstDay");
            LocalDate last = Reading.date(absence, "lastDay");
            if (first != null && last != null) {
                int until = Math.min(capacity.length, halfDays.morning(last) + 2);
                for (int period = Math.max(0, halfDays.morning(first)); period < until; period++) {
                    capacity[period] = 0;
                }
            }
        }
        return capacity;
    }

    /** The length of what repeats at the end: the last week, or longer until there is work in it. */
    static int cycle(int[] values) {
        int cycle = WEEK;
        while (cycle < values.length && nothing(values, values.length - cycle)) {
            cycle += WEEK;
        }
        return Math.min(cycle, values.length);
    }

    private static boolean nothing(int[] values, int from) {
        for (int i = from; i < values.length; i++) {
            if (values[i] > 0) {
                return false;
            }
        }
        return true;
    }
}
