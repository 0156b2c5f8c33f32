package org.weir.access.signin;

import java.time.Instant;
import java.time.OffsetDateTime;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.SqlStatement;
import org.jspecify.annotations.Nullable;
import org.weir.access.signin.Throttle.Key;

/** The table of failed tries. */
final class ThrottleStore {
    record Row(int failures, Instant lastAt, @Nullable Instant blockedUntil) {}

    /** Locks the row until the transaction ends. */
    void lockOrInsert(Handle handle, Key key, Instant now) {
        int found = on(handle.createUpdate("""
                        update access.throttle set failures = failures
                        where kind = :kind and subject = :subject"""), key).execute();
        if (found == 0) {
            on(handle.createUpdate("""
                            insert into access.throttle (kind, subject, failures, last_at)
                            values (:kind, :subject, 0, :now)"""), key).bind("now", now).execute();
        }
    }

    Row get(Handle handle, Key key) {
        return on(handle.createQuery("""
                        select failures, last_at, blocked_until from access.throttle
                        where kind = :kind and subject = :subject"""), key)
                .map((rs, ctx) -> new Row(
                        rs.getInt("failures"),
                        rs.getObject("last_at", OffsetDateTime.class).toInstant(),
                        instant(rs.getObject("blocked_until", OffsetDateTime.class))))
                .one();
    }

    void set(Handle handle, Key key, int failures, Instant now, @Nullable Instant blockedUntil) {
        on(handle.createUpdate("""
                        update access.throttle set failures = :failures, last_at = :now, blocked_until = :blocked
                        where kind = :kind and subject = :subject"""), key)
                .bind("failures", failures)
                .bind("now", now)
                .bindByType("blocked", blockedUntil, Instant.class)
                .execute();
    }

    /** Whether this wait was not noted yet. */
    boolean noteOnce(Handle handle, Key key, Instant until) {
        return on(handle.createUpdate("""
                                update access.throttle set noted_until = :until
                                where kind = :kind and subject = :subject
                                  and (noted_until is null or noted_until <> :until)"""), key).bind("until", until).execute() == 1;
    }

    void forget(Handle handle, Key key) {
        on(handle.createUpdate("delete from access.throttle where kind = :kind and subject = :subject"), key)
                .execute();
    }

    void takeBack(Handle handle, Key key) {
        on(handle.createUpdate("""
                        update access.throttle set failures = failures - 1, blocked_until = null
                        where kind = :kind and subject = :subject and failures > 0"""), key).execute();
    }

    int deleteBefore(Handle handle, Instant then) {
        return handle.createUpdate("delete from access.throttle where last_at < :then")
                .bind("then", then)
                .execute();
    }

    private static <S extends SqlStatement<S>> S on(S statement, Key key) {
        return statement.bind("kind", key.kind()).bind("subject", key.subject());
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
