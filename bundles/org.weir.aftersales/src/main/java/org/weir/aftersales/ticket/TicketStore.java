package org.weir.aftersales.ticket;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.jspecify.annotations.Nullable;
import org.weir.aftersales.sla.Facts;
import org.weir.aftersales.sla.Facts.Grading;
import org.weir.aftersales.sla.Facts.Pause;
import org.weir.aftersales.sla.Metric;
import org.weir.aftersales.sla.Severity;
import org.weir.aftersales.ticket.Clocked.Derived;
import org.weir.aftersales.ticket.Clocked.Escalation;
import org.weir.base.api.Ids;
import org.weir.store.api.Database;

/** The facts of tickets, and what follows from them. */
final class TicketStore {
    private final Database database;

    TicketStore(Database database) {
        this.database = database;
    }

    Database database() {
        return database;
    }

    /** A pause with its reason. */
    record NotedPause(Instant from, @Nullable Instant until, String why) {}

    List<UUID> open() {
        return database.read(
                handle -> handle.createQuery("select id from aftersales.ticket where resolved_at is null order by id")
                        .mapTo(UUID.class)
                        .list());
    }

    /** Those to be looked at again by now. */
    List<UUID> dueForLook(Instant now) {
        return database.read(handle -> handle.createQuery(
                        "select id from aftersales.ticket_reckoned where next_at <= :now order by next_at, id")
                .bind("now", now)
                .mapTo(UUID.class)
                .list());
    }

    Optional<UUID> usualSla() {
        return database.read(
                handle -> handle.createQuery("select id from aftersales.sla where usual = true order by id limit 1")
                        .mapTo(UUID.class)
                        .findFirst());
    }

    List<Clocked> read(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        Map<UUID, List<Pause>> pauses = new HashMap<>();
        Map<UUID, List<Grading>> gradings = new HashMap<>();
        database.read(
                handle -> handle.createQuery("select ticket, from_at, until_at from aftersales.ticket_pause where "
                                + database.dialect().oneOf("ticket", "ids"))
                        .bindArray("ids", UUID.class, ids)
                        .map((row, context) -> pauses.computeIfAbsent(
                                        row.getObject("ticket", UUID.class), id -> new ArrayList<>())
                                .add(new Pause(known(row, "from_at"), instant(row, "until_at"))))
                        .list());
        database.read(
                handle -> handle.createQuery("select ticket, graded_at, severity from aftersales.ticket_grading where "
                                + database.dialect().oneOf("ticket", "ids") + " order by ticket, graded_at, id")
                        .bindArray("ids", UUID.class, ids)
                        .map((row, context) -> gradings.computeIfAbsent(
                                        row.getObject("ticket", UUID.class), id -> new ArrayList<>())
                                .add(new Grading(known(row, "graded_at"), Severity.of(row.getString("severity")))))
                        .list());
        return database.read(handle -> handle.createQuery(
                        "select * from aftersales.ticket t join aftersales.ticket_reckoned r on r.id = t.id where "
                                + database.dialect().oneOf("t.id", "ids"))
                .bindArray("ids", UUID.class, ids)
                .map((row, context) -> clocked(row, pauses, gradings))
                .list());
    }

    private static Clocked clocked(ResultSet row, Map<UUID, List<Pause>> pauses, Map<UUID, List<Grading>> gradings)
            throws SQLException {
        UUID id = row.getObject("id", UUID.class);
        Instant opened = known(row, "opened_at");
        List<Grading> grades =
                gradings.getOrDefault(id, List.of(new Grading(opened, Severity.of(row.getString("severity")))));
        Map<Metric, Instant> ends = new EnumMap<>(Metric.class);
        Map<Metric, Instant> fixed = new EnumMap<>(Metric.class);
        Map<Metric, Instant> dues = new EnumMap<>(Metric.class);
        Map<Metric, Boolean> breached = new EnumMap<>(Metric.class);
        for (Metric metric : Metric.values()) {
            put(ends, metric, instant(row, end(metric)));
            put(fixed, metric, instant(row, "fixed_" + metric.key()));
            put(dues, metric, instant(row, "due_" + metric.key()));
            if (row.getObject("breached_" + metric.key()) instanceof Boolean is) {
                breached.put(metric, is);
            }
        }
        UUID sla = row.getObject("sla", UUID.class);
        int escalation = row.getInt("escalation");
        Object made = row.getObject("sla_made");
        return new Clocked(
                id,
                sla,
                row.getObject("service_contract", UUID.class),
                new Facts(opened, pauses.getOrDefault(id, List.of()), grades, ends, fixed),
                new Derived(
                        sla,
                        instant(row, "due"),
                        dues,
                        breached,
                        made == null ? null : (Boolean) made,
                        escalation,
                        instant(row, "next_at")));
    }

    private static String end(Metric metric) {
        return switch (metric) {
            case RESPOND -> "responded_at";
            case RESTORE -> "restored_at";
            case RESOLVE -> "resolved_at";
        };
    }

    /** The SLAs that tickets go by from now on. */
    void agree(Map<UUID, UUID> slas) {
        if (slas.isEmpty()) {
            return;
        }
        database.perform(handle -> {
            try (PreparedBatch batch = handle.prepareBatch("update aftersales.ticket set sla = :sla where id = :id")) {
                slas.forEach((id, sla) -> batch.bind("id", id).bind("sla", sla).add());
                batch.execute();
            }
        });
    }

    void save(Map<UUID, Derived> derived) {
        if (derived.isEmpty()) {
            return;
        }
        database.perform(handle -> {
            try (PreparedBatch batch = handle.prepareBatch("""
                    update aftersales.ticket_reckoned
                    set due = :due, due_respond = :dueRespond, due_restore = :dueRestore,
                      due_resolve = :dueResolve, breached_respond = :respond, breached_restore = :restore,
                      breached_resolve = :resolve, sla_made = :made, escalation = :escalation, next_at = :next
                    where id = :id""")) {
                derived.forEach((id, it) -> batch.bind("id", id)
                        .bindByType("due", it.due(), Instant.class)
                        .bindByType("dueRespond", it.dues().get(Metric.RESPOND), Instant.class)
                        .bindByType("dueRestore", it.dues().get(Metric.RESTORE), Instant.class)
                        .bindByType("dueResolve", it.dues().get(Metric.RESOLVE), Instant.class)
                        .bindByType("respond", it.breached().get(Metric.RESPOND), Boolean.class)
                        .bindByType("restore", it.breached().get(Metric.RESTORE), Boolean.class)
                        .bindByType("resolve", it.breached().get(Metric.RESOLVE), Boolean.class)
                        .bindByType("made", it.made(), Boolean.class)
                        .bindByType(
                                "escalation",
                                it.escalation() == 0 ? null : Integer.valueOf(it.escalation()),
                                Integer.class)
                        .bindByType("next", it.next(), Instant.class)
                        .add());
                batch.execute();
            }
        });
    }

    List<Escalation> escalations(Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return database.read(handle -> handle.createQuery("select * from aftersales.ticket_escalation where "
                        + database.dialect().oneOf("ticket", "ids") + " order by raised_at, step")
                .bindArray("ids", UUID.class, ids)
                .map((row, context) -> new Escalation(
                        row.getObject("ticket", UUID.class),
                        row.getString("metric"),
                        row.getInt("step"),
                        known(row, "due"),
                        known(row, "raised_at"),
                        row.getString("why")))
                .list());
    }

    /** Each once: what is there already is left. */
    void raise(List<Escalation> escalations) {
        if (escalations.isEmpty()) {
            return;
        }
        database.perform(handle -> {
            try (PreparedBatch batch = handle.prepareBatch("""
                    insert into aftersales.ticket_escalation (id, ticket, metric, step, due, raised_at, why)
                    values (:id, :ticket, :metric, :step, :due, :raised, :why)""")) {
                escalations.forEach(it -> batch.bind("id", Ids.next())
                        .bind("ticket", it.ticket())
                        .bind("metric", it.metric())
                        .bind("step", it.step())
                        .bind("due", it.due())
                        .bind("raised", it.raisedAt())
                        .bindByType("why", it.why(), String.class)
                        .add());
                batch.execute();
            }
        });
    }

    void grade(UUID ticket, Instant at, Severity severity) {
        database.perform(handle -> handle.createUpdate("""
                        insert into aftersales.ticket_grading (id, ticket, graded_at, severity)
                        values (:id, :ticket, :at, :severity)""")
                .bind("id", Ids.next())
                .bind("ticket", ticket)
                .bind("at", at)
                .bind("severity", severity.key())
                .execute());
    }

    void forgetGradings(UUID ticket) {
        database.perform(handle -> handle.createUpdate("delete from aftersales.ticket_grading where ticket = :ticket")
                .bind("ticket", ticket)
                .execute());
    }

    void forgetPauses(UUID ticket) {
        database.perform(handle -> handle.createUpdate("delete from aftersales.ticket_pause where ticket = :ticket")
                .bind("ticket", ticket)
                .execute());
    }

    void pause(UUID ticket, Instant from, @Nullable Instant until, String why) {
        database.perform(handle -> handle.createUpdate("""
                        insert into aftersales.ticket_pause (id, ticket, from_at, until_at, why)
                        values (:id, :ticket, :from, :until, :why)""")
                .bind("id", Ids.next())
                .bind("ticket", ticket)
                .bind("from", from)
                .bindByType("until", until, Instant.class)
                .bind("why", why)
                .execute());
    }

    /** Ends the pause under way; one that would end before it began never was. */
    void resume(UUID ticket, Instant at) {
        database.perform(handle -> {
            handle.createUpdate(
                            "delete from aftersales.ticket_pause where ticket = :ticket and until_at is null and from_at >= :at")
                    .bind("ticket", ticket)
                    .bind("at", at)
                    .execute();
            handle.createUpdate(
                            "update aftersales.ticket_pause set until_at = :at where ticket = :ticket and until_at is null")
                    .bind("ticket", ticket)
                    .bind("at", at)
                    .execute();
        });
    }

    List<NotedPause> pauses(UUID ticket) {
        return database.read(handle -> handle.createQuery(
                        "select from_at, until_at, why from aftersales.ticket_pause where ticket = :ticket order by from_at")
                .bind("ticket", ticket)
                .map((row, context) ->
                        new NotedPause(known(row, "from_at"), instant(row, "until_at"), row.getString("why")))
                .list());
    }

    private static <T> void put(Map<Metric, T> map, Metric metric, @Nullable T value) {
        if (value != null) {
            map.put(metric, value);
        }
    }

    private static Instant known(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant instant(ResultSet row, String column) throws SQLException {
        OffsetDateTime value = row.getObject(column, OffsetDateTime.class);
        return value == null ? null : value.toInstant();
    }
}
