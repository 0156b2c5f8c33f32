package org.weir.delivery.planning;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What planning found for an open task.
 *
 * @param start the first half day of work
 * @param end the half day after the last
 * @param reason why it does not begin earlier, as in {@code task.waitReason}
 * @param waitsFor the task waited for
 */
record Dates(
        int start,
        int end,
        boolean critical,
        String reason,
        @Nullable UUID waitsFor,
        @Nullable UUID crew) {
    boolean sameTime(Dates other) {
        return start == other.start && end == other.end;
    }
}
