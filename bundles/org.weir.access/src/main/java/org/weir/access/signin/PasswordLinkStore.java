package org.weir.access.signin;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The table of links for new passwords. */
final class PasswordLinkStore {
    record Row(UUID user, int credential) {}

    /** In place of an earlier one. */
    void replace(Handle handle, String hash, Row row, Instant expires) {
        deleteOf(handle, row.user());
        handle.createUpdate("""
                        insert into access.password_link (token_hash, user_id, credential, expires_at)
                        values (:hash, :user, :credential, :expires)""")
                .bind("hash", hash)
                .bind("user", row.user())
                .bind("credential", row.credential())
                .bind("expires", expires)
                .execute();
    }

    Optional<Row> get(Handle handle, String hash, Instant now) {
        return handle.createQuery("""
                        select user_id, credential from access.password_link
                        where token_hash = :hash and expires_at > :now""")
                .bind("hash", hash)
                .bind("now", now)
                .map((rs, ctx) -> new Row(rs.getObject("user_id", UUID.class), rs.getInt("credential")))
                .findOne();
    }

    void deleteOf(Handle handle, UUID user) {
        handle.createUpdate("delete from access.password_link where user_id = :user")
                .bind("user", user)
                .execute();
    }
}
