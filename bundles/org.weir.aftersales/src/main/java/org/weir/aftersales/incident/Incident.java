package org.weir.aftersales.incident;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.weir.aftersales.sla.Facts;
import org.weir.aftersales.sla.Facts.Grading;
import org.weir.aftersales.sla.Facts.Pause;
import org.weir.aftersales.sla.Metric;
import org.weir.aftersales.sla.Severity;

/**
 * An incident as its log tells it.
 *
 * @param lines in order of time, at least one
 */
record Incident(String number, Instant openedAt, List<Line> lines) {
    /** @param madeSla null when the log does not say */
    record Line(
            Instant at,
            String state,
            @Nullable String priority,
            @Nullable Boolean madeSla,
            @Nullable String subject) {
        boolean waits() {
            return state.startsWith("Awaiting");
        }

        boolean resolved() {
            return state.equals("Resolved") || closed();
        }

        boolean closed() {
            return state.equals("Closed");
        }

        boolean answered() {
            return !state.equals("New");
        }
    }

    Line last() {
        return lines.get(lines.size() - 1);
    }

    /** What the log says in the end. */
    @Nullable
    Boolean madeSla() {
        return last().madeSla();
    }

    /** {@code 3 - Moderate}: the first figure counts. */
    static Severity severity(@Nullable String priority) {
        char first = priority == null || priority.isEmpty() ? '4' : priority.charAt(0);
        return switch (first) {
            case '1' -> Severity.CRITICAL;
            case '2' -> Severity.MAJOR;
            case '3' -> Severity.MINOR;
            default -> Severity.QUESTION;
        };
    }

    Severity severity() {
        return severity(last().priority());
    }

    @Nullable
    Instant closedAt() {
        return last().closed() ? at(last()) : null;
    }

    /**
     * The facts: "Awaiting …" is a pause, and so is the time between a solution that did not hold and the reopening; another
     * priority is another severity from then on.
     */
    Facts facts() {
        List<Pause> pauses = new ArrayList<>();
        List<Grading> gradings = new ArrayList<>();
        gradings.add(new Grading(openedAt, severity(lines.get(0).priority())));
        Map<Metric, Instant> ends = new EnumMap<>(Metric.class);
        Instant waits = null;
        Instant resolved = null;
        for (Line line : lines) {
            Instant at = at(line);
            Severity severity = severity(line.priority());
            if (severity != gradings.get(gradings.size() - 1).severity()) {
                gradings.add(new Grading(at, severity));
            }
            if (line.answered()) {
                ends.putIfAbsent(Metric.RESPOND, at);
            }
            if (waits != null && !line.waits()) {
                pauses.add(new Pause(waits, at));
            }
            waits = line.waits() ? (waits == null ? at : waits) : null;
            if (resolved != null && !line.resolved()) {
                pauses.add(new Pause(resolved, at));
            }
            resolved = line.resolved() ? (resolved == null ? at : resolved) : null;
        }
        if (waits != null) {
            pauses.add(new Pause(waits, null));
        }
        if (resolved != null) {
            ends.put(Metric.RESTORE, resolved);
            ends.put(Metric.RESOLVE, resolved);
        }
        return new Facts(openedAt, pauses, gradings, ends, Map.of());
    }

    /** A few logs note changes before the opening. */
    private Instant at(Line line) {
        return line.at().isBefore(openedAt) ? openedAt : line.at();
    }
}
