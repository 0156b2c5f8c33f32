package org.weir.delivery.scheduling;

import java.time.Duration;

/**
 * How long to search.
 *
 * @param seed where chance begins
 * @param evaluations how many schedules to generate at most; with a limit that is not reached, the same seed and number
 *     give the same plan, whatever the machine and its load
 * @param limit when to stop all the same
 */
public record Effort(long seed, long evaluations, Duration limit) {
    private static final Duration LONG = Duration.ofHours(1);

    /** Reproducible: so many schedules, however long they take (an hour at most). */
    public static Effort evaluations(long seed, long evaluations) {
        return new Effort(seed, evaluations, LONG);
    }

    /** As many schedules as can be had in the time; not reproducible. */
    public static Effort lasting(long seed, Duration limit) {
        return new Effort(seed, Long.MAX_VALUE, limit);
    }

    /** Stops at the limit even if schedules are left. */
    public Effort within(Duration most) {
        return new Effort(seed, evaluations, most);
    }
}
