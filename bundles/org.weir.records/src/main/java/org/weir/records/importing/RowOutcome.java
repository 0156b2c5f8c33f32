package org.weir.records.importing;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.base.api.Text;
import org.weir.records.api.Imports.Outcome;

/**
 * What became of a row, or of a record made for one of its references.
 *
 * @param part 0 for the row itself, 1 and more for records made for its references
 * @param version the version the record has by this batch; null when it was not written
 * @param field what the reason is about: a field's name, or empty
 */
record RowOutcome(
        long line,
        int part,
        String type,
        Outcome outcome,
        @Nullable UUID record,
        @Nullable Long version,
        String title,
        String field,
        @Nullable Text reason) {

    static RowOutcome failed(String type, long line, String title, String field, Text reason) {
        return new RowOutcome(line, 0, type, Outcome.FAILED, null, null, title, field, reason);
    }
}
