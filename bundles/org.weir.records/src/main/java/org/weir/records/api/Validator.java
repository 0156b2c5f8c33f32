package org.weir.records.api;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ConsumerType;
import org.weir.access.api.Actor;
import org.weir.base.api.Text;

/** Checks changes of a record type, on anybody's behalf (form, cell, import, REST); a whiteboard service. */
@ConsumerType
public interface Validator {
    /** The type's name. */
    String type();

    /** Runs in the transaction, after the declared checks have passed. */
    void check(Change change, Rejections rejections);

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
