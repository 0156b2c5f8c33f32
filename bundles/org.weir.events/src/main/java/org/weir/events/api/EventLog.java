package org.weir.events.api;

import java.util.List;
import org.osgi.annotation.versioning.ProviderType;

/** Where facts are written. */
@ProviderType
public interface EventLog {
    /**
     * Writes the fact in the transaction under way, so that it exists exactly if what it tells of does. Consumers see it
     * after commit, none is ever skipped, those about one subject come in order.
     *
     * @throws IllegalStateException outside a transaction
     */
    default void append(Event event) {
        append(List.of(event));
    }

    /** Writes several facts at once, in this order. @throws IllegalStateException outside a transaction */
    void append(List<Event> events);
}
