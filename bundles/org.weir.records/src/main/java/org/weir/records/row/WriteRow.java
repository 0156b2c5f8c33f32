package org.weir.records.row;

import java.math.BigDecimal;
import java.sql.Types;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.weir.base.api.Money;
import org.weir.records.api.Field;
import org.weir.records.api.Field.Kind;
import org.weir.records.api.RecordType;
import org.weir.records.api.Row;
import org.weir.records.format.Folding;

/** Writes rows of a record type with their side tables and folded titles. */
public final class WriteRow {
    private static final int PIECE = 200;

    private final Handle handle;
    private final RecordType type;

    public WriteRow(Handle handle, RecordType type) {
        this.handle = handle;
        this.type = type;
    }

    public void insert(Row row) {
        List<String> columns =
                new ArrayList<>(List.of("id", "version", "created_at", "created_by", "updated_at", "updated_by"));
        List<@Nullable Object> values = new ArrayList<>();
        values.add(row.id());
        values.add(row.version());
        values.add(row.createdAt());
        values.add(row.createdBy());
        values.add(row.updatedAt());
        values.add(row.updatedBy());
        List<Field> several = new ArrayList<>();
        for (Field field : type.fields()) {
            if (Table.several(field)) {
                several.add(field);
            } else if (!field.reckoned() && row.get(field.name()) != null) {
                columns(field, columns, "");
                values(field, row.get(field.name()), values);
            }
        }
        insert(type.table(), columns, values);
        if (Table.reckons(type)) {
            insertReckoned(row);
        }
        several.forEach(it -> insertEntries(row, it));
    }

    private void insertReckoned(Row row) {
        List<String> columns = new ArrayList<>(List.of("id"));
        List<@Nullable Object> values = new ArrayList<>();
        values.add(row.id());
        for (Field field : type.fields()) {
            if (field.reckoned() && row.get(field.name()) != null) {
                columns(field, columns, "");
                values(field, row.get(field.name()), values);
            }
        }
        insert(Table.reckoned(type), columns, values);
    }

    private void insert(String table, List<String> columns, List<@Nullable Object> values) {
        Sql sql = Sql.of("insert into " + table + " (" + String.join(", ", columns) + ") values (?"
                + ", ?".repeat(columns.size() - 1) + ")");
        sql.arguments().addAll(values);
        Statements.update(handle, sql);
    }

    /** Sets the fields of a row whose version is still {@code expected}; false when it is not. */
    public boolean update(Row row, long expected, Collection<Field> changed) {
        List<String> columns = new ArrayList<>();
        List<@Nullable Object> values = new ArrayList<>();
        Set<Field> several = new LinkedHashSet<>();
        List<Field> reckoned = new ArrayList<>();
        for (Field field : changed) {
            if (Table.several(field)) {
                several.add(field);
            } else if (field.reckoned()) {
                reckoned.add(field);
            } else {
                columns(field, columns, " = ?");
                values(field, row.get(field.name()), values);
            }
        }
        columns.add("version = ?");
        values.add(row.version());
        columns.add("updated_at = ?");
        values.add(row.updatedAt());
        columns.add("updated_by = ?");
        values.add(row.updatedBy());
        Sql sql = Sql.of("update " + type.table() + " set " + String.join(", ", columns));
        sql.arguments().addAll(values);
        sql.add(" where id = ? and version = ?", row.id(), expected);
        if (Statements.update(handle, sql) == 0) {
            return false;
        }
        if (!reckoned.isEmpty()) {
            updateReckoned(row, reckoned);
        }
        for (Field field : several) {
            deleteById(Table.side(type, field), List.of(row));
            insertEntries(row, field);
        }
        return true;
    }

    private void updateReckoned(Row row, List<Field> fields) {
        List<String> columns = new ArrayList<>();
        List<@Nullable Object> values = new ArrayList<>();
        for (Field field : fields) {
            columns(field, columns, " = ?");
            values(field, row.get(field.name()), values);
        }
        Sql sql = Sql.of("update " + Table.reckoned(type) + " set " + String.join(", ", columns));
        sql.arguments().addAll(values);
        Statements.update(handle, sql.add(" where id = ?", row.id()));
    }

    /** False when the version of one of them is no longer the one it was read with. */
    public boolean delete(List<Row> rows) {
        type.declaredFields().stream().filter(Table::several).forEach(it -> deleteById(Table.side(type, it), rows));
        if (Table.reckons(type)) {
            deleteById(Table.reckoned(type), rows);
        }
        String text = "delete from " + type.table() + " where id = ? and version = ?";
        int[] gone = Statements.updateAll(
                handle,
                rows.stream().map(it -> Sql.of(text, it.id(), it.version())).toList());
        return Arrays.stream(gone).allMatch(it -> it > 0);
    }

    private void deleteById(String table, List<Row> rows) {
        String text = "delete from " + table + " where id = ?";
        Statements.updateAll(
                handle, rows.stream().map(it -> Sql.of(text, it.id())).toList());
    }

    private void columns(Field field, List<String> columns, String suffix) {
        Table.columns(field).forEach(it -> columns.add(it + suffix));
        if (field.title() && field.kind() == Kind.TEXT) {
            columns.add(Table.key(type) + suffix);
        }
    }

    private static void values(Field field, @Nullable Object value, List<@Nullable Object> values) {
        if (field.kind() == Kind.MONEY) {
            Money money = (Money) value;
            values.add(money == null ? new Statements.Null(Types.NUMERIC) : money.amount());
            values.add(money == null ? Statements.Null.TEXT : money.currency().getCurrencyCode());
            return;
        }
        values.add(value == null ? new Statements.Null(sqlType(field.kind())) : value);
        if (field.title() && field.kind() == Kind.TEXT) {
            values.add(value == null ? Statements.Null.TEXT : Folding.key((String) value, field.max()));
        }
    }

    private static int sqlType(Kind kind) {
        return switch (kind) {
            case TEXT, CHOICE -> Types.VARCHAR;
            case BOOL -> Types.BOOLEAN;
            case INTEGER -> Types.BIGINT;
            case DECIMAL, MONEY -> Types.NUMERIC;
            case DATE -> Types.DATE;
            case TIME -> Types.TIMESTAMP_WITH_TIMEZONE;
            case REF -> Types.OTHER;
            case LIST, REFS -> throw new IllegalArgumentException(kind.name());
        };
    }

    private void insertEntries(Row row, Field field) {
        List<?> entries = (List<?>) row.values().getOrDefault(field.name(), List.of());
        for (int from = 0; from < entries.size(); from += PIECE) {
            int to = Math.min(entries.size(), from + PIECE);
            Sql sql = Sql.of("insert into " + Table.side(type, field) + " (id, pos, val) values ");
            for (int i = from; i < to; i++) {
                sql.add(i == from ? "(?, ?, ?)" : ", (?, ?, ?)", row.id(), i, entries.get(i));
            }
            Statements.update(handle, sql);
        }
    }

    /** Whether two values are the same to a reader: numbers by size, whatever their decimals. */
    public static boolean same(@Nullable Object one, @Nullable Object other) {
        if (one instanceof BigDecimal a && other instanceof BigDecimal b) {
            return a.compareTo(b) == 0;
        }
        if (one instanceof Money a && other instanceof Money b) {
            return a.currency().equals(b.currency()) && a.amount().compareTo(b.amount()) == 0;
        }
        return one == null ? other == null : one.equals(other);
    }
}
