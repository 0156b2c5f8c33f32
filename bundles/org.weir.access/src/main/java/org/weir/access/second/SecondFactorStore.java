package org.weir.access.second;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.weir.store.api.Seal;

/** The tables of authenticators and recovery codes. */
final class SecondFactorStore {
    static final String TABLE = "access.second_factor";
    static final String KEY = "user_id";
    static final String COLUMN = "secret";

    private final Seal seal;

    SecondFactorStore(Seal seal) {
        this.seal = seal;
    }

    record Row(String secret, long lastStep, Instant since) {}

    Optional<Row> get(Handle handle, UUID user) {
        return handle.createQuery("select * from access.second_factor where user_id = :user")
                .bind("user", user)
                .map((rs, ctx) -> new Row(
                        seal.open(TABLE + "." + COLUMN, user.toString(), rs.getString(COLUMN)),
                        rs.getLong("last_step"),
                        rs.getObject("since", OffsetDateTime.class).toInstant()))
                .findOne();
    }

    void replace(Handle handle, UUID user, Row row) {
        delete(handle, user);
        handle.createUpdate("""
                        insert into access.second_factor (user_id, secret, last_step, since)
                        values (:user, :secret, :step, :since)""")
                .bind("user", user)
                .bind("secret", seal.seal(TABLE + "." + COLUMN, user.toString(), row.secret()))
                .bind("step", row.lastStep())
                .bind("since", row.since())
                .execute();
    }

    /** Whether the step was not taken before; of two at the same time one gets it. */
    boolean take(Handle handle, UUID user, long step) {
        return handle.createUpdate("""
                        update access.second_factor set last_step = :step where user_id = :user and last_step < :step""").bind("user", user).bind("step", step).execute() == 1;
    }

    void delete(Handle handle, UUID user) {
        handle.createUpdate("delete from access.second_factor where user_id = :user")
                .bind("user", user)
                .execute();
        handle.createUpdate("delete from access.recovery_code where user_id = :user")
                .bind("user", user)
                .execute();
    }

    void inForce(Handle handle, UUID user, boolean on) {
        handle.createUpdate("update access.users set second_factor = :on where id = :user")
                .bind("user", user)
                .bind("on", on)
                .execute();
    }

    void replaceCodes(Handle handle, UUID user, Collection<String> hashes) {
        handle.createUpdate("delete from access.recovery_code where user_id = :user")
                .bind("user", user)
                .execute();
        for (String hash : hashes) {
            handle.createUpdate("insert into access.recovery_code (user_id, code_hash) values (:user, :hash)")
                    .bind("user", user)
                    .bind("hash", hash)
                    .execute();
        }
    }

    int codesLeft(Handle handle, UUID user) {
        return handle.createQuery("select count(*) from access.recovery_code where user_id = :user")
                .bind("user", user)
                .mapTo(Integer.class)
                .one();
    }

    boolean useCode(Handle handle, UUID user, String hash) {
        return handle.createUpdate("delete from access.recovery_code where user_id = :user and code_hash = :hash")
                        .bind("user", user)
                        .bind("hash", hash)
                        .execute()
                == 1;
    }
}
