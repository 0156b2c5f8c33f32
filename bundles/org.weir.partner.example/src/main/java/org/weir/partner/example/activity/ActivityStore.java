package org.weir.partner.example.activity;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.weir.store.api.Database;

/** How often each account was met since the bundle is here. */
public final class ActivityStore {
    private final Database database;

    public ActivityStore(Database database) {
        this.database = database;
    }

    /** @param lastAt when the last touchpoint was logged */
    public record Activity(long touchpoints, Instant lastAt) {}

    public Optional<Activity> of(UUID account) {
        return database.read(handle -> find(handle, account));
    }

    /** Counts one touchpoint, once per event however often it is delivered. */
    void count(UUID event, UUID account, Instant at) {
        database.write(handle -> {
            if (handle.createQuery("select count(*) from example.counted where event = :event")
                            .bind("event", event)
                            .mapTo(Long.class)
                            .one()
                    > 0) {
                return false;
            }
            handle.createUpdate("insert into example.counted (event) values (:event)")
                    .bind("event", event)
                    .execute();
            String sql = find(handle, account).isPresent()
                    ? "update example.activity set touchpoints = touchpoints + 1, last_at = :at where account = :account"
                    : "insert into example.activity (account, touchpoints, last_at) values (:account, 1, :at)";
            handle.createUpdate(sql)
                    .bind("account", account)
                    .bind("at", at.atOffset(ZoneOffset.UTC))
                    .execute();
            return true;
        });
    }

    private static Optional<Activity> find(Handle handle, UUID account) {
        return handle.createQuery("select touchpoints, last_at from example.activity where account = :account")
                .bind("account", account)
                .map((row, context) -> new Activity(
                        row.getLong("touchpoints"),
                        row.getObject("last_at", OffsetDateTime.class).toInstant()))
                .findOne();
    }
}
