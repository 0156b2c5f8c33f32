package org.weir.records.api;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What somebody wants a record to be.
 *
 * @param id null to create, or a new id chosen by the caller
 * @param version the version the change is based on; null for a new record, or to change whatever is there
 * @param values only the fields that are set; null empties a field
 * @param batch the import (or other batch) it belongs to, so that the batch can be undone
 */
public record Draft(
        String type,
        @Nullable UUID id,
        @Nullable Long version,
        Map<String, @Nullable Object> values,
        @Nullable UUID batch) {

    public Draft {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    public static Draft create(String type, Map<String, ?> values) {
        return new Draft(type, null, null, new LinkedHashMap<>(values), null);
    }

    public static Draft change(Row row, Map<String, @Nullable Object> values) {
        return new Draft(row.type().name(), row.id(), row.version(), values, null);
    }
}
