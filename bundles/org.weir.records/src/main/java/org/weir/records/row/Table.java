package org.weir.records.row;

import java.util.ArrayList;
import java.util.List;
import org.weir.records.api.Field;
import org.weir.records.api.Field.Kind;
import org.weir.records.api.RecordType;

/** The names of a record type's tables and columns. */
public final class Table {
    private static final String SYSTEM = "id, version, created_at, created_by, updated_at, updated_by";

    private Table() {}

    /** All columns that {@link ReadRow} reads, in its order. */
    static String columns(RecordType type, String alias) {
        StringBuilder columns = new StringBuilder();
        for (String column : SYSTEM.split(", ")) {
            columns.append(columns.isEmpty() ? "" : ", ")
                    .append(alias)
                    .append('.')
                    .append(column);
        }
        for (Field field : type.fields()) {
            for (String column : columns(field)) {
                columns.append(", ").append(alias).append('.').append(column);
            }
        }
        return columns.toString();
    }

    /** The columns a field's value stands in: one, two for money, none for several values. */
    static List<String> columns(Field field) {
        if (several(field)) {
            return List.of();
        }
        List<String> columns = new ArrayList<>(2);
        columns.add(field.column());
        if (field.kind() == Kind.MONEY) {
            columns.add(field.column() + "_currency");
        }
        return columns;
    }

    public static boolean several(Field field) {
        return field.kind() == Kind.LIST || field.kind() == Kind.REFS;
    }

    public static boolean refers(Field field) {
        return field.kind() == Kind.REF || field.kind() == Kind.REFS;
    }

    /** Where the entries of a list field stand. */
    public static String side(RecordType type, Field field) {
        return type.table() + "_" + field.column();
    }

    /** The folded title, of a type whose title is a text. */
    public static String key(RecordType type) {
        return type.title().column() + "_key";
    }

    public static boolean hasKey(RecordType type) {
        return type.title().kind() == Kind.TEXT;
    }

    /** Whether a field refers to users or teams, which access keeps. */
    public static boolean toAccess(Field field) {
        return field.ref().equals("user") || field.ref().equals("team");
    }
}
