package org.weir.events.log;

import java.util.List;
import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.PreparedBatch;
import org.weir.events.api.Event;

/** One process has the whole database, so it knows by itself what is under way. */
final class PositionsOnHsqldb implements Positions {
    private final TreeMap<Long, Integer> underWay = new TreeMap<>();
    private long next;

    PositionsOnHsqldb(Handle handle) {
        long written = first(handle, "select position from events.log order by position desc limit 1");
        long passed = first(handle, "select position from events.cursors order by position desc limit 1");
        this.next = 1 + Math.max(written, passed);
    }

    /** Not {@code max}: inside of an expression HSQLDB reads the whole table for it instead of the end of the index. */
    private static long first(Handle handle, String query) {
        return handle.createQuery(query).mapTo(Long.class).findFirst().orElse(0L);
    }

    @Override
    public synchronized long begin(Handle handle) {
        underWay.merge(next, 1, Integer::sum);
        return next;
    }

    @Override
    public synchronized void end(long mark) {
        underWay.computeIfPresent(mark, (key, count) -> count == 1 ? null : count - 1);
    }

    @Override
    public void append(Handle handle, long mark, List<Event> events) {
        PreparedBatch batch = handle.prepareBatch(InsertEvent.WITH_POSITION);
        events.forEach(
                it -> InsertEvent.bind(batch, it).bind("position", take()).add());
        batch.execute();
    }

    @Override
    public synchronized long decided(Handle handle) {
        return (underWay.isEmpty() ? next : underWay.firstKey()) - 1;
    }

    private synchronized long take() {
        return next++;
    }
}
