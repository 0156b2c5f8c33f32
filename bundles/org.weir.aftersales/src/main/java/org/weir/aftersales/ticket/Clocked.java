package org.weir.aftersales.ticket;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.aftersales.sla.Facts;
import org.weir.aftersales.sla.Metric;
import org.weir.aftersales.sla.Reading;

/**
 * A ticket as its clocks see it.
 *
 * @param derived what is stored of the clocks now
 */
record Clocked(UUID id, @Nullable UUID sla, @Nullable UUID serviceContract, Facts facts, Derived derived) {
    /** Nothing runs any more, and nothing will be reckoned again by itself. */
    boolean resolved() {
        return facts.ends().containsKey(Metric.RESOLVE);
    }

    /**
     * What follows from facts and terms at a moment; kept in columns so that lists can sort and filter by it.
     *
     * @param next when to look again
     */
    record Derived(
            @Nullable UUID sla,
            @Nullable Instant due,
            Map<Metric, Instant> dues,
            Map<Metric, Boolean> breached,
            @Nullable Boolean made,
            int escalation,
            @Nullable Instant next) {
        static Derived of(
                @Nullable UUID sla,
                Map<Metric, Reading> readings,
                boolean resolved,
                int escalation,
                @Nullable Instant next,
                Instant now) {
            Map<Metric, Instant> dues = new EnumMap<>(Metric.class);
            Map<Metric, Boolean> breached = new EnumMap<>(Metric.class);
            Instant first = null;
            boolean missed = false;
            for (Reading reading : readings.values()) {
                breached.put(reading.metric(), reading.breached(now));
                missed |= reading.breached(now);
                Instant due = reading.due();
                if (due != null) {
                    dues.put(reading.metric(), due);
                    first = reading.running() && (first == null || due.isBefore(first)) ? due : first;
                }
            }
            Boolean made = missed ? Boolean.FALSE : resolved && !readings.isEmpty() ? Boolean.TRUE : null;
            return new Derived(sla, first, dues, breached, made, escalation, next);
        }
    }

    /** @param step 1 owner, 2 service manager, 3 region manager */
    record Escalation(
            UUID ticket,
            String metric,
            int step,
            Instant due,
            Instant raisedAt,
            @Nullable String why) {
        /** What the event of it says; the words stand in the ticket's comments. */
        String data() {
            return "{\"step\":" + step + ",\"metric\":\"" + metric + "\"}";
        }
    }
}
