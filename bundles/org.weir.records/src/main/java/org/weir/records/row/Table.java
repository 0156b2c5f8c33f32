package org.weir.records.row;

import java.util.ArrayList;
import java.util.List;
import org.weir.records.api.Field;
import org.weir.records.api.Field.Kind;
import org.weir.records.api.RecordType;

/** The names of a record type's tables and columns. */
public final class Table {
    private static final String SYSTEM = "id, version, created_at, created_by, updated_at, updated_by";

    private static final String RECKONED = "_reckoned";

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
                columns.append(", ").append(of(alias, field)).append('.').append(column);
            }
        }
        return columns.toString();
    }

    /** A field's column in {@link #rows}. */
    public static String column(String alias, Field field) {
        return of(alias, field) + "." + field.column();
    }

    private static String of(String alias, Field field) {
        return field.reckoned() ? alias + RECKONED : alias;
    }

    /** What to select from for all columns of a type: its table, and that of its reckoned fields. */
    public static String rows(RecordType type, String alias) {
        String own = type.table() + " " + alias;
        return reckons(type) ? own + " join " + reckoned(type) + " " + alias + RECKONED + joined(alias) : own;
    }

    /** The same for an order that begins with {@code column}: HSQLDB walks an index of the first table only. */
    public static String rows(RecordType type, String alias, String column) {
        return column.startsWith(alias + RECKONED + ".")
                ? reckoned(type) + " " + alias + RECKONED + " join " + type.table() + " " + alias + joined(alias)
                : rows(type, alias);
    }

    private static String joined(String alias) {
        return " on " + alias + RECKONED + ".id = " + alias + ".id";
    }

    static boolean reckons(RecordType type) {
        return type.declaredFields().stream().anyMatch(Field::reckoned);
    }

    /** Where the reckoned fields stand. */
    static String reckoned(RecordType type) {
        return type.table() + RECKONED;
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
