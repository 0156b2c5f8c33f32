package org.weir.delivery.scheduling;

import org.jspecify.annotations.Nullable;

/**
 * Why an activity did not start in the periods from {@code from} until {@code until} (exclusive).
 *
 * @param activity the activity waited for, of {@link Kind#PREDECESSOR} and {@link Kind#RESOURCE}
 * @param resource the resource that is busy ({@link Kind#RESOURCE}) or off ({@link Kind#OFF}; null if the calendar is)
 * @param link the link, of {@link Kind#PREDECESSOR}
 */
public record Wait(
        Kind kind,
        int from,
        int until,
        @Nullable String activity,
        @Nullable String resource,
        @Nullable Link link) {
    /** Causes of waiting. */
    public enum Kind {
        /** It may not start earlier by its own date. */
        NOT_BEFORE,
        /** It waits for another activity, by a link. */
        PREDECESSOR,
        /** A resource is busy with another activity. */
        RESOURCE,
        /** Nobody works: its calendar's or a resource's days off. */
        OFF,
        /** It has begun, or was told to begin, in that period. */
        PINNED
    }
}
