package org.weir.events.log;

import java.util.TreeMap;
import org.jdbi.v3.core.Handle;
import org.weir.events.api.Event;

/** One process has the whole database, so it knows by itself what is under way. */
final class PositionsOnHsqldb implements Positions {
    private final TreeMap<Long, Integer> underWay = new TreeMap<>();
    private long next;

    PositionsOnHsqldb(Handle handle) {
        this.next = 1 + handle.createQuery("""
                                select greatest(
                                  (select coalesce(max(position), 0) from events.log),
                                  (select coalesce(max(position), 0) from events.cursors))
                                from (values (1)) as one (n)
                                """).mapTo(Long.class).one();
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
    public void append(Handle handle, long mark, Event event) {
        InsertEvent.bind(handle.createUpdate(InsertEvent.WITH_POSITION), event)
                .bind("position", take())
                .execute();
    }

    @Override
    public synchronized long decided(Handle handle) {
        return (underWay.isEmpty() ? next : underWay.firstKey()) - 1;
    }

    private synchronized long take() {
        return next++;
    }
}
