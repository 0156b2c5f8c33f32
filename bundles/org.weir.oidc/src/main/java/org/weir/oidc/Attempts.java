package org.weir.oidc;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;

/** The table of those who were sent to the provider. */
final class Attempts {
    record Row(String nonce, String verifier, String back) {}

    void insert(Handle handle, String state, String browser, Row row, Instant now, Instant expires) {
        handle.createUpdate("delete from oidc.attempt where expires_at <= :now")
                .bind("now", now)
                .execute();
        handle.createUpdate("""
                        insert into oidc.attempt (state_hash, browser_hash, nonce, verifier, back, expires_at)
                        values (:state, :browser, :nonce, :verifier, :back, :expires)""")
                .bind("state", Chance.hash(state))
                .bind("browser", Chance.hash(browser))
                .bind("nonce", row.nonce())
                .bind("verifier", row.verifier())
                .bind("back", row.back())
                .bind("expires", expires)
                .execute();
    }

    /** Once. */
    Optional<Row> take(Handle handle, String state, String browser, Instant now) {
        Optional<Row> row = handle.createQuery("""
                        select nonce, verifier, back from oidc.attempt
                        where state_hash = :state and browser_hash = :browser and expires_at > :now""")
                .bind("state", Chance.hash(state))
                .bind("browser", Chance.hash(browser))
                .bind("now", now)
                .map((rs, ctx) -> new Row(rs.getString("nonce"), rs.getString("verifier"), rs.getString("back")))
                .findOne();
        int taken = handle.createUpdate("delete from oidc.attempt where state_hash = :state")
                .bind("state", Chance.hash(state))
                .execute();
        return taken == 1 ? row : Optional.empty();
    }
}
