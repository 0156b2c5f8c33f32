package org.weir.records.change;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Actor;
import org.weir.records.api.Field;
import org.weir.records.api.History.Kind;
import org.weir.records.api.Row;

/**
 * A change that has been written and is to be told to history and the event log.
 *
 * @param row as it is now, or was when deleted
 */
public record Deed(
        Actor actor,
        Kind kind,
        Row row,
        List<Difference> differences,
        String via,
        @Nullable UUID batch) {
    /** Values before and after, null for empty. */
    public record Difference(
            Field field, @Nullable Object before, @Nullable Object after) {
        /** A secret stays one. */
        public Difference {
            if (field.secret()) {
                before = before == null ? null : Field.HIDDEN;
                after = after == null ? null : Field.HIDDEN;
            }
        }
    }
}
