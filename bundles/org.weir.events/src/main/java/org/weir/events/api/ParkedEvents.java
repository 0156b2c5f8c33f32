package org.weir.events.api;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.osgi.annotation.versioning.ProviderType;

/** Facts that a consumer failed on again and again; IT looks at them and decides. */
@ProviderType
public interface ParkedEvents {
    /** @param reason what the consumer threw the last time */
    record Parked(String consumer, Event event, int attempts, String reason, Instant parkedAt) {}

    /** The newest first. */
    List<Parked> newest(int limit);

    long count();

    /**
     * Brings the fact to its consumer once more, now.
     *
     * @return whether it was taken and is parked no longer; false when it failed again (see its new reason) or when the
     *     consumer is not there
     */
    boolean retry(String consumer, UUID event);

    /** Gives the fact up for this consumer. @return false when it was not parked */
    boolean drop(String consumer, UUID event);
}
