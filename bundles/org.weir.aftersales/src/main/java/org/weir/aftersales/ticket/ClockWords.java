package org.weir.aftersales.ticket;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.weir.aftersales.sla.Lengths;
import org.weir.aftersales.sla.Metric;
import org.weir.aftersales.sla.Reading;
import org.weir.aftersales.sla.SlaClock;
import org.weir.aftersales.ticket.ReckonTickets.Clocks;
import org.weir.base.api.Text;
import org.weir.records.api.ComputedField.Badge;

/** What clocks say, in words of the reader's language. Times are working time of the SLA's calendar. */
final class ClockWords {
    private ClockWords() {}

    static Text length(Duration length) {
        return Lengths.text(length);
    }

    static Text name(Metric metric) {
        return Text.of("sla.metric." + metric.key());
    }

    static String tone(Reading reading, Instant now) {
        if (reading.breached(now)) {
            return "bad";
        }
        if (!reading.running()) {
            return "good";
        }
        return reading.paused() ? "info" : reading.level(now) == 1 ? "warn" : "plain";
    }

    /** How it stands: 35 min late, in time, stands still, 1 h 50 min left. */
    static Text state(Clocks clocks, Reading reading) {
        Instant now = clocks.now();
        Instant due = reading.due();
        if (reading.breached(now) && due != null) {
            Instant end = reading.endedAt() == null ? now : reading.endedAt();
            Duration late = clocks.terms().calendar().between(due, end);
            return Text.of("ticket.late", length(late.toMinutes() == 0 ? Duration.between(due, end) : late));
        }
        if (!reading.running()) {
            return Text.of("ticket.in-time");
        }
        if (due == null || (reading.paused() && !reading.fixed())) {
            return Text.of("ticket.stands-still", length(left(clocks, reading)));
        }
        return Text.of("ticket.left", length(clocks.terms().calendar().between(now, due)));
    }

    private static Duration left(Clocks clocks, Reading reading) {
        Duration target = reading.target();
        Duration left = target == null ? Duration.ZERO : target.minus(worked(clocks, reading));
        return left.isNegative() ? Duration.ZERO : left;
    }

    static Duration worked(Clocks clocks, Reading reading) {
        return SlaClock.worked(clocks.ticket().facts(), clocks.terms().calendar(), reading.metric(), clocks.now());
    }

    /** The clock that matters most in a list; none when nothing is promised. */
    static List<Badge> badges(Clocks clocks) {
        Map<Metric, Reading> readings = clocks.readings();
        if (readings.isEmpty()) {
            return List.of();
        }
        if (clocks.ticket().resolved()) {
            boolean missed = readings.values().stream().anyMatch(it -> it.breached(clocks.now()));
            Text said = Text.of(missed ? "ticket.sla-missed" : "ticket.sla-made");
            return List.of(new Badge(said, missed ? "bad" : "good", said));
        }
        Reading first = first(readings);
        if (first == null) {
            return List.of();
        }
        Text words = Text.of("ticket.clock", name(first.metric()), state(clocks, first));
        return List.of(new Badge(words, tone(first, clocks.now()), words));
    }

    private static @Nullable Reading first(Map<Metric, Reading> readings) {
        Reading first = null;
        for (Reading reading : readings.values()) {
            if (reading.running() && (first == null || before(reading, first))) {
                first = reading;
            }
        }
        return first;
    }

    private static boolean before(Reading one, Reading other) {
        return one.due() != null && (other.due() == null || one.due().isBefore(other.due()));
    }
}
