package org.weir.events.api;

import org.osgi.annotation.versioning.ConsumerType;

/**
 * Reads the event log from where it left off; a whiteboard service. Delivery is at least once and, per consumer, in
 * order; each delivery runs in a transaction together with the cursor. An event that keeps failing is parked, named on
 * the administration page, and the rest goes on. A consumer that was away catches up when it returns; a new one begins
 * with the oldest event.
 */
@ConsumerType
public interface EventConsumer {
    /** Names the cursor; never changes, unique, for example {@code org.weir.partner.example.visits}. */
    String name();

    /** Whether this consumer wants events of the type. */
    boolean wants(String eventType);

    /** Takes one event. Throwing means: try again, then park. */
    void on(Event event) throws Exception;
}
