package org.weir.events.api;

import java.util.List;
import java.util.Optional;
import org.osgi.annotation.versioning.ProviderType;

/**
 * The log for those who keep their place themselves, as what each node has for itself alone: an index, a cache. Whatever is
 * there once for all nodes is an {@link EventConsumer}.
 */
@ProviderType
public interface EventReader {
    /** A fact and its place in the log. Places are above 0 and grow, with gaps. */
    record Placed(long place, Event event) {}

    /**
     * @param facts in the order of their places; those after {@code decided} may still be joined by others before them
     * @param decided up to this place nothing will be added any more; where the next reading may begin once the facts up to
     *     it were read
     */
    record Reading(List<Placed> facts, long decided) {}

    /** What is committed after the place. */
    Reading after(long place, int limit);

    /** The last fact up to which all is decided, unless there is none. */
    Optional<Placed> newest();

    /** The fact at the place, unless there is none or it was forgotten. */
    Optional<Event> at(long place);

    /**
     * From now on the listener is told that there may be something new: after each commit with facts on this node at once, on
     * the thread that committed, so it must only hand on; for other nodes' facts about once a second, from another thread.
     */
    EventStream.Subscription listen(Runnable listener);
}
