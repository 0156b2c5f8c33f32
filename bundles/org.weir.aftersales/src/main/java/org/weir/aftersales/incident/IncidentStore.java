package org.weir.aftersales.incident;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.aftersales.incident.Incident.Line;
import org.weir.store.api.Database;

/** Logs as imported, and which tickets were made of them. */
final class IncidentStore {
    private final Database database;

    IncidentStore(Database database) {
        this.database = database;
    }

    Database database() {
        return database;
    }

    /** All incidents by number. */
    List<Incident> incidents() {
        Map<String, Instant> opened = new LinkedHashMap<>();
        Map<String, List<Line>> lines = new LinkedHashMap<>();
        database.read(handle -> handle.createQuery("""
                        select incident, opened_at, happened_at, state, priority, made_sla, category, symptom
                        from aftersales.incident_event
                        order by incident, happened_at, change_count, id""")
                .map((row, context) -> {
                    String number = row.getString("incident");
                    opened.putIfAbsent(number, instant(row, "opened_at"));
                    return lines.computeIfAbsent(number, key -> new ArrayList<>())
                            .add(line(row));
                })
                .list());
        List<Incident> incidents = new ArrayList<>();
        opened.forEach((number, at) -> incidents.add(new Incident(number, at, lines.getOrDefault(number, List.of()))));
        return incidents;
    }

    private static Line line(ResultSet row) throws SQLException {
        Object made = row.getObject("made_sla");
        return new Line(
                instant(row, "happened_at"),
                row.getString("state"),
                known(row.getString("priority")),
                made == null ? null : (Boolean) made,
                subject(known(row.getString("category")), known(row.getString("symptom"))));
    }

    private static @Nullable String subject(@Nullable String category, @Nullable String symptom) {
        return category == null ? symptom : symptom == null ? category : category + ", " + symptom;
    }

    /** Logs write {@code ?} for what nobody knows. */
    private static @Nullable String known(@Nullable String value) {
        return value == null || value.equals("?") ? null : value;
    }

    private static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    /** @param replayed whether it was made by a replay */
    record Known(UUID ticket, boolean replayed) {}

    Optional<Known> ticket(String number) {
        return database.read(handle -> handle.createQuery("""
                        select t.id, r.ticket from aftersales.ticket t
                        left join aftersales.incident_replay r on r.ticket = t.id
                        where t.number = :number""")
                .bind("number", number)
                .map((row, context) ->
                        new Known(row.getObject("id", UUID.class), row.getObject("ticket", UUID.class) != null))
                .findFirst());
    }

    void note(UUID ticket, boolean made, Instant at) {
        database.perform(handle -> {
            handle.createUpdate("delete from aftersales.incident_replay where ticket = :ticket")
                    .bind("ticket", ticket)
                    .execute();
            handle.createUpdate("""
                            insert into aftersales.incident_replay (ticket, recorded_made, replayed_at)
                            values (:ticket, :made, :at)""")
                    .bind("ticket", ticket)
                    .bind("made", made)
                    .bind("at", at)
                    .execute();
        });
    }

    /** What the logs said, by ticket. */
    Map<UUID, Boolean> recorded() {
        Map<UUID, Boolean> recorded = new LinkedHashMap<>();
        database.read(handle -> handle.createQuery("""
                        select r.ticket, r.recorded_made from aftersales.incident_replay r
                        join aftersales.ticket t on t.id = r.ticket order by t.number""")
                .map((row, context) -> {
                    recorded.put(row.getObject("ticket", UUID.class), row.getBoolean("recorded_made"));
                    return true;
                })
                .list());
        return recorded;
    }
}
