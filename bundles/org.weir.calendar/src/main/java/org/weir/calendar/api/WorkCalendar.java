package org.weir.calendar.api;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.time.zone.ZoneOffsetTransition;
import java.time.zone.ZoneRules;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Predicate;

/**
 * When work is done, and how to reckon with it. Hours are those of the clock on the wall in the calendar's zone, with the
 * offset that the date had or will have: a day on which the clocks change has an hour less or more of a time that spans
 * the change, and no other. Exact to the microsecond. Immutable and safe for threads; what has been worked out of a week
 * is kept.
 */
public final class WorkCalendar {
    /** Longer without work is taken for never: ten years. */
    private static final int IDLE_WEEKS = 522;

    private static final int KEPT_WEEKS = 4_000;
    private static final long MONDAY = 3;

    private final ZoneId zone;
    private final WeeklyHours hours;
    private final Predicate<LocalDate> dayOff;
    private final Set<LocalDate> extraDays;
    private final ConcurrentMap<Long, Week> weeks = new ConcurrentHashMap<>();

    /**
     * @param dayOff whether a date is free; asked again and again, so quick, and always with the same answer
     * @param extraDays worked although the week or {@code dayOff} says otherwise; in the hours of that weekday or, when it
     *     has none, of the first working day of the week
     * @throws NoWorkingTime when the week has no hours
     */
    public WorkCalendar(ZoneId zone, WeeklyHours hours, Predicate<LocalDate> dayOff, Set<LocalDate> extraDays) {
        if (hours.isEmpty()) {
            throw new NoWorkingTime("The calendar has no working hours in any week.");
        }
        this.zone = zone;
        this.hours = hours;
        this.dayOff = dayOff;
        this.extraDays = Set.copyOf(extraDays);
    }

    /** Every minute of every day. */
    public static WorkCalendar always(ZoneId zone) {
        return new WorkCalendar(zone, WeeklyHours.always(), date -> false, Set.of());
    }

    /** From the first moment to the last, which no longer belongs to it. */
    public record Span(Instant from, Instant to) {}

    public ZoneId zone() {
        return zone;
    }

    public WeeklyHours hours() {
        return hours;
    }

    public boolean works(LocalDate date) {
        return !slots(date).isEmpty();
    }

    /** The working times of the date in the calendar's zone, in order. */
    public List<Span> spans(LocalDate date) {
        List<Span> spans = new ArrayList<>();
        for (WeeklyHours.Slot slot : slots(date)) {
            Instant from = at(date, slot.from());
            Instant to = at(date, slot.to());
            if (from.isBefore(to)) {
                spans.add(new Span(from, to));
            }
        }
        return spans;
    }

    /** The working time from one moment to the other; negative when the other comes first. */
    public Duration between(Instant from, Instant to) {
        if (to.isBefore(from)) {
            return between(to, from).negated();
        }
        long begin = micros(from);
        long end = micros(to);
        long last = week(to);
        long sum = 0;
        for (long week = week(from); week <= last; week++) {
            sum += spansOf(week).within(begin, end);
        }
        return Duration.of(sum, ChronoUnit.MICROS);
    }

    /**
     * The earliest moment by which so much working time has passed; no time leads to the moment itself, a negative one back.
     *
     * @throws NoWorkingTime when nothing is worked for ten years
     */
    public Instant plus(Instant from, Duration working) {
        if (working.isNegative()) {
            return minus(from, working.negated());
        }
        long left = micros(working);
        if (left == 0) {
            return from;
        }
        long begin = micros(from);
        int idle = 0;
        for (long week = week(from); idle < IDLE_WEEKS; week++) {
            Week spans = spansOf(week);
            long room = spans.within(begin, Long.MAX_VALUE);
            if (room >= left) {
                return instant(spans.after(begin, left));
            }
            left -= room;
            idle = room == 0 ? idle + 1 : 0;
        }
        throw never(from);
    }

    /**
     * The latest moment from which so much working time passes until the given one.
     *
     * @throws NoWorkingTime when nothing was worked for ten years
     */
    public Instant minus(Instant to, Duration working) {
        if (working.isNegative()) {
            return plus(to, working.negated());
        }
        long left = micros(working);
        if (left == 0) {
            return to;
        }
        long end = micros(to);
        int idle = 0;
        for (long week = week(to); idle < IDLE_WEEKS; week--) {
            Week spans = spansOf(week);
            long room = spans.within(Long.MIN_VALUE, end);
            if (room >= left) {
                return instant(spans.before(end, left));
            }
            left -= room;
            idle = room == 0 ? idle + 1 : 0;
        }
        throw never(to);
    }

    public boolean isWorking(Instant at) {
        long micros = micros(at);
        return spansOf(week(at)).within(micros, micros + 1) == 1;
    }

    /**
     * The moment itself when work is done then, else the next beginning of work.
     *
     * @throws NoWorkingTime when nothing is worked for ten years
     */
    public Instant nextStart(Instant at) {
        if (isWorking(at)) {
            return at;
        }
        long begin = micros(at);
        long first = week(at);
        for (long week = first; week < first + IDLE_WEEKS; week++) {
            Week spans = spansOf(week);
            if (spans.within(begin, Long.MAX_VALUE) > 0) {
                return instant(spans.after(begin, 1) - 1);
            }
        }
        throw never(at);
    }

    private NoWorkingTime never(Instant at) {
        return new NoWorkingTime("The calendar has no working time within ten years of " + at.atZone(zone) + ".");
    }

    private List<WeeklyHours.Slot> slots(LocalDate date) {
        List<WeeklyHours.Slot> usual = hours.on(date.getDayOfWeek());
        if (extraDays.contains(date)) {
            return usual.isEmpty() ? hours.ofAnyDay() : usual;
        }
        return usual.isEmpty() || dayOff.test(date) ? List.of() : usual;
    }

    /** A time that the changing clocks leave out is the moment of the change; of one that comes twice it is the first. */
    private Instant at(LocalDate date, int minutes) {
        LocalDateTime local =
                minutes == 1440 ? date.plusDays(1).atStartOfDay() : date.atTime(LocalTime.ofSecondOfDay(minutes * 60L));
        ZoneRules rules = zone.getRules();
        ZoneOffsetTransition change = rules.getTransition(local);
        if (change != null && change.isGap()) {
            return change.getInstant();
        }
        return local.toInstant(change == null ? rules.getOffset(local) : change.getOffsetBefore());
    }

    /** Weeks counted from that of 1 January 1970, by the calendar's own days. */
    private long week(Instant at) {
        return Math.floorDiv(at.atZone(zone).toLocalDate().toEpochDay() + MONDAY, 7L);
    }

    private Week spansOf(long week) {
        Week known = weeks.get(week);
        if (known != null) {
            return known;
        }
        if (weeks.size() >= KEPT_WEEKS) {
            weeks.clear();
        }
        Week fresh = Week.of(this, LocalDate.ofEpochDay(week * 7 - MONDAY));
        weeks.put(week, fresh);
        return fresh;
    }

    private static long micros(Instant at) {
        return Math.addExact(Math.multiplyExact(at.getEpochSecond(), 1_000_000L), at.getNano() / 1_000);
    }

    private static long micros(Duration length) {
        return Math.addExact(Math.multiplyExact(length.getSeconds(), 1_000_000L), length.getNano() / 1_000);
    }

    private static Instant instant(long micros) {
        return Instant.ofEpochSecond(Math.floorDiv(micros, 1_000_000L), Math.floorMod(micros, 1_000_000L) * 1_000L);
    }

    /** The spans of one week in order, in microseconds of the epoch. */
    private record Week(List<long[]> spans) {
        static Week of(WorkCalendar calendar, LocalDate monday) {
            List<long[]> spans = new ArrayList<>();
            for (int day = 0; day < DayOfWeek.values().length; day++) {
                for (Span span : calendar.spans(monday.plusDays(day))) {
                    spans.add(new long[] {micros(span.from()), micros(span.to())});
                }
            }
            return new Week(spans);
        }

        long within(long from, long to) {
            long sum = 0;
            for (long[] span : spans) {
                sum += Math.max(0, Math.min(span[1], to) - Math.max(span[0], from));
            }
            return sum;
        }

        long after(long from, long length) {
            long left = length;
            for (long[] span : spans) {
                long start = Math.max(span[0], from);
                long room = Math.max(0, span[1] - start);
                if (room >= left) {
                    return start + left;
                }
                left -= room;
            }
            throw new IllegalStateException("asked for more than there is");
        }

        long before(long to, long length) {
            long left = length;
            for (int i = spans.size() - 1; i >= 0; i--) {
                long end = Math.min(spans.get(i)[1], to);
                long room = Math.max(0, end - spans.get(i)[0]);
                if (room >= left) {
                    return end - left;
                }
                left -= room;
            }
            throw new IllegalStateException("asked for more than there is");
        }
    }
}
