package org.weir.records.query;

import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.weir.records.api.Field;
import org.weir.records.api.Field.Kind;
import org.weir.records.api.RecordType;

/** The columns every record has, as fields that filters and orders may name. */
public final class SystemFields {
    private static final Map<String, Field> ALL = Map.of(
            "id", Field.ofSystem("id", "id", Kind.REF, ""),
            "version", Field.ofSystem("version", "version", Kind.INTEGER, ""),
            "createdAt", Field.ofSystem("createdAt", "created_at", Kind.TIME, ""),
            "createdBy", Field.ofSystem("createdBy", "created_by", Kind.REF, "user"),
            "updatedAt", Field.ofSystem("updatedAt", "updated_at", Kind.TIME, ""),
            "updatedBy", Field.ofSystem("updatedBy", "updated_by", Kind.REF, "user"));

    private SystemFields() {}

    /** A declared field or a system one. */
    public static @Nullable Field find(RecordType type, String name) {
        Field field = type.field(name);
        return field == null ? ALL.get(name) : field;
    }
}
