package org.weir.records.api;

import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One record as read: system columns and the values of its fields (see {@link Field.Kind} for their Java types). */
public final class Row {
    private final RecordType type;
    private final UUID id;
    private final long version;
    private final Instant createdAt;
    private final @Nullable UUID createdBy;
    private final Instant updatedAt;
    private final @Nullable UUID updatedBy;
    private final Map<String, Object> values;

    /** @param values without entries for what is empty; unmodifiable afterwards */
    public Row(
            RecordType type,
            UUID id,
            long version,
            Instant createdAt,
            @Nullable UUID createdBy,
            Instant updatedAt,
            @Nullable UUID updatedBy,
            Map<String, Object> values) {
        this.type = type;
        this.id = id;
        this.version = version;
        this.createdAt = createdAt;
        this.createdBy = createdBy;
        this.updatedAt = updatedAt;
        this.updatedBy = updatedBy;
        this.values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
    }

    public RecordType type() {
        return type;
    }

    public UUID id() {
        return id;
    }

    /** Starts at 1, one more with every change; stands in the ETag. */
    public long version() {
        return version;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public @Nullable UUID createdBy() {
        return createdBy;
    }

    public Instant updatedAt() {
        return updatedAt;
    }

    public @Nullable UUID updatedBy() {
        return updatedBy;
    }

    public @Nullable Object get(String field) {
        return values.get(field);
    }

    public @Nullable String text(String field) {
        return (String) values.get(field);
    }

    public @Nullable UUID ref(String field) {
        return (UUID) values.get(field);
    }

    @SuppressWarnings("unchecked")
    public List<String> list(String field) {
        return (List<String>) values.getOrDefault(field, List.of());
    }

    @SuppressWarnings("unchecked")
    public List<UUID> refs(String field) {
        return (List<UUID>) values.getOrDefault(field, List.of());
    }

    /** Only what is not empty. */
    public Map<String, Object> values() {
        return values;
    }
}
