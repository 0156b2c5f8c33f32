package org.weir.records.query;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.weir.records.api.Field;
import org.weir.records.api.Field.Kind;
import org.weir.records.api.FieldSpec.Format;
import org.weir.records.api.FieldSpec.Meaning;
import org.weir.records.api.RecordType;

/** The columns every record has, as fields that filters and orders may name. */
public final class SystemFields {
    private static final Map<String, Field> ALL = Map.of(
            "id", field("id", "id", Kind.REF, ""),
            "version", field("version", "version", Kind.INTEGER, ""),
            "createdAt", field("createdAt", "created_at", Kind.TIME, ""),
            "createdBy", field("createdBy", "created_by", Kind.REF, "user"),
            "updatedAt", field("updatedAt", "updated_at", Kind.TIME, ""),
            "updatedBy", field("updatedBy", "updated_by", Kind.REF, "user"));

    private SystemFields() {}

    private static Field field(String name, String column, Kind kind, String ref) {
        return new Field(
                name,
                column,
                kind,
                true,
                false,
                1,
                false,
                Format.PLAIN,
                List.of(),
                ref,
                "",
                Meaning.NONE,
                false,
                false,
                "",
                true,
                true,
                List.of(),
                "",
                "");
    }

    /** A declared field or a system one. */
    public static @Nullable Field find(RecordType type, String name) {
        Field field = type.field(name);
        return field == null ? ALL.get(name) : field;
    }
}
