package org.weir.jobs.run;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.base.api.Text;
import org.weir.jobs.text.TextJson;
import org.weir.store.api.Database;

/** Jobs that are named: written down by anybody, claimed by one node. */
final class KindStore {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<TreeMap<String, String>> WORDS = new TypeReference<>() {};

    private final Database database;
    private final Clock clock;
    private final Node node;

    /** @param attempts how often it was begun so far */
    record Due(UUID id, String kind, Map<String, String> input, int attempts) {}

    KindStore(Database database, Clock clock, Node node) {
        this.database = database;
        this.clock = clock;
        this.node = node;
    }

    void add(UUID id, String kind, Text title, UUID owner, Map<String, String> input, @Nullable Instant notBefore) {
        Instant now = clock.instant();
        database.perform(handle -> handle.createUpdate("""
                        insert into jobs.jobs (id, owner, title, state, done, total, node, cancel_asked, created_at,
                                               kind, input, attempts, due_at)
                        values (:id, :owner, :title, 'WAITING', 0, 0, :nobody, false, :now, :kind, :input, 0, :due)
                        """)
                .bind("id", id)
                .bind("owner", owner)
                .bind("title", TextJson.write(title))
                .bind("nobody", Node.NOBODY)
                .bind("now", now)
                .bind("kind", kind)
                .bind("input", write(input))
                .bind("due", notBefore == null ? now : notBefore)
                .execute());
    }

    /** What was due by a clock that has been set back since is due now. */
    void dueBy(Instant before) {
        Instant now = clock.instant();
        database.perform(handle -> handle.createUpdate("""
                        update jobs.jobs set due_at = :now
                        where state = 'WAITING' and node = :nobody and due_at > :now and due_at <= :before
                        """)
                .bind("now", now)
                .bind("before", before)
                .bind("nobody", Node.NOBODY)
                .execute());
    }

    /** Those that nobody has and whose time has come, the longest due first. */
    List<Due> due(List<String> kinds, int limit) {
        Instant now = clock.instant();
        return database.read(handle -> handle.createQuery("""
                        select j.id, j.kind, j.input, j.attempts from jobs.jobs j
                        where j.state = 'WAITING' and j.due_at <= :now and j.node = :nobody and j.kind in (<kinds>)
                        order by j.state, j.due_at, j.id limit :n
                        """)
                .bindList("kinds", kinds)
                .bind("now", now)
                .bind("nobody", Node.NOBODY)
                .bind("n", limit)
                .map((row, context) -> new Due(
                        row.getObject("id", UUID.class),
                        row.getString("kind"),
                        read(row.getString("input")),
                        row.getInt("attempts")))
                .list());
    }

    /** @return whether it is this node's now */
    boolean claim(Due due, int tries) {
        Instant now = clock.instant();
        return database.write(handle -> handle.createUpdate("""
                        update jobs.jobs
                        set state = 'RUNNING', node = :node, node_name = :name, attempts = :next, tries = :tries,
                            started_at = :now, due_at = null
                        where id = :id and state = 'WAITING' and node = :nobody and attempts = :attempts
                        """)
                        .bind("node", node.id())
                        .bind("name", node.name())
                        .bind("nobody", Node.NOBODY)
                        .bind("attempts", due.attempts())
                        .bind("next", due.attempts() + 1)
                        .bind("tries", tries)
                        .bind("now", now)
                        .bind("id", due.id())
                        .execute())
                > 0;
    }

    /** Gives it back, to be begun again, unless it was asked to stop meanwhile. */
    void handBack(UUID id, Run.Snapshot now) {
        Text message = now.message();
        Instant moment = clock.instant();
        database.perform(handle -> {
            handle.createUpdate("""
                            update jobs.jobs set state = 'CANCELLED', ended_at = :now
                            where id = :id and ended_at is null and node = :node and cancel_asked = true
                            """)
                    .bind("now", moment)
                    .bind("id", id)
                    .bind("node", node.id())
                    .execute();
            handle.createUpdate("update jobs.jobs set state = 'WAITING', node = :nobody, due_at = :due,"
                            + " message = :message, done = :done, total = :total, "
                            + (now.counts() ? "attempts = attempts" : "attempts = attempts - 1")
                            + " where id = :id and ended_at is null and node = :node")
                    .bind("nobody", Node.NOBODY)
                    .bindByType("due", now.again(), Instant.class)
                    .bind("message", message == null ? null : TextJson.write(message))
                    .bind("done", now.done())
                    .bind("total", now.total())
                    .bind("id", id)
                    .bind("node", node.id())
                    .execute();
        });
    }

    private static String write(Map<String, String> input) {
        try {
            return JSON.writeValueAsString(new TreeMap<>(input));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static Map<String, String> read(String input) {
        try {
            return JSON.readValue(input, WORDS);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
