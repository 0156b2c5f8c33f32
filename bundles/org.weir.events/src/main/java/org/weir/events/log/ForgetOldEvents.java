package org.weir.events.log;

import java.time.Instant;
import java.util.Optional;
import org.jdbi.v3.core.Handle;
import org.weir.store.api.Database;

/** Deletes facts that are old, that every consumer has passed and that are not parked. */
public final class ForgetOldEvents {
    private static final int CHUNK = 2_000;

    private final Database database;

    public ForgetOldEvents(Database database) {
        this.database = database;
    }

    /** @return how many facts were deleted */
    public int before(Instant moment) {
        int all = 0;
        long done = 0;
        while (true) {
            long from = done;
            Optional<Long> upTo = database.read(handle -> chunk(handle, from, moment));
            if (upTo.isEmpty()) {
                return all;
            }
            all += database.<Integer, RuntimeException>write(handle -> delete(handle, from, upTo.get(), moment));
            done = upTo.get();
        }
    }

    private static Optional<Long> chunk(Handle handle, long after, Instant moment) {
        return handle.createQuery("""
                        select max(position) from (
                          select l.position from events.log l
                          where l.position > :after and l.happened_at < :moment
                            and l.position <= (select coalesce(min(c.position), 0) from events.cursors c)
                          order by l.position limit :chunk) as oldest
                        """)
                .bind("after", after)
                .bind("moment", moment)
                .bind("chunk", CHUNK)
                .mapTo(Long.class)
                .findOne();
    }

    private static int delete(Handle handle, long after, long upTo, Instant moment) {
        return handle.createUpdate("""
                        delete from events.log
                        where position > :after and position <= :upTo and happened_at < :moment
                          and not exists (select 1 from events.parked p where p.position = events.log.position)
                        """)
                .bind("after", after)
                .bind("upTo", upTo)
                .bind("moment", moment)
                .execute();
    }
}
