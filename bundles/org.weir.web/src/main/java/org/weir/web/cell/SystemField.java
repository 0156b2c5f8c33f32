package org.weir.web.cell;

import org.jspecify.annotations.Nullable;
import org.weir.records.api.Field;
import org.weir.records.api.Field.Kind;
import org.weir.records.api.Row;

/** When and by whom a record was made and changed, as fields. Labels: {@code web.field.NAME}. */
public enum SystemField {
    CREATED_AT("createdAt", Kind.TIME, ""),
    CREATED_BY("createdBy", Kind.REF, "user"),
    UPDATED_AT("updatedAt", Kind.TIME, ""),
    UPDATED_BY("updatedBy", Kind.REF, "user");

    private final Field field;

    SystemField(String name, Kind kind, String ref) {
        field = Field.ofSystem(name, name, kind, ref);
    }

    public Field field() {
        return field;
    }

    public static @Nullable SystemField find(String name) {
        for (SystemField it : values()) {
            if (it.field.name().equals(name)) {
                return it;
            }
        }
        return null;
    }

    public @Nullable Object value(Row row) {
        return switch (this) {
            case CREATED_AT -> row.createdAt();
            case CREATED_BY -> row.createdBy();
            case UPDATED_AT -> row.updatedAt();
            case UPDATED_BY -> row.updatedBy();
        };
    }
}
