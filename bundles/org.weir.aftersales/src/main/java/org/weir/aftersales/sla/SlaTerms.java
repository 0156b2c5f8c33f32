package org.weir.aftersales.sla;

import java.time.Duration;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.calendar.api.WorkCalendar;
import org.weir.calendar.api.WorkCalendars;
import org.weir.store.api.Database;

/** The terms of SLAs as stored now. */
public final class SlaTerms {
    private static final Duration WARN = Duration.ofMinutes(60);
    private static final Duration ESCALATE = Duration.ofMinutes(240);

    private final Database database;
    private final WorkCalendars calendars;

    public SlaTerms(Database database, WorkCalendars calendars) {
        this.database = database;
        this.calendars = calendars;
    }

    private record Head(@Nullable UUID calendar, Duration warnBefore, Duration escalateAfter) {}

    /** All SLAs by id. */
    public Map<UUID, Terms> all() {
        Map<UUID, Map<Severity, Map<Metric, Duration>>> targets = targets();
        Map<UUID, Terms> terms = new HashMap<>();
        Map<UUID, Head> heads = heads();
        Map<UUID, WorkCalendar> known = calendars.all(heads.values().stream()
                .map(Head::calendar)
                .filter(Objects::nonNull)
                .toList());
        heads.forEach((id, head) -> terms.put(
                id,
                new Terms(
                        calendar(head, known),
                        targets.getOrDefault(id, Map.of()),
                        head.warnBefore(),
                        head.escalateAfter())));
        return terms;
    }

    private WorkCalendar calendar(Head head, Map<UUID, WorkCalendar> known) {
        WorkCalendar its = head.calendar() == null ? null : known.get(head.calendar());
        return its == null ? calendars.orStandard(head.calendar()) : its;
    }

    /** Nothing promised, in the region's usual hours: for due times that are set by hand without an SLA. */
    public Terms none() {
        return new Terms(calendars.standard(), Map.of(), WARN, ESCALATE);
    }

    public WorkCalendar standard() {
        return calendars.standard();
    }

    private Map<UUID, Head> heads() {
        Map<UUID, Head> heads = new HashMap<>();
        database.read(
                handle -> handle.createQuery("select id, calendar, warn_minutes, escalate_minutes from aftersales.sla")
                        .map((row, context) -> heads.put(
                                row.getObject("id", UUID.class),
                                new Head(
                                        row.getObject("calendar", UUID.class),
                                        minutes(row.getObject("warn_minutes"), WARN),
                                        minutes(row.getObject("escalate_minutes"), ESCALATE))))
                        .list());
        return heads;
    }

    private Map<UUID, Map<Severity, Map<Metric, Duration>>> targets() {
        Map<UUID, Map<Severity, Map<Metric, Duration>>> targets = new HashMap<>();
        database.read(handle -> handle.createQuery(
                        "select sla, severity, respond, restore, resolve from aftersales.sla_target")
                .map((row, context) -> {
                    Map<Metric, Duration> promised = new EnumMap<>(Metric.class);
                    for (Metric metric : Metric.values()) {
                        if (row.getObject(metric.key()) instanceof Number minutes) {
                            promised.put(metric, Duration.ofMinutes(minutes.longValue()));
                        }
                    }
                    return targets.computeIfAbsent(
                                    row.getObject("sla", UUID.class), id -> new EnumMap<>(Severity.class))
                            .put(Severity.of(row.getString("severity")), promised);
                })
                .list());
        return targets;
    }

    private static Duration minutes(@Nullable Object stored, Duration usually) {
        return stored instanceof Number minutes ? Duration.ofMinutes(minutes.longValue()) : usually;
    }
}
