package org.weir.events.delivery;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.weir.events.log.StoredEvent;
import org.weir.events.log.StoredLog;
import org.weir.store.api.Database;

/** The end of the log in memory, read once for all consumers of this process; who is further behind reads by himself. */
final class Recent {
    private static final int READ = 200;
    private static final int KEPT = 1_000;
    private static final long NOT_YET = -1;

    private final Database database;
    private final StoredLog log;
    private final AtomicLong changes = new AtomicLong(1);
    private final Deque<StoredEvent> facts = new ArrayDeque<>();
    /** All decided facts after this place up to {@link #upTo} are held. */
    private long from;

    private long upTo = NOT_YET;
    private long seen;

    Recent(Database database, StoredLog log) {
        this.database = database;
        this.log = log;
    }

    /**
     * @param facts in the order of their places
     * @param reached all facts up to this place are among them
     * @param more there may be some behind
     */
    record Reading(List<StoredEvent> facts, long reached, boolean more) {}

    /** There may be something new. */
    void changed() {
        changes.incrementAndGet();
    }

    /** What is held may have been deleted from the log. */
    synchronized void forget() {
        facts.clear();
        from = upTo;
    }

    /** The decided facts after a place, 200 at most. */
    Reading after(long place) {
        long decided;
        synchronized (this) {
            boolean isMore = changes.get() != seen;
            if (isMore && place >= upTo) {
                isMore = readOn();
            }
            if (place >= from) {
                return held(place, isMore);
            }
            decided = upTo;
        }
        return reading(database.read(handle -> log.between(handle, place, decided, READ)), decided, true);
    }

    /** @return whether there may be more */
    private boolean readOn() {
        long change = changes.get();
        long decided = database.read(log::decided);
        if (upTo == NOT_YET) {
            from = decided;
            upTo = decided;
        }
        if (decided > upTo) {
            Reading next = reading(database.read(handle -> log.between(handle, upTo, decided, READ)), decided, false);
            facts.addAll(next.facts());
            upTo = next.reached();
            while (facts.size() > KEPT) {
                from = facts.removeFirst().position();
            }
        }
        if (upTo < decided) {
            return true;
        }
        seen = change;
        return false;
    }

    private Reading held(long place, boolean more) {
        List<StoredEvent> found = new ArrayList<>();
        for (StoredEvent it : facts) {
            if (it.position() > place) {
                found.add(it);
                if (found.size() == READ) {
                    return reading(found, upTo, more);
                }
            }
        }
        return new Reading(found, Math.max(place, upTo), more);
    }

    private static Reading reading(List<StoredEvent> found, long decided, boolean more) {
        long reached =
                found.size() < READ ? decided : found.get(found.size() - 1).position();
        return new Reading(found, reached, more || reached < decided);
    }
}
