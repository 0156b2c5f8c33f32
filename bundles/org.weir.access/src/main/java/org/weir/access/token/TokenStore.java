package org.weir.access.token;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Tokens.Token;

/** The table of tokens. */
final class TokenStore {
    record Row(UUID user, String hash, Token token) {}

    void insert(Handle handle, Row row) {
        Token token = row.token();
        handle.createUpdate("""
                        insert into access.tokens (id, user_id, name, secret_hash, ending, read_only, permissions,
                          created_at, expires_at, last_address)
                        values (:id, :user, :name, :hash, :ending, :readOnly, :permissions, :created, :expires, '')""")
                .bind("id", token.id())
                .bind("user", row.user())
                .bind("name", token.name())
                .bind("hash", row.hash())
                .bind("ending", token.ending())
                .bind("readOnly", token.readOnly())
                .bind("permissions", String.join(" ", token.permissions()))
                .bind("created", token.createdAt())
                .bindByType("expires", token.expiresAt(), Instant.class)
                .execute();
    }

    Optional<Row> byHash(Handle handle, String hash) {
        return handle.createQuery("select * from access.tokens where secret_hash = :hash")
                .bind("hash", hash)
                .map((rs, ctx) -> row(rs))
                .findOne();
    }

    List<Token> of(Handle handle, UUID user) {
        return handle.createQuery("select * from access.tokens where user_id = :user order by created_at desc, id")
                .bind("user", user)
                .map((rs, ctx) -> row(rs).token())
                .list();
    }

    void touch(Handle handle, UUID id, Instant now, String address) {
        handle.createUpdate("""
                        update access.tokens set last_used_at = :now, last_address = :address
                        where id = :id and (last_used_at is null or last_used_at < :now)""")
                .bind("id", id)
                .bind("now", now)
                .bind("address", address)
                .execute();
    }

    Optional<Token> delete(Handle handle, UUID user, UUID id) {
        Optional<Token> token =
                of(handle, user).stream().filter(t -> t.id().equals(id)).findFirst();
        handle.createUpdate("delete from access.tokens where id = :id and user_id = :user")
                .bind("id", id)
                .bind("user", user)
                .execute();
        return token;
    }

    private static Row row(ResultSet rs) throws SQLException {
        String permissions = rs.getString("permissions");
        return new Row(
                rs.getObject("user_id", UUID.class),
                rs.getString("secret_hash"),
                new Token(
                        rs.getObject("id", UUID.class),
                        rs.getString("name"),
                        rs.getString("ending"),
                        rs.getBoolean("read_only"),
                        permissions.isEmpty() ? Set.of() : new TreeSet<>(List.of(permissions.split(" "))),
                        rs.getObject("created_at", OffsetDateTime.class).toInstant(),
                        instant(rs.getObject("expires_at", OffsetDateTime.class)),
                        instant(rs.getObject("last_used_at", OffsetDateTime.class)),
                        rs.getString("last_address")));
    }

    private static @Nullable Instant instant(@Nullable OffsetDateTime at) {
        return at == null ? null : at.toInstant();
    }
}
