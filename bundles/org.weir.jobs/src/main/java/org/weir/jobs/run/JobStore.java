package org.weir.jobs.run;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.jobs.api.Jobs.Job;
import org.weir.jobs.api.Jobs.State;
import org.weir.jobs.text.TextJson;
import org.weir.store.api.Database;

/** Jobs in the database, each belonging to the node that runs it. */
final class JobStore {
    private final Database database;
    private final Clock clock;
    private final Node node;

    JobStore(Database database, Clock clock, Node node) {
        this.database = database;
        this.clock = clock;
        this.node = node;
    }

    /** A job of this node, that waits for a free thread here. */
    void add(UUID id, Text title, UUID owner) {
        Instant now = clock.instant();
        database.perform(handle -> handle.createUpdate("""
                        insert into jobs.jobs
                          (id, owner, title, state, done, total, node, node_name, cancel_asked, created_at)
                        values (:id, :owner, :title, 'WAITING', 0, 0, :node, :name, false, :now)
                        """)
                .bind("id", id)
                .bind("owner", owner)
                .bind("title", TextJson.write(title))
                .bind("node", node.id())
                .bind("name", node.name())
                .bind("now", now)
                .execute());
    }

    Optional<Job> find(UUID id) {
        return database.read(handle -> handle.createQuery(JobRows.SELECT + "where j.id = :id")
                .bind("id", id)
                .map((row, context) -> JobRows.map(row))
                .findOne());
    }

    List<Job> ofOwner(UUID owner, int limit) {
        return database.read(handle -> handle.createQuery(JobRows.SELECT
                        + "where j.owner = :owner order by j.owner desc, j.created_at desc, j.id desc limit :n")
                .bind("owner", owner)
                .bind("n", limit)
                .map((row, context) -> JobRows.map(row))
                .list());
    }

    List<Job> newest(Set<State> states, int limit) {
        Set<State> wanted = states.isEmpty() ? Set.of(State.values()) : states;
        return database.read(handle -> handle.createQuery(
                        JobRows.SELECT + "where j.state in (<states>) order by j.created_at desc, j.id desc limit :n")
                .bindList("states", wanted.stream().map(State::name).toList())
                .bind("n", limit)
                .map((row, context) -> JobRows.map(row))
                .list());
    }

    /**
     * The present state of a job of this node that has not ended in the database yet.
     *
     * @return false when it is this node's no longer
     */
    boolean save(UUID id, Run.Snapshot now) {
        Text message = now.message();
        return database.write(handle -> handle.createUpdate("""
                        update jobs.jobs
                        set state = :state, done = :done, total = :total, message = :message, ended_at = :ended,
                            started_at = coalesce(:started, started_at)
                        where id = :id and ended_at is null and node = :node
                        """)
                        .bind("state", now.state().name())
                        .bind("done", now.done())
                        .bind("total", now.total())
                        .bind("message", message == null ? null : TextJson.write(message))
                        .bindByType("ended", now.endedAt(), Instant.class)
                        .bindByType("started", now.startedAt(), Instant.class)
                        .bind("id", id)
                        .bind("node", node.id())
                        .execute())
                > 0;
    }

    void askToCancel(UUID id) {
        Instant now = clock.instant();
        database.perform(handle -> {
            int ended = handle.createUpdate("""
                            update jobs.jobs set state = 'CANCELLED', ended_at = :now, cancel_asked = true
                            where id = :id and ended_at is null and node = :nobody
                            """)
                    .bind("id", id)
                    .bind("now", now)
                    .bind("nobody", Node.NOBODY)
                    .execute();
            if (ended == 0) {
                handle.createUpdate("update jobs.jobs set cancel_asked = true where id = :id and ended_at is null")
                        .bind("id", id)
                        .execute();
            }
        });
    }

    /** Those of this node that somebody, perhaps on another node, asked to stop. */
    Set<UUID> askedToCancel() {
        return database.read(handle -> handle.createQuery(
                        "select id from jobs.jobs where ended_at is null and node = :node and cancel_asked = true")
                .bind("node", node.id())
                .mapTo(UUID.class)
                .set());
    }

    void retry(UUID id) {
        Instant now = clock.instant();
        int begun = database.write(handle -> handle.createUpdate("""
                        update jobs.jobs
                        set state = 'WAITING', node = :nobody, due_at = :now, ended_at = null, cancel_asked = false,
                            attempts = 0, done = 0, total = 0, message = null
                        where id = :id and kind is not null and ended_at is not null and state <> 'DONE'
                        """)
                .bind("id", id)
                .bind("now", now)
                .bind("nobody", Node.NOBODY)
                .execute());
        if (begun == 0) {
            throw ProblemException.conflict(Text.of("job.not-again"));
        }
    }

    /** What ended long ago is forgotten: the system's own work that was done sooner than the rest. */
    int forget(Instant doneBefore, Instant endedBefore, UUID system) {
        return database.write(handle -> {
            handle.createUpdate("delete from jobs.nodes where seen_at < :before")
                    .bind("before", doneBefore)
                    .execute();
            return handle.createUpdate("""
                            delete from jobs.jobs
                            where ended_at < :ended or (ended_at < :done and state = 'DONE' and owner = :system)
                            """)
                    .bind("ended", endedBefore)
                    .bind("done", doneBefore)
                    .bind("system", system)
                    .execute();
        });
    }
}
