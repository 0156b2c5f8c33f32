package org.weir.aftersales.sla;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What happened to a ticket: all that its clocks are reckoned from.
 *
 * @param pauses in any order; they may overlap
 * @param gradings severities from when on, in order of time; before the first one the first holds
 * @param ends when a promise was fulfilled; without an entry it is still to be
 * @param fixed due times that somebody set by hand: nothing moves them
 */
public record Facts(
        Instant openedAt,
        List<Pause> pauses,
        List<Grading> gradings,
        Map<Metric, Instant> ends,
        Map<Metric, Instant> fixed) {
    public Facts {
        pauses = List.copyOf(pauses);
        gradings = List.copyOf(gradings);
        ends = Map.copyOf(ends);
        fixed = Map.copyOf(fixed);
    }

    /** Time that does not count, because we wait for the customer; {@code until} is null while it lasts. */
    public record Pause(Instant from, @Nullable Instant until) {}

    public record Grading(Instant at, Severity severity) {}

    /** The severity by which the metric is judged: that of its end, or the latest while it runs. */
    public @Nullable Severity severity(Metric metric) {
        Instant end = ends.get(metric);
        Severity found = gradings.isEmpty() ? null : gradings.get(0).severity();
        for (Grading grading : gradings) {
            if (end == null || !grading.at().isAfter(end)) {
                found = grading.severity();
            }
        }
        return found;
    }
}
