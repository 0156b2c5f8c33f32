package org.weir.events.delivery;

import java.util.List;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.weir.store.api.Database;
import org.weir.store.api.Dialect;

/** How far each consumer has come. */
final class Cursors {
    private final Database database;

    Cursors(Database database) {
        this.database = database;
    }

    /** Makes a cursor at the beginning unless there is one; another node may do so at the same time. @return where it is */
    long ensure(String consumer) {
        Optional<Long> known = position(consumer);
        if (known.isPresent()) {
            return known.get();
        }
        try {
            database.perform(
                    handle -> handle.createUpdate("insert into events.cursors (consumer, position) values (:c, 0)")
                            .bind("c", consumer)
                            .execute());
            return 0;
        } catch (JdbiException e) {
            return position(consumer).orElseThrow(() -> e);
        }
    }

    /** @param position the last fact that was passed */
    record Cursor(String consumer, long position) {}

    /** By consumer. */
    List<Cursor> all(Handle handle) {
        return handle.createQuery("select consumer, position from events.cursors order by consumer")
                .map((row, context) -> new Cursor(row.getString("consumer"), row.getLong("position")))
                .list();
    }

    Optional<Long> position(String consumer) {
        return database.read(handle -> find(handle, consumer, ""));
    }

    /** The cursor, held until the transaction ends; empty while another node holds it. */
    Optional<Long> lock(Handle handle, String consumer) {
        return find(handle, consumer, database.dialect() == Dialect.POSTGRESQL ? " for update skip locked" : "");
    }

    void move(Handle handle, String consumer, long position) {
        handle.createUpdate("update events.cursors set position = :p where consumer = :c")
                .bind("p", position)
                .bind("c", consumer)
                .execute();
    }

    private static Optional<Long> find(Handle handle, String consumer, String suffix) {
        return handle.createQuery("select position from events.cursors where consumer = :c" + suffix)
                .bind("c", consumer)
                .mapTo(Long.class)
                .findOne();
    }
}
