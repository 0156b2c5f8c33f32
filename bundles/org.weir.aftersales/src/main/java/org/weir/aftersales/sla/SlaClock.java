package org.weir.aftersales.sla;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.weir.calendar.api.WorkCalendar;

/**
 * Reckons clocks from facts, whenever asked, with nothing remembered: so a restart, a corrected fact, a changed SLA or an
 * edited holiday list never leaves a wrong time behind. Only working time of the SLA's calendar outside pauses counts.
 * What happens after a promise was fulfilled does not touch its clock.
 */
public final class SlaClock {
    private SlaClock() {}

    /** The clocks of all that is promised. */
    public static Map<Metric, Reading> read(Facts facts, Terms terms) {
        Map<Metric, Reading> readings = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.values()) {
            Duration target = terms.target(facts.severity(metric), metric);
            if (target != null || facts.fixed().containsKey(metric)) {
                readings.put(metric, read(facts, terms, metric, target));
            }
        }
        return readings;
    }

    private static Reading read(Facts facts, Terms terms, Metric metric, @Nullable Duration target) {
        Instant end = facts.ends().get(metric);
        Instant fixed = facts.fixed().get(metric);
        boolean pausedNow = end == null && facts.pauses().stream().anyMatch(it -> it.until() == null);
        Instant due = fixed == null && target != null ? due(facts, terms.calendar(), target, end) : fixed;
        if (due == null) {
            return new Reading(metric, target, null, null, null, end, pausedNow, false);
        }
        Duration half = target == null ? terms.warnBefore() : target.dividedBy(2);
        Duration before = half.compareTo(terms.warnBefore()) < 0 ? half : terms.warnBefore();
        return new Reading(
                metric,
                target,
                due,
                terms.calendar().minus(due, before),
                terms.calendar().plus(due, terms.escalateAfter()),
                end,
                pausedNow,
                fixed != null);
    }

    /** Null while it is paused with time left. */
    private static @Nullable Instant due(Facts facts, WorkCalendar calendar, Duration target, @Nullable Instant end) {
        Instant at = facts.openedAt();
        Duration left = target;
        for (Facts.Pause pause : merged(facts, end)) {
            Duration run = calendar.between(at, pause.from());
            if (run.compareTo(left) >= 0) {
                break;
            }
            if (pause.until() == null) {
                return null;
            }
            left = left.minus(run);
            at = pause.until();
        }
        return calendar.plus(at, left);
    }

    /** The working time that counts from opening to the moment, or to the end of the promise if that was earlier. */
    public static Duration worked(Facts facts, WorkCalendar calendar, Metric metric, Instant now) {
        Instant end = facts.ends().get(metric);
        Instant until = end != null && end.isBefore(now) ? end : now;
        return counted(facts, calendar, until);
    }

    private static Duration counted(Facts facts, WorkCalendar calendar, Instant until) {
        if (!facts.openedAt().isBefore(until)) {
            return Duration.ZERO;
        }
        Duration all = calendar.between(facts.openedAt(), until);
        for (Facts.Pause pause : merged(facts, until)) {
            Instant to = pause.until() == null ? until : pause.until();
            all = all.minus(calendar.between(pause.from(), to));
        }
        return all;
    }

    /** Within opening and end, in order, none counted twice. */
    private static List<Facts.Pause> merged(Facts facts, @Nullable Instant end) {
        List<Facts.Pause> merged = new ArrayList<>();
        List<Facts.Pause> sorted = facts.pauses().stream()
                .sorted(Comparator.comparing(Facts.Pause::from))
                .toList();
        for (Facts.Pause raw : sorted) {
            Facts.Pause pause = clipped(raw, facts.openedAt(), end);
            if (pause == null) {
                continue;
            }
            Facts.Pause last = merged.isEmpty() ? null : merged.get(merged.size() - 1);
            if (last != null && (last.until() == null || !pause.from().isAfter(last.until()))) {
                merged.set(merged.size() - 1, new Facts.Pause(last.from(), later(last.until(), pause.until())));
            } else {
                merged.add(pause);
            }
        }
        return merged;
    }

    private static Facts.@Nullable Pause clipped(Facts.Pause pause, Instant start, @Nullable Instant end) {
        Instant from = pause.from().isBefore(start) ? start : pause.from();
        Instant until = pause.until();
        if (end != null && (until == null || until.isAfter(end))) {
            until = end;
        }
        return until != null && !from.isBefore(until) ? null : new Facts.Pause(from, until);
    }

    private static @Nullable Instant later(@Nullable Instant one, @Nullable Instant other) {
        return one == null || other == null ? null : one.isAfter(other) ? one : other;
    }
}
