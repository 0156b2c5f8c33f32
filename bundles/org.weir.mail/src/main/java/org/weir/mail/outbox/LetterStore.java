package org.weir.mail.outbox;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.mail.letter.Drawn;
import org.weir.store.api.Database;

/** Letters in the database. */
public final class LetterStore {
    private static final int FAILURE = 1_000;
    private static final String SELECT = """
            select l.id, l.template, l.to_user, l.address, l.language, l.subject, l.plain, l.html, l.state, l.attempts,
                   l.failure, l.job, l.created_at, l.changed_at
            from mail.letters l
            """;

    private final Database database;
    private final Clock clock;

    public LetterStore(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    Database database() {
        return database;
    }

    public void add(UUID id, String template, UUID toUser, String address, String language, Drawn drawn, UUID job) {
        Instant now = clock.instant();
        database.perform(handle -> handle.createUpdate("""
                        insert into mail.letters (id, template, to_user, address, language, subject, plain, html, state,
                                                  attempts, job, created_at, changed_at)
                        values (:id, :template, :user, :address, :language, :subject, :plain, :html, 'QUEUED', 0, :job, :now, :now)
                        """)
                .bind("id", id)
                .bind("template", template)
                .bind("user", toUser)
                .bind("address", address)
                .bind("language", language)
                .bind("subject", drawn.subject())
                .bind("plain", drawn.plain())
                .bind("html", drawn.html())
                .bind("job", job)
                .bind("now", now)
                .execute());
    }

    public Optional<StoredLetter> find(UUID id) {
        return database.read(handle -> handle.createQuery(SELECT + "where l.id = :id")
                .bind("id", id)
                .map((row, context) -> letter(row))
                .findOne());
    }

    /** The newest first; {@code state} null for all. */
    public List<StoredLetter> newest(@Nullable LetterState state, int limit) {
        String where = state == null ? "" : "where l.state = '" + state.name() + "' ";
        return database.read(
                handle -> handle.createQuery(SELECT + where + "order by l.created_at desc, l.id desc limit :n")
                        .bind("n", limit)
                        .map((row, context) -> letter(row))
                        .list());
    }

    public Map<LetterState, Long> counts() {
        Map<LetterState, Long> counts = new TreeMap<>();
        database.<List<Map.Entry<LetterState, Long>>, RuntimeException>read(handle -> handle.createQuery(
                                "select l.state, count(*) as n from mail.letters l group by l.state")
                        .map((row, context) -> Map.entry(LetterState.valueOf(row.getString("state")), row.getLong("n")))
                        .list())
                .forEach(it -> counts.put(it.getKey(), it.getValue()));
        return counts;
    }

    /** @param failure null when nothing went wrong */
    public void change(UUID id, LetterState state, int attempts, @Nullable String failure) {
        Instant now = clock.instant();
        database.perform(handle -> handle.createUpdate("""
                        update mail.letters set state = :state, attempts = :attempts, failure = :failure, changed_at = :now
                        where id = :id
                        """)
                .bind("state", state.name())
                .bind("attempts", attempts)
                .bind(
                        "failure",
                        failure == null || failure.length() <= FAILURE ? failure : failure.substring(0, FAILURE))
                .bind("now", now)
                .bind("id", id)
                .execute());
    }

    public void queueAgain(UUID id, UUID job) {
        Instant now = clock.instant();
        database.perform(handle -> handle.createUpdate("""
                        update mail.letters set state = 'QUEUED', attempts = 0, job = :job, changed_at = :now where id = :id
                        """)
                .bind("job", job)
                .bind("now", now)
                .bind("id", id)
                .execute());
    }

    /** Removes what ended before that moment. */
    public int forget(Instant before) {
        return database.write(handle -> handle.createUpdate(
                        "delete from mail.letters where state <> 'QUEUED' and changed_at < :before")
                .bind("before", before)
                .execute());
    }

    private static StoredLetter letter(ResultSet row) throws SQLException {
        return new StoredLetter(
                row.getObject("id", UUID.class),
                row.getString("template"),
                row.getObject("to_user", UUID.class),
                row.getString("address"),
                row.getString("language"),
                new Drawn(row.getString("subject"), row.getString("plain"), row.getString("html")),
                LetterState.valueOf(row.getString("state")),
                row.getInt("attempts"),
                row.getString("failure"),
                row.getObject("job", UUID.class),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                row.getObject("changed_at", OffsetDateTime.class).toInstant());
    }
}
