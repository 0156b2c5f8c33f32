package org.weir.events.delivery;

import java.time.Duration;
import java.util.List;

/**
 * How long to wait before each further try of a fact that failed; after the last it is parked.
 *
 * @param one after which a consumer that still works on one transaction is told, and no longer counted upon to give its
 *     thread back
 */
public record Patience(List<Duration> waits, Duration one) {
    public static final Patience USUAL = new Patience(List.of(
            Duration.ofMillis(200),
            Duration.ofSeconds(1),
            Duration.ofSeconds(5),
            Duration.ofSeconds(15),
            Duration.ofSeconds(30)));

    public Patience(List<Duration> waits) {
        this(waits, Duration.ofSeconds(30));
    }

    /** @param failures how often it has failed, from 1 */
    boolean isOver(int failures) {
        return failures > waits.size();
    }

    Duration afterFailure(int failures) {
        return waits.isEmpty() ? Duration.ZERO : waits.get(Math.min(failures, waits.size()) - 1);
    }
}
