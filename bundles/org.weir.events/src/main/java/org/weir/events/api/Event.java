package org.weir.events.api;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A fact, in the past tense.
 *
 * @param id unique, stays the same on every delivery
 * @param type for example {@code account.created}, {@code account.changed}; lower case, dots
 * @param subjectType the record type it is about, for example {@code account}
 * @param subject the record's id
 * @param actor the user who caused it, null for the system
 * @param data a JSON object; for record changes {@code {"version":3,"changes":{"name":["old","new"]}}}
 */
public record Event(
        UUID id,
        String type,
        String subjectType,
        UUID subject,
        Instant at,
        @Nullable UUID actor,
        String data) {}
