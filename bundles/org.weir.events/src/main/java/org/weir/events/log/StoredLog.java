package org.weir.events.log;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.weir.events.api.Event;
import org.weir.events.api.EventLog;
import org.weir.store.api.Database;
import org.weir.store.api.Dialect;

/** The log in the database. */
public final class StoredLog implements EventLog {
    public static final String COLUMNS =
            "l.position, l.id, l.type, l.subject_type, l.subject, l.happened_at, l.actor, l.data";

    private final Database database;
    private final Positions positions;
    private final Runnable committed;
    private final ThreadLocal<@Nullable Long> marks = new ThreadLocal<>();

    /** @param committed called when a transaction with facts has ended, on the thread that ran it */
    public StoredLog(Database database, Runnable committed) {
        this.database = database;
        this.committed = committed;
        this.positions = database.dialect() == Dialect.POSTGRESQL
                ? database.write(PositionsOnPostgres::new)
                : database.read(PositionsOnHsqldb::new);
    }

    @Override
    public void append(List<Event> events) {
        if (events.isEmpty()) {
            return;
        }
        database.read(handle -> {
            if (!handle.isInTransaction()) {
                throw new IllegalStateException("A fact is written in the transaction that caused it: "
                        + events.get(0).type());
            }
            positions.append(handle, mark(handle), events);
            return true;
        });
    }

    private long mark(Handle handle) {
        Long mark = marks.get();
        if (mark == null) {
            long begun = positions.begin(handle);
            marks.set(begun);
            database.afterEnd(() -> {
                marks.remove();
                positions.end(begun);
                committed.run();
            });
            return begun;
        }
        return mark;
    }

    /** The last place up to which the log will not change any more. */
    public long decided(Handle handle) {
        return positions.decided(handle);
    }

    /** The facts after one place up to another, which must be decided. */
    public List<StoredEvent> between(Handle handle, long after, long upTo, int limit) {
        return handle.createQuery("select " + COLUMNS + """
                         from events.log l
                        where l.position > :after and l.position <= :upTo
                        order by l.position limit :limit
                        """)
                .bind("after", after)
                .bind("upTo", upTo)
                .bind("limit", limit)
                .map((row, context) -> map(row))
                .list();
    }

    /** The fact at a place. */
    public Optional<StoredEvent> at(Handle handle, long place) {
        return handle.createQuery("select " + COLUMNS + " from events.log l where l.position = :place")
                .bind("place", place)
                .map((row, context) -> map(row))
                .findOne();
    }

    /** The last fact up to a place. */
    public Optional<StoredEvent> last(Handle handle, long upTo) {
        return handle.createQuery("select " + COLUMNS + """
                         from events.log l
                        where l.position <= :upTo
                        order by l.position desc limit 1
                        """)
                .bind("upTo", upTo)
                .map((row, context) -> map(row))
                .findOne();
    }

    /**
     * From the first fact after a place to the last, both counted: how many facts come after it, and the places between
     * them that a lost transaction left empty. Counting the facts themselves would read millions of them for a consumer
     * that was taken away long ago.
     */
    public long stretchAfter(Handle handle, long after) {
        List<StoredEvent> next = between(handle, after, Long.MAX_VALUE, 1);
        return next.isEmpty()
                ? 0
                : last(handle, Long.MAX_VALUE).orElseThrow().position()
                        - next.get(0).position()
                        + 1;
    }

    /** A row of {@link #COLUMNS}. */
    public static StoredEvent map(ResultSet row) throws SQLException {
        return new StoredEvent(
                row.getLong("position"),
                new Event(
                        row.getObject("id", UUID.class),
                        row.getString("type"),
                        row.getString("subject_type"),
                        row.getObject("subject", UUID.class),
                        row.getObject("happened_at", OffsetDateTime.class).toInstant(),
                        row.getObject("actor", UUID.class),
                        row.getString("data")));
    }
}
