package org.weir.insight.chain;

import java.util.List;
import java.util.UUID;
import org.weir.records.api.Field;
import org.weir.records.api.RecordType;
import org.weir.records.api.Row;

/**
 * A field by which records of one station refer to records of another, or of the same.
 *
 * @param back whether what is referred to comes before in the chain, as it mostly does
 */
record Tie(RecordType source, Field field, RecordType target, boolean back) {

    List<UUID> of(Row row) {
        if (field.kind() == Field.Kind.REFS) {
            return row.refs(field.name());
        }
        UUID id = row.ref(field.name());
        return id == null ? List.of() : List.of(id);
    }
}
