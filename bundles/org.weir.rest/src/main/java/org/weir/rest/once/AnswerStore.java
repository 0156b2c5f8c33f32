package org.weir.rest.once;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.jspecify.annotations.Nullable;
import org.weir.rest.http.Answer;
import org.weir.store.api.Database;

/** Keys, and the answers that belong to them. */
final class AnswerStore {
    private static final String UNIQUE = "23505";

    private final Database database;

    /** @param answer null while it is under way */
    record Kept(
            String fingerprint,
            UUID claim,
            Instant claimedAt,
            @Nullable Answer answer) {}

    AnswerStore(Database database) {
        this.database = database;
    }

    Optional<Kept> find(UUID caller, String key) {
        return database.read(handle -> handle.createQuery("""
                        select fingerprint, claim, claimed_at, status, headers, body
                        from rest.answers where caller = :caller and request_key = :key
                        """)
                .bind("caller", caller)
                .bind("key", key)
                .map((row, context) -> kept(row))
                .findOne());
    }

    private static Kept kept(ResultSet row) throws SQLException {
        int status = row.getInt("status");
        Answer answer =
                row.wasNull() ? null : Answer.kept(status, headers(row.getString("headers")), row.getBytes("body"));
        return new Kept(
                row.getString("fingerprint"),
                row.getObject("claim", UUID.class),
                row.getObject("claimed_at", OffsetDateTime.class).toInstant(),
                answer);
    }

    private static Map<String, String> headers(String lines) {
        Map<String, String> headers = new LinkedHashMap<>();
        lines.lines().filter(it -> !it.isEmpty()).forEach(line -> {
            int colon = line.indexOf(':');
            headers.put(line.substring(0, colon), line.substring(colon + 1));
        });
        return headers;
    }

    /** @return false when somebody else has it by now */
    boolean claim(Claim claim, String fingerprint, Instant now) {
        try {
            return database.write(handle -> handle.createUpdate("""
                            insert into rest.answers (caller, request_key, fingerprint, claim, claimed_at)
                            values (:caller, :key, :fingerprint, :claim, :now)
                            """)
                            .bind("caller", claim.caller())
                            .bind("key", claim.key())
                            .bind("fingerprint", fingerprint)
                            .bind("claim", claim.id())
                            .bind("now", now)
                            .execute()
                    == 1);
        } catch (JdbiException e) {
            if (isDuplicate(e)) {
                return false;
            }
            throw e;
        }
    }

    private static boolean isDuplicate(Throwable failure) {
        for (Throwable it = failure; it != null; it = it.getCause()) {
            if (it instanceof SQLException sql && UNIQUE.equals(sql.getSQLState())) {
                return true;
            }
        }
        return false;
    }

    /** @return false when somebody else was faster */
    boolean takeOver(Claim claim, UUID from, String fingerprint, Instant now) {
        return database.write(handle -> handle.createUpdate("""
                        update rest.answers
                        set claim = :claim, claimed_at = :now, fingerprint = :fingerprint,
                          status = null, headers = null, body = null
                        where caller = :caller and request_key = :key and claim = :from
                        """)
                        .bind("caller", claim.caller())
                        .bind("key", claim.key())
                        .bind("from", from)
                        .bind("fingerprint", fingerprint)
                        .bind("claim", claim.id())
                        .bind("now", now)
                        .execute()
                == 1);
    }

    /** In the transaction of the work. @return false when the claim is lost */
    boolean keep(Handle handle, Claim claim, Answer answer) {
        return handle.createUpdate("""
                        update rest.answers set status = :status, headers = :headers, body = :body
                        where caller = :caller and request_key = :key and claim = :claim
                        """)
                        .bind("status", answer.status())
                        .bind(
                                "headers",
                                answer.headers().entrySet().stream()
                                        .map(it -> it.getKey() + ":" + it.getValue())
                                        .collect(Collectors.joining("\n")))
                        .bind("body", answer.bytes())
                        .bind("caller", claim.caller())
                        .bind("key", claim.key())
                        .bind("claim", claim.id())
                        .execute()
                == 1;
    }

    void release(Claim claim) {
        database.perform(handle -> handle.createUpdate("""
                        delete from rest.answers
                        where caller = :caller and request_key = :key and claim = :claim and status is null
                        """)
                .bind("caller", claim.caller())
                .bind("key", claim.key())
                .bind("claim", claim.id())
                .execute());
    }

    void renew(Claim claim, Instant now) {
        database.perform(handle -> handle.createUpdate("""
                        update rest.answers set claimed_at = :now
                        where caller = :caller and request_key = :key and claim = :claim and status is null
                        """)
                .bind("caller", claim.caller())
                .bind("key", claim.key())
                .bind("claim", claim.id())
                .bind("now", now)
                .execute());
    }

    /** Claims made then, whatever came of them. */
    void releaseBetween(Instant from, Instant to) {
        database.perform(handle ->
                handle.createUpdate("""
                        delete from rest.answers
                        where claimed_at > :from and claimed_at <= :to and status is null
                        """).bind("from", from).bind("to", to).execute());
    }

    void purge(Instant before) {
        database.perform(handle -> handle.createUpdate("delete from rest.answers where claimed_at < :before")
                .bind("before", before)
                .execute());
    }
}
