package org.weir.events.delivery;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.weir.events.api.ParkedEvents.Parked;
import org.weir.events.log.StoredEvent;
import org.weir.events.log.StoredLog;
import org.weir.store.api.Database;

/** The facts that consumers could not take. */
final class Parking {
    private static final int REASON = 2_000;
    private static final String PARKED = "select p.consumer, p.attempts, p.reason, p.parked_at, " + StoredLog.COLUMNS
            + " from events.parked p join events.log l on l.position = p.position ";

    private final Database database;
    private final Clock clock;

    Parking(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    void park(Handle handle, String consumer, StoredEvent stored, int attempts, Throwable failure) {
        handle.createUpdate("""
                        insert into events.parked (consumer, position, event_id, attempts, reason, parked_at)
                        values (:consumer, :position, :event, :attempts, :reason, :now)
                        """)
                .bind("consumer", consumer)
                .bind("position", stored.position())
                .bind("event", stored.event().id())
                .bind("attempts", attempts)
                .bind("reason", reason(failure))
                .bind("now", clock.instant())
                .execute();
    }

    void failedAgain(String consumer, UUID event, Throwable failure) {
        database.perform(handle -> handle.createUpdate("""
                        update events.parked set attempts = attempts + 1, reason = :reason
                        where consumer = :consumer and event_id = :event
                        """)
                .bind("reason", reason(failure))
                .bind("consumer", consumer)
                .bind("event", event)
                .execute());
    }

    /** @return whether it was parked */
    boolean release(Handle handle, String consumer, UUID event) {
        return handle.createUpdate("delete from events.parked where consumer = :consumer and event_id = :event")
                        .bind("consumer", consumer)
                        .bind("event", event)
                        .execute()
                > 0;
    }

    Optional<Parked> find(String consumer, UUID event) {
        return database.read(
                handle -> handle.createQuery(PARKED + "where p.consumer = :consumer and p.event_id = :event")
                        .bind("consumer", consumer)
                        .bind("event", event)
                        .map((row, context) -> map(row))
                        .findOne());
    }

    List<Parked> newest(int limit) {
        return database.read(
                handle -> handle.createQuery(PARKED + "order by p.parked_at desc, p.position desc limit :n")
                        .bind("n", limit)
                        .map((row, context) -> map(row))
                        .list());
    }

    long count() {
        return database.read(handle -> handle.createQuery("select count(*) from events.parked")
                .mapTo(Long.class)
                .one());
    }

    private static Parked map(ResultSet row) throws SQLException {
        return new Parked(
                row.getString("consumer"),
                StoredLog.map(row).event(),
                row.getInt("attempts"),
                row.getString("reason"),
                row.getObject("parked_at", OffsetDateTime.class).toInstant());
    }

    private static String reason(Throwable failure) {
        String reason = failure.toString().replace('\0', ' ');
        return reason.length() > REASON ? reason.substring(0, REASON) : reason;
    }
}
