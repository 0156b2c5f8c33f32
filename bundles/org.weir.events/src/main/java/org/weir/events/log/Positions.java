package org.weir.events.log;

import java.util.List;
import org.jdbi.v3.core.Handle;
import org.weir.events.api.Event;

/**
 * Gives facts their places so that none is ever skipped. Places are taken before their transactions commit, and these
 * commit in any order; so a reader must stop before the first place whose transaction is still under way.
 */
interface Positions {
    /** The transaction under way will append; all its places come after the returned mark or at it. */
    long begin(Handle handle);

    /** The transaction that began with this mark has ended. */
    void end(long mark);

    void append(Handle handle, long mark, List<Event> events);

    /**
     * All places up to this one are decided: visible from now on, or never. What is read must be read by a later
     * statement.
     */
    long decided(Handle handle);
}
