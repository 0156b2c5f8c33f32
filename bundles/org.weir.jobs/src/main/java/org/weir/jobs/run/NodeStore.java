package org.weir.jobs.run;

import java.time.Clock;
import java.time.Instant;
import org.jdbi.v3.core.statement.Update;
import org.weir.base.api.Text;
import org.weir.jobs.text.TextJson;
import org.weir.store.api.Database;

/** Which nodes are alive, and what those that died left behind. */
final class NodeStore {
    private static final String DEAD = """
             ended_at is null and node <> :node and node <> :nobody
              and not exists (select 1 from jobs.nodes n where n.node = jobs.jobs.node and n.seen_at > :moment)
            """;

    private final Database database;
    private final Clock clock;
    private final Node node;

    NodeStore(Database database, Clock clock, Node node) {
        this.database = database;
        this.clock = clock;
        this.node = node;
    }

    void alive() {
        Instant now = clock.instant();
        database.perform(handle -> {
            int seen = handle.createUpdate("update jobs.nodes set seen_at = :now where node = :node")
                    .bind("now", now)
                    .bind("node", node.id())
                    .execute();
            if (seen == 0) {
                handle.createUpdate("insert into jobs.nodes (node, seen_at) values (:node, :now)")
                        .bind("node", node.id())
                        .bind("now", now)
                        .execute();
            }
        });
    }

    void gone() {
        database.perform(handle -> handle.createUpdate("delete from jobs.nodes where node = :node")
                .bind("node", node.id())
                .execute());
    }

    /**
     * Hands on what nodes had that were not heard of since that moment: work that is named is begun again, what comes round
     * is due now, the rest is marked.
     *
     * @return how many jobs
     */
    int takeFromNodesSilentSince(Instant moment) {
        return database.write(handle -> {
            int cancelled = bound(handle.createUpdate("""
                            update jobs.jobs set state = 'CANCELLED', ended_at = :now
                            where cancel_asked = true and
                            """ + DEAD), moment).execute();
            int again = bound(handle.createUpdate("""
                            update jobs.jobs set state = 'WAITING', node = :nobody, due_at = :now, message = :message
                            where kind is not null and attempts < tries and
                            """ + DEAD), moment)
                    .bind("message", TextJson.write(Text.of("job.taken-over")))
                    .execute();
            int poison = bound(handle.createUpdate("""
                            update jobs.jobs set state = 'FAILED', ended_at = :now, message = :message
                            where kind is not null and
                            """ + DEAD), moment)
                    .bind("message", TextJson.write(Text.of("job.died")))
                    .execute();
            bound(handle.createUpdate("""
                            update jobs.schedules set next_at = :now
                            where name in (select schedule from jobs.jobs where schedule is not null and
                            """ + DEAD + ")"), moment).execute();
            int interrupted = bound(handle.createUpdate("""
                            update jobs.jobs set state = 'INTERRUPTED', message = :message, ended_at = :now
                            where
                            """ + DEAD), moment)
                    .bind("message", TextJson.write(Text.of("job.interrupted")))
                    .execute();
            return cancelled + again + poison + interrupted;
        });
    }

    private Update bound(Update update, Instant moment) {
        return update.bind("node", node.id())
                .bind("nobody", Node.NOBODY)
                .bind("now", clock.instant())
                .bind("moment", moment);
    }
}
