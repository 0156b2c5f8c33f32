package org.weir.jobs.run;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.base.api.Text;
import org.weir.jobs.api.Jobs.Job;
import org.weir.jobs.api.Jobs.State;
import org.weir.jobs.text.TextJson;
import org.weir.store.api.Database;

/** Jobs in the database, each belonging to the node that runs it. */
final class JobStore {
    private static final String SELECT =
            "select id, title, owner, state, done, total, message, created_at, ended_at from jobs.jobs ";

    private final Database database;
    private final Clock clock;
    private final UUID node;

    JobStore(Database database, Clock clock, UUID node) {
        this.database = database;
        this.clock = clock;
        this.node = node;
    }

    void add(UUID id, Text title, UUID owner) {
        Instant now = clock.instant();
        database.perform(handle -> handle.createUpdate("""
                        insert into jobs.jobs (id, owner, title, state, done, total, node, cancel_asked, created_at)
                        values (:id, :owner, :title, 'WAITING', 0, 0, :node, false, :now)
                        """)
                .bind("id", id)
                .bind("owner", owner)
                .bind("title", TextJson.write(title))
                .bind("node", node)
                .bind("now", now)
                .execute());
    }

    Optional<Job> find(UUID id) {
        return database.read(handle -> handle.createQuery(SELECT + "where id = :id")
                .bind("id", id)
                .map((row, context) -> map(row))
                .findOne());
    }

    List<Job> ofOwner(UUID owner, int limit) {
        return database.read(handle -> handle.createQuery(
                        SELECT + "where owner = :owner order by owner desc, created_at desc, id desc limit :n")
                .bind("owner", owner)
                .bind("n", limit)
                .map((row, context) -> map(row))
                .list());
    }

    /** The present state of a job that has not ended in the database yet. */
    void save(UUID id, State state, long done, long total, @Nullable Text message, @Nullable Instant endedAt) {
        database.perform(handle -> handle.createUpdate("""
                        update jobs.jobs
                        set state = :state, done = :done, total = :total, message = :message, ended_at = :ended
                        where id = :id and ended_at is null
                        """)
                .bind("state", state.name())
                .bind("done", done)
                .bind("total", total)
                .bind("message", message == null ? null : TextJson.write(message))
                .bindByType("ended", endedAt, Instant.class)
                .bind("id", id)
                .execute());
    }

    void askToCancel(UUID id) {
        database.perform(handle -> handle.createUpdate(
                        "update jobs.jobs set cancel_asked = true where id = :id and ended_at is null")
                .bind("id", id)
                .execute());
    }

    /** Those of this node that somebody, perhaps on another node, asked to stop. */
    Set<UUID> askedToCancel() {
        return database.read(handle -> handle.createQuery(
                        "select id from jobs.jobs where ended_at is null and node = :node and cancel_asked = true")
                .bind("node", node)
                .mapTo(UUID.class)
                .set());
    }

    void alive() {
        Instant now = clock.instant();
        database.perform(handle -> {
            int seen = handle.createUpdate("update jobs.nodes set seen_at = :now where node = :node")
                    .bind("now", now)
                    .bind("node", node)
                    .execute();
            if (seen == 0) {
                handle.createUpdate("insert into jobs.nodes (node, seen_at) values (:node, :now)")
                        .bind("node", node)
                        .bind("now", now)
                        .execute();
            }
        });
    }

    void gone() {
        database.perform(handle -> handle.createUpdate("delete from jobs.nodes where node = :node")
                .bind("node", node)
                .execute());
    }

    /** Marks what ran on nodes not heard of since that moment. @return how many jobs */
    int interruptThoseOfNodesSilentSince(Instant moment) {
        Instant now = clock.instant();
        return database.write(handle -> handle.createUpdate("""
                        update jobs.jobs set state = 'INTERRUPTED', message = :message, ended_at = :now
                        where ended_at is null and node <> :node
                          and not exists (
                            select 1 from jobs.nodes n where n.node = jobs.jobs.node and n.seen_at > :moment)
                        """)
                .bind("message", TextJson.write(Text.of("job.interrupted")))
                .bind("now", now)
                .bind("node", node)
                .bind("moment", moment)
                .execute());
    }

    private static Job map(ResultSet row) throws SQLException {
        String message = row.getString("message");
        OffsetDateTime ended = row.getObject("ended_at", OffsetDateTime.class);
        return new Job(
                row.getObject("id", UUID.class),
                TextJson.read(row.getString("title")),
                row.getObject("owner", UUID.class),
                State.valueOf(row.getString("state")),
                row.getLong("done"),
                row.getLong("total"),
                message == null ? null : TextJson.read(message),
                row.getObject("created_at", OffsetDateTime.class).toInstant(),
                ended == null ? null : ended.toInstant());
    }
}
