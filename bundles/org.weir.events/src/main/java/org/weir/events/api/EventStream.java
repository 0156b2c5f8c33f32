package org.weir.events.api;

import java.util.function.Consumer;
import org.osgi.annotation.versioning.ProviderType;

/**
 * What has just been committed, on any node, for live updates of pages. Nothing is kept for a listener that was away;
 * whoever must not miss anything is an {@link EventConsumer}.
 */
@ProviderType
public interface EventStream {
    /**
     * From now on the listener gets every fact, in order, on one thread for all listeners: it must be quick and only
     * hand on. What it throws is logged.
     */
    Subscription subscribe(Consumer<Event> listener);

    /** After {@link #close} has returned the listener is not called any more. */
    interface Subscription extends AutoCloseable {
        @Override
        void close();
    }
}
