package org.weir.access.session;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Access.OpenSession;

/** The table of sessions. */
final class SessionStore {
    record Row(UUID id, String tokenHash, UUID user, Instant lastSeenAt, Instant expiresAt, String method) {}

    void insert(Handle handle, Row row, String address, String userAgent) {
        handle.createUpdate("""
                        insert into access.sessions
                          (id, token_hash, user_id, started_at, last_seen_at, expires_at, address, user_agent, method)
                        values (:id, :hash, :user, :now, :now, :expires, :address, :agent, :method)""")
                .bind("id", row.id())
                .bind("hash", row.tokenHash())
                .bind("user", row.user())
                .bind("now", row.lastSeenAt())
                .bind("expires", row.expiresAt())
                .bind("address", address)
                .bind("agent", userAgent)
                .bind("method", row.method())
                .execute();
    }

    Optional<Row> byHash(Handle handle, String hash) {
        return handle.createQuery("select * from access.sessions where token_hash = :hash")
                .bind("hash", hash)
                .map((rs, ctx) -> row(rs))
                .findOne();
    }

    List<OpenSession> openOf(Handle handle, UUID user, Instant now, Instant seenAfter) {
        return handle.createQuery("""
                        select * from access.sessions
                        where user_id = :user and expires_at > :now and last_seen_at > :seen
                        order by last_seen_at desc, id""")
                .bind("user", user)
                .bind("now", now)
                .bind("seen", seenAfter)
                .map((rs, ctx) -> new OpenSession(
                        rs.getObject("id", UUID.class),
                        rs.getObject("started_at", OffsetDateTime.class).toInstant(),
                        rs.getObject("last_seen_at", OffsetDateTime.class).toInstant(),
                        rs.getString("address"),
                        rs.getString("user_agent"),
                        rs.getString("method")))
                .list();
    }

    void touch(Handle handle, UUID id, Instant now) {
        handle.createUpdate("update access.sessions set last_seen_at = :now where id = :id and last_seen_at < :now")
                .bind("id", id)
                .bind("now", now)
                .execute();
    }

    int delete(Handle handle, UUID user, UUID id) {
        return handle.createUpdate("delete from access.sessions where id = :id and user_id = :user")
                .bind("id", id)
                .bind("user", user)
                .execute();
    }

    int deleteOf(Handle handle, UUID user, @Nullable UUID except) {
        return handle.createUpdate("delete from access.sessions where user_id = :user and id <> :except")
                .bind("user", user)
                .bind("except", except == null ? new UUID(0, 0) : except)
                .execute();
    }

    /** All but the last used ones. */
    int deleteBeyond(Handle handle, UUID user, int keep) {
        List<UUID> beyond = handle.createQuery("""
                        select id from access.sessions where user_id = :user
                        order by last_seen_at desc, started_at desc, id desc limit 1000 offset :keep""")
                .bind("user", user)
                .bind("keep", keep)
                .mapTo(UUID.class)
                .list();
        beyond.forEach(id -> delete(handle, user, id));
        return beyond.size();
    }

    int deleteOver(Handle handle, Instant now, Instant seenBefore) {
        return handle.createUpdate("""
                        delete from access.sessions where expires_at <= :now or last_seen_at <= :seen""")
                .bind("now", now)
                .bind("seen", seenBefore)
                .execute();
    }

    private static Row row(ResultSet rs) throws SQLException {
        return new Row(
                rs.getObject("id", UUID.class),
                rs.getString("token_hash"),
                rs.getObject("user_id", UUID.class),
                rs.getObject("last_seen_at", OffsetDateTime.class).toInstant(),
                rs.getObject("expires_at", OffsetDateTime.class).toInstant(),
                rs.getString("method"));
    }
}
