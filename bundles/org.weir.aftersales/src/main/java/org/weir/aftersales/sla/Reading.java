package org.weir.aftersales.sla;

import java.time.Duration;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What the clock of one promise says.
 *
 * @param target the working time promised; null when only a due time was set by hand
 * @param due null while the clock is paused: then nothing falls due
 * @param warnAt when its owner is to be warned, in working time; null like {@code due}
 * @param escalateAt when the region manager is to be told; null like {@code due}
 * @param endedAt when it was fulfilled; null while it is not
 * @param paused stands still now
 * @param fixed set by hand
 */
public record Reading(
        Metric metric,
        @Nullable Duration target,
        @Nullable Instant due,
        @Nullable Instant warnAt,
        @Nullable Instant escalateAt,
        @Nullable Instant endedAt,
        boolean paused,
        boolean fixed) {
    public boolean running() {
        return endedAt == null;
    }

    /** Whether the promise is broken by then. At the very moment it falls due it is still kept. */
    public boolean breached(Instant now) {
        return due != null && (endedAt == null ? now : endedAt).isAfter(due);
    }

    /** 0 all is well; 1 its owner is warned; 2 broken, the service manager's; 3 the region manager's. */
    public int level(Instant now) {
        if (!running()) {
            return 0;
        }
        if (escalateAt != null && !now.isBefore(escalateAt) && breached(now)) {
            return 3;
        }
        return breached(now) ? 2 : warnAt != null && !now.isBefore(warnAt) ? 1 : 0;
    }

    /** The next moment after now at which the level rises; null when it will not by itself. */
    public @Nullable Instant next(Instant now) {
        if (!running() || due == null) {
            return null;
        }
        if (warnAt != null && now.isBefore(warnAt)) {
            return warnAt;
        }
        if (!now.isAfter(due)) {
            return due.plusMillis(1);
        }
        return escalateAt != null && now.isBefore(escalateAt) ? escalateAt : null;
    }
}
