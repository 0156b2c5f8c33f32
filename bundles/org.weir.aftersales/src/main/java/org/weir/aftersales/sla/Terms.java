package org.weir.aftersales.sla;

import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.weir.calendar.api.WorkCalendar;

/**
 * What is promised, in working time of the SLA's own calendar.
 *
 * @param targets by severity; what is not promised has no entry
 * @param warnBefore how long before a due time its owner is warned; at most half of what is promised
 * @param escalateAfter how long after a missed due time the region manager is told
 */
public record Terms(
        WorkCalendar calendar,
        Map<Severity, Map<Metric, Duration>> targets,
        Duration warnBefore,
        Duration escalateAfter) {
    public @Nullable Duration target(@Nullable Severity severity, Metric metric) {
        Map<Metric, Duration> promised = severity == null ? null : targets.get(severity);
        return promised == null ? null : promised.get(metric);
    }
}
