package org.weir.records.query;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.records.api.Field;
import org.weir.records.api.Field.Kind;
import org.weir.records.api.Query;
import org.weir.records.api.RecordType;
import org.weir.records.api.RecordTypes;
import org.weir.records.row.Table;

/**
 * The order of a list: what is sorted by, down to the id, which makes it complete. Empty values come last in either
 * direction. References are sorted by the title of what they refer to.
 *
 * @param joins the joins the keys need, of alias {@code t}
 */
record Ordering(List<Key> keys, String joins) {
    /** @param expression over {@code t} and the joins */
    record Key(String expression, Kind kind, boolean descending, boolean nullable) {
        @Nullable
        Object read(ResultSet row, int at) throws SQLException {
            return switch (kind) {
                case TEXT, CHOICE -> row.getString(at);
                case BOOL -> {
                    boolean value = row.getBoolean(at);
                    yield row.wasNull() ? null : value;
                }
                case INTEGER -> {
                    long value = row.getLong(at);
                    yield row.wasNull() ? null : value;
                }
                case DECIMAL, MONEY -> row.getBigDecimal(at);
                case DATE -> row.getObject(at, LocalDate.class);
                case TIME -> {
                    OffsetDateTime time = row.getObject(at, OffsetDateTime.class);
                    yield time == null ? null : time.toInstant();
                }
                case REF -> row.getObject(at, UUID.class);
                case LIST, REFS -> throw new IllegalArgumentException(expression);
            };
        }

        Object parse(String text) {
            return switch (kind) {
                case TEXT, CHOICE -> text;
                case BOOL -> Boolean.valueOf(text);
                case INTEGER -> Long.valueOf(text);
                case DECIMAL, MONEY -> new BigDecimal(text);
                case DATE -> LocalDate.parse(text);
                case TIME -> Instant.parse(text);
                case REF -> UUID.fromString(text);
                case LIST, REFS -> throw new IllegalArgumentException(expression);
            };
        }
    }

    /** @throws org.weir.base.api.ProblemException 400 for what cannot be sorted by */
    static Ordering of(RecordTypes types, RecordType type, List<Query.Sort> sorts) {
        Building building = new Building(types);
        boolean unique = false;
        for (Query.Sort sort : sorts) {
            Field field = RsqlFilters.sortable(type, sort.field());
            unique |= building.add(type, field, sort.descending());
        }
        if (!unique) {
            boolean descending = !building.keys.isEmpty()
                    && building.keys.get(building.keys.size() - 1).descending();
            building.keys.add(new Key("t.id", Kind.REF, descending, false));
        }
        return new Ordering(List.copyOf(building.keys), building.joins.toString());
    }

    private static final class Building {
        private final RecordTypes types;
        private final List<Key> keys = new ArrayList<>();
        private final StringBuilder joins = new StringBuilder();
        private int aliases;

        Building(RecordTypes types) {
            this.types = types;
        }

        /** Whether the key is unique by itself: ids, by which creation is sorted too, because they are made in order. */
        boolean add(RecordType type, Field field, boolean descending) {
            if (field.name().equals("id") || field.name().equals("createdAt")) {
                keys.add(new Key("t.id", Kind.REF, descending, false));
                return true;
            }
            if (field.kind() == Kind.REF) {
                title(field, descending);
                return false;
            }
            String column = field.title() && Table.hasKey(type) ? "t." + Table.key(type) : Table.column("t", field);
            keys.add(new Key(column, field.kind(), descending, !field.required()));
            return false;
        }

        private void title(Field first, boolean descending) {
            Field field = first;
            String alias = "t";
            boolean nullable = !field.required();
            while (field.kind() == Kind.REF && !Table.toAccess(field) && aliases < 3) {
                RecordType target = types.find(field.ref()).orElse(null);
                if (target == null) {
                    break;
                }
                String next = "o" + ++aliases;
                joins.append(" left join ")
                        .append(target.table() + " " + next + " on " + next + ".id = " + alias + "." + field.column());
                alias = next;
                field = target.title();
                nullable |= !field.required();
                if (Table.hasKey(target)) {
                    keys.add(new Key(alias + "." + Table.key(target), Kind.TEXT, descending, nullable));
                    return;
                }
            }
            keys.add(new Key(alias + "." + field.column(), Kind.REF, descending, nullable));
        }
    }
}
