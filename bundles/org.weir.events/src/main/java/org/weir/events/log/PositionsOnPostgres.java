package org.weir.events.log;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.weir.events.api.Event;

/**
 * Several nodes write, so what is under way is told by advisory locks: before it takes its first place, a transaction
 * holds a lock whose key carries the last place taken by anyone. A reader first looks at the last place taken, then at
 * the locks; all places up to the lowest of these are decided. The database gives a lock up only after its
 * transaction has become visible.
 */
final class PositionsOnPostgres implements Positions {
    /** The upper 16 bits of our keys; the lower 48 are a place. */
    private static final long SPACE = 0x5745L << 48;

    private static final String LAST =
            "select case when is_called then last_value else last_value - 1 end from events.positions";

    /** The lock is taken again for every fact: going back to a savepoint gives up those taken since. */
    private static final String APPEND = """
            with under_way as materialized (select pg_advisory_xact_lock_shared(:key))
            insert into events.log (position, id, type, subject_type, subject, happened_at, actor, data)
            select nextval('events.positions'), :id, :type, :subjectType, :subject, :happenedAt, :actor, :data
            from under_way
            """;

    private static final String LOWEST_UNDER_WAY = """
            select min(((classid::bigint << 32) | objid::bigint) - :space)
            from pg_locks
            where locktype = 'advisory' and objsubid = 1 and granted
              and classid::bigint >> 16 = :space >> 48
              and database = (select oid from pg_database where datname = current_database())
            """;

    /** Where the log came from another database, its places do not come from the sequence: goes on behind them. */
    private static final String GO_ON = """
            select setval('events.positions', known.last) from (
              select greatest(
                (select coalesce(max(position), 0) from events.log),
                (select coalesce(max(position), 0) from events.cursors)) as last
            ) known
            where known.last > (select last_value from events.positions)
            """;

    /** @param handle in a transaction; nodes that start at once do this one after the other */
    PositionsOnPostgres(Handle handle) {
        handle.execute("select pg_advisory_xact_lock(?)", SPACE >> 1);
        handle.createQuery(GO_ON).mapTo(Long.class).findOne();
    }

    @Override
    public long begin(Handle handle) {
        return last(handle);
    }

    @Override
    public void end(long mark) {
        // the lock went with the transaction
    }

    @Override
    public void append(Handle handle, long mark, List<Event> events) {
        PreparedBatch batch = handle.prepareBatch(APPEND);
        events.forEach(
                it -> InsertEvent.bind(batch, it).bind("key", SPACE | mark).add());
        batch.execute();
    }

    @Override
    public long decided(Handle handle) {
        long last = last(handle);
        return handle.createQuery(LOWEST_UNDER_WAY)
                .bind("space", SPACE)
                .mapTo(Long.class)
                .findOne()
                .map(lowest -> Math.min(lowest, last))
                .orElse(last);
    }

    private static long last(Handle handle) {
        return handle.createQuery(LAST).mapTo(Long.class).one();
    }
}
