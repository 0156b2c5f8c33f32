package org.weir.access.signin;

import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;

/** The table of those who wait with the right password for their code. */
final class SecondStepStore {
    record Row(String tokenHash, UUID user, int credential) {}

    void insert(Handle handle, Row row, Instant expires) {
        handle.createUpdate("""
                        insert into access.second_step (token_hash, user_id, credential, tries, expires_at)
                        values (:hash, :user, :credential, 0, :expires)""")
                .bind("hash", row.tokenHash())
                .bind("user", row.user())
                .bind("credential", row.credential())
                .bind("expires", expires)
                .execute();
    }

    /** Counts a try. Empty when it is unknown, too old or tried too often. */
    Optional<Row> tried(Handle handle, String hash, Instant now, int most) {
        int counted = handle.createUpdate("""
                        update access.second_step set tries = tries + 1
                        where token_hash = :hash and expires_at > :now and tries < :most""")
                .bind("hash", hash)
                .bind("now", now)
                .bind("most", most)
                .execute();
        return counted == 0
                ? Optional.empty()
                : handle.createQuery("select user_id, credential from access.second_step where token_hash = :hash")
                        .bind("hash", hash)
                        .map((rs, ctx) -> new Row(hash, rs.getObject("user_id", UUID.class), rs.getInt("credential")))
                        .findOne();
    }

    int delete(Handle handle, String hash) {
        return handle.createUpdate("delete from access.second_step where token_hash = :hash")
                .bind("hash", hash)
                .execute();
    }

    int deleteBefore(Handle handle, Instant now) {
        return handle.createUpdate("delete from access.second_step where expires_at <= :now")
                .bind("now", now)
                .execute();
    }
}
