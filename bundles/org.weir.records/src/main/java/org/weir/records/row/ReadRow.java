package org.weir.records.row;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Currency;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.weir.base.api.Money;
import org.weir.records.api.Field;
import org.weir.records.api.Field.Kind;
import org.weir.records.api.RecordType;
import org.weir.records.api.Row;

/** Reads rows of a record type, with the entries of its list fields. */
public final class ReadRow {
    private final RecordType type;
    private final Entries entries;
    private final List<Field> single;
    private final List<Field> several;
    private final int width;

    /** For a transaction, which remembers nothing, or for rows without their list fields. */
    public ReadRow(RecordType type) {
        this(type, new Entries(0));
    }

    public ReadRow(RecordType type, Entries entries) {
        this.type = type;
        this.entries = entries;
        this.single = type.fields().stream().filter(it -> !Table.several(it)).toList();
        this.several = type.fields().stream().filter(Table::several).toList();
        this.width =
                6 + single.stream().mapToInt(it -> Table.columns(it).size()).sum();
    }

    public String columns(String alias) {
        return Table.columns(type, alias);
    }

    /** How many columns the row takes; others may follow. */
    public int width() {
        return width;
    }

    /** The row with this id under a further condition on alias {@code t}. */
    public @Nullable Row one(Handle handle, UUID id, Sql condition) {
        Sql sql = Sql.of("select " + columns("t") + " from " + Table.rows(type, "t") + " where t.id = ?", id);
        if (!condition.isYes()) {
            sql.add(" and ").add(condition);
        }
        Loose found = Statements.first(handle, sql, this::loose);
        return found == null ? null : complete(handle, List.of(found)).get(0);
    }

    /** A row whose list fields are still missing. */
    public record Loose(
            UUID id,
            long version,
            Instant createdAt,
            @Nullable UUID createdBy,
            Instant updatedAt,
            @Nullable UUID updatedBy,
            Map<String, Object> values) {}

    public Loose loose(ResultSet row) throws SQLException {
        Map<String, Object> values = new LinkedHashMap<>();
        int at = 7;
        for (Field field : single) {
            Object value = value(row, field, at);
            if (value != null) {
                values.put(field.name(), value);
            }
            at += field.kind() == Kind.MONEY ? 2 : 1;
        }
        return new Loose(
                uuid(row, 1),
                row.getLong(2),
                time(row, 3),
                row.getObject(4, UUID.class),
                time(row, 5),
                row.getObject(6, UUID.class),
                values);
    }

    private static UUID uuid(ResultSet row, int at) throws SQLException {
        return row.getObject(at, UUID.class);
    }

    private static Instant time(ResultSet row, int at) throws SQLException {
        return row.getObject(at, OffsetDateTime.class).toInstant();
    }

    /** The value of a single field at a column of a result. */
    static @Nullable Object value(ResultSet row, Field field, int at) throws SQLException {
        return switch (field.kind()) {
            case TEXT, CHOICE -> {
                String text = row.getString(at);
                yield text != null && field.secret() ? Field.HIDDEN : text;
            }
            case BOOL -> {
                boolean value = row.getBoolean(at);
                yield row.wasNull() ? null : value;
            }
            case INTEGER -> {
                long value = row.getLong(at);
                yield row.wasNull() ? null : value;
            }
            case DECIMAL -> row.getBigDecimal(at);
            case MONEY -> {
                BigDecimal amount = row.getBigDecimal(at);
                String currency = row.getString(at + 1);
                yield amount == null || currency == null
                        ? null
                        : new Money(amount, Currency.getInstance(currency.strip()));
            }
            case DATE -> row.getObject(at, LocalDate.class);
            case TIME -> {
                OffsetDateTime time = row.getObject(at, OffsetDateTime.class);
                yield time == null ? null : time.toInstant();
            }
            case REF -> row.getObject(at, UUID.class);
            case LIST, REFS -> throw new IllegalArgumentException(field.name());
        };
    }

    /** Without the entries of list fields. */
    public Row plain(Loose it) {
        return new Row(
                type,
                it.id(),
                it.version(),
                it.createdAt(),
                it.createdBy(),
                it.updatedAt(),
                it.updatedBy(),
                it.values());
    }

    public List<Row> complete(Handle handle, List<Loose> rows) {
        if (!rows.isEmpty() && !several.isEmpty()) {
            entries.add(handle, type, several, rows);
        }
        return rows.stream().map(this::row).toList();
    }

    private Row row(Loose it) {
        if (several.isEmpty()) {
            return plain(it);
        }
        Map<String, Object> inOrder = new LinkedHashMap<>();
        for (Field field : type.fields()) {
            Object value = it.values().get(field.name());
            if (value != null) {
                inOrder.put(field.name(), value);
            }
        }
        return new Row(
                type, it.id(), it.version(), it.createdAt(), it.createdBy(), it.updatedAt(), it.updatedBy(), inOrder);
    }
}
