package org.weir.records.api;

import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ConsumerType;
import org.weir.access.api.Actor;
import org.weir.base.api.Text;

/**
 * Watches over changes of a record type, on anybody's behalf (form, cell, import, REST), in their transaction: first sets
 * what is worked out from other values, then checks, and once the record is written does what must follow. A whiteboard
 * service.
 */
@ConsumerType
public interface Validator {
    /** The type's name. */
    String type();

    /**
     * Values that follow from others and are stored with them, by field, as a {@link Row} holds them; null empties. Runs
     * after the declared checks and before {@link #check}; not for deletions.
     */
    default Map<String, @Nullable Object> derive(Change change) {
        return Map.of();
    }

    /** Runs after the declared checks have passed. */
    void check(Change change, Rejections rejections);

    /**
     * Runs when the record is written or deleted, for what always follows from it in other records; an exception undoes the
     * whole change.
     */
    default void follow(Change change) {}

    /**
     * Whether pages offer to change or delete the record as it is now ({@code update}, {@code delete}); false when {@link
     * #check} would refuse whatever is typed. Single cells and actions are not asked.
     */
    default boolean offers(String operation, Row row) {
        return true;
    }

    /** @param before null when created; {@code after} null when deleted */
    record Change(
            Actor actor, @Nullable Row before, @Nullable Row after) {
        public boolean changes(String field) {
            return !Objects.equals(before == null ? null : before.get(field), after == null ? null : after.get(field));
        }
    }

    @FunctionalInterface
    interface Rejections {
        /** @param field empty for the record as a whole */
        void reject(String field, Text why);
    }
}
