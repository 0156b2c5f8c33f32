package org.weir.records.query;

import java.math.BigDecimal;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Currency;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Actor;
import org.weir.base.api.Money;
import org.weir.records.api.Field;
import org.weir.records.api.Query;
import org.weir.records.api.RecordType;
import org.weir.records.api.RecordTypes;
import org.weir.records.api.Records.Count;
import org.weir.records.api.Records.Neighbours;
import org.weir.records.api.Records.PageOfRows;
import org.weir.records.api.Records.Total;
import org.weir.records.api.Records.Totalled;
import org.weir.records.query.Ordering.Key;
import org.weir.records.row.Entries;
import org.weir.records.row.ReadRow;
import org.weir.records.row.Sql;
import org.weir.records.row.Statements;
import org.weir.records.row.Table;
import org.weir.records.visibility.Reach;
import org.weir.store.api.Dialect;

/** Reads pages of a list by keyset: what comes after or before a place in the order, stable whatever is added meanwhile. */
public final class ReadPage {
    private static final int MOST = 500;

    private final RecordTypes types;
    private final Entries entries;
    private final Cursors cursors;
    private final Selection selection;
    private final Reach reach;
    private final Dialect dialect;

    public ReadPage(
            RecordTypes types, Entries entries, Reach reach, CompileFilter filters, Cursors cursors, Dialect dialect) {
        this.types = types;
        this.entries = entries;
        this.cursors = cursors;
        this.reach = reach;
        this.dialect = dialect;
        this.selection = new Selection(types, reach, filters, dialect);
    }

    private record Placed(ReadRow.Loose row, Position position) {}

    public PageOfRows page(Handle handle, Actor actor, RecordType type, Query query) {
        if (query.limit() < 1 || query.limit() > MOST) {
            throw Wrong.query("limit", MOST);
        }
        Ordering ordering = Ordering.of(types, type, sorts(type, query));
        boolean back = query.before() != null;
        String cursor = back ? query.before() : query.after();
        Position from = cursor == null ? null : cursors.read(type.name(), ordering, cursor);
        List<Sql> conditions = selection.conditions(handle, actor, type, query);
        List<Placed> found = new Walk(handle, type, ordering, conditions, Leading.column(type, query.filter()))
                .from(from, back, query.limit() + 1);
        boolean more = found.size() > query.limit();
        List<Placed> page = new ArrayList<>(more ? found.subList(0, query.limit()) : found);
        if (back) {
            Collections.reverse(page);
        }
        boolean next = back ? from != null : more;
        boolean previous = back ? more : from != null;
        ReadRow reader = new ReadRow(type, entries);
        return new PageOfRows(
                reader.complete(handle, page.stream().map(Placed::row).toList()),
                next && !page.isEmpty() ? cursor(type, ordering, page.get(page.size() - 1)) : null,
                previous && !page.isEmpty() ? cursor(type, ordering, page.get(0)) : null);
    }

    private String cursor(RecordType type, Ordering ordering, Placed row) {
        return cursors.write(type.name(), ordering, row.position());
    }

    /** Each up to the cap, in one statement. */
    public List<Count> counts(Handle handle, Actor actor, List<Query> queries, int cap) {
        if (queries.isEmpty()) {
            return List.of();
        }
        Sql sql = Sql.of("select ");
        for (int i = 0; i < queries.size(); i++) {
            RecordType type = types.get(queries.get(i).type());
            sql.add((i == 0 ? "" : ", ") + "(select count(*) from (select 1 as found from " + Table.rows(type, "t"));
            where(sql, selection.conditions(handle, actor, type, queries.get(i)))
                    .add(" limit ?) counted)", cap + 1);
        }
        sql.add(" from (values (0)) one(nothing)");
        return Statements.query(handle, sql, row -> {
                    List<Count> counts = new ArrayList<>();
                    for (int i = 1; i <= queries.size(); i++) {
                        long counted = row.getLong(i);
                        counts.add(new Count(Math.min(counted, cap), counted > cap));
                    }
                    return counts;
                })
                .get(0);
    }

    private record At(int place, Total total) {}

    /** All in one statement. */
    public List<List<Total>> totals(Handle handle, Actor actor, List<Totalled> asked) {
        List<List<Total>> totals = new ArrayList<>();
        Sql all = new Sql();
        for (int i = 0; i < asked.size(); i++) {
            totals.add(new ArrayList<>());
            all.add(i == 0 ? "" : " union all ").add(total(handle, actor, asked.get(i), i));
        }
        if (!asked.isEmpty()) {
            all.add(" order by 1, 3");
            Statements.query(handle, all, row -> new At(row.getInt(1), total(row)))
                    .forEach(it -> totals.get(it.place()).add(it.total()));
        }
        return totals;
    }

    private Sql total(Handle handle, Actor actor, Totalled asked, int place) {
        RecordType type = types.get(asked.query().type());
        String money = asked.money();
        Field field = money.isEmpty() ? null : type.field(money);
        if (!money.isEmpty() && (field == null || field.kind() != Field.Kind.MONEY)) {
            throw Wrong.query("unknown-field", money, type.one());
        }
        String currency = field == null ? "cast(null as char(3))" : "t." + field.column() + "_currency";
        String sum = field == null ? "cast(null as decimal(30, 6))" : "sum(t." + field.column() + ")";
        Sql sql = Sql.of("select " + place + ", count(*), " + currency + ", " + sum + " from " + Table.rows(type, "t"));
        where(sql, selection.conditions(handle, actor, type, asked.query()));
        return field == null ? sql : sql.add(" group by " + currency);
    }

    private static Total total(ResultSet row) throws SQLException {
        String currency = row.getString(3);
        BigDecimal sum = row.getBigDecimal(4);
        return new Total(
                currency == null || sum == null ? null : new Money(sum, Currency.getInstance(currency.strip())),
                row.getLong(2));
    }

    public Neighbours neighbours(Handle handle, Actor actor, RecordType type, Query query, UUID id) {
        Ordering ordering = Ordering.of(types, type, sorts(type, query));
        List<Sql> itself = List.of(Sql.of("t.id = ?", id), reach.read(actor, type, "t"));
        Walk here = new Walk(handle, type, ordering, itself, "");
        List<Placed> self = here.from(null, false, 1);
        if (self.isEmpty()) {
            return new Neighbours(null, null);
        }
        Position at = self.get(0).position();
        Walk all = new Walk(
                handle,
                type,
                ordering,
                selection.conditions(handle, actor, type, query),
                Leading.column(type, query.filter()));
        return new Neighbours(idOf(all.from(at, true, 1)), idOf(all.from(at, false, 1)));
    }

    private static @Nullable UUID idOf(List<Placed> rows) {
        return rows.isEmpty() ? null : rows.get(0).row().id();
    }

    private static List<Query.Sort> sorts(RecordType type, Query query) {
        if (!query.sort().isEmpty()) {
            return query.sort();
        }
        List<Query.Sort> declared = new RsqlFilters().parseSort(type, type.sort());
        if (!declared.isEmpty()) {
            return declared;
        }
        return type.title().kind() == Field.Kind.TEXT
                ? List.of(new Query.Sort(type.title().name(), false))
                : List.of(new Query.Sort("createdAt", true));
    }

    private static Sql where(Sql sql, List<Sql> conditions) {
        for (int i = 0; i < conditions.size(); i++) {
            sql.add(i == 0 ? " where " : " and ").add(conditions.get(i));
        }
        return sql;
    }

    /**
     * Reads along an order. Rows with an empty first key are a second stretch, so that an index serves the first; but where
     * a filter leaves few rows anyway, PostgreSQL begins with both in one statement.
     */
    private final class Walk {
        private final Handle handle;
        private final RecordType type;
        private final Ordering ordering;
        private final List<Sql> conditions;
        private final String leading;
        private final ReadRow reader;

        Walk(Handle handle, RecordType type, Ordering ordering, List<Sql> conditions, String leading) {
            this.handle = handle;
            this.type = type;
            this.ordering = ordering;
            this.conditions = conditions;
            this.leading = leading;
            this.reader = new ReadRow(type, entries);
        }

        List<Placed> from(@Nullable Position from, boolean back, int limit) {
            boolean few = dialect == Dialect.POSTGRESQL && from == null && !leading.isEmpty();
            if (few || !ordering.keys().get(0).nullable()) {
                return stretch(List.of(), ordering.keys(), 0, from, back, limit);
            }
            List<Placed> found = new ArrayList<>();
            boolean inEmpty = from != null && from.values().get(0) == null;
            boolean startsEmpty = from == null ? back : inEmpty;
            for (boolean empty : back ? new boolean[] {true, false} : new boolean[] {false, true}) {
                boolean passed = back ? !startsEmpty && empty : startsEmpty && !empty;
                if (!passed && found.size() < limit) {
                    Position place = empty == startsEmpty ? from : null;
                    found.addAll(half(empty, place, back, limit - found.size()));
                }
            }
            return found;
        }

        private List<Placed> half(boolean empty, @Nullable Position from, boolean back, int limit) {
            List<Key> keys = new ArrayList<>(ordering.keys());
            Key first = keys.get(0);
            keys.set(0, new Key(first.expression(), first.kind(), first.descending(), false));
            Sql half = Sql.of(first.expression() + (empty ? " is null" : " is not null"));
            return stretch(List.of(half), keys, empty ? 1 : 0, from, back, limit);
        }

        private List<Placed> stretch(
                List<Sql> further, List<Key> keys, int first, @Nullable Position from, boolean back, int limit) {
            Sql sql = Sql.of("select " + reader.columns("t"));
            keys.forEach(it -> sql.add(", " + it.expression()));
            sql.add(" from " + Table.rows(type, "t", keys.get(first).expression()) + ordering.joins());
            List<Sql> all = new ArrayList<>(further);
            if (from != null) {
                all.add(from.beyond(keys, first, back));
            }
            all.addAll(conditions);
            where(sql, all).add(" order by ");
            if (!leading.isEmpty() && ordering.joins().isEmpty()) {
                sql.add(leading + (keys.get(first).descending() != back ? " desc, " : ", "));
            }
            for (int i = first; i < keys.size(); i++) {
                Key key = keys.get(i);
                sql.add((i == first ? "" : ", ") + key.expression() + (key.descending() != back ? " desc" : ""));
                sql.add(key.nullable() ? (back ? " nulls first" : " nulls last") : "");
            }
            sql.add(" limit ?", limit);
            return Statements.query(handle, sql, row -> {
                List<@Nullable Object> values = new ArrayList<>();
                for (int i = 0; i < keys.size(); i++) {
                    values.add(keys.get(i).read(row, reader.width() + 1 + i));
                }
                return new Placed(reader.loose(row), new Position(values));
            });
        }
    }
}
