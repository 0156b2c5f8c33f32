package org.weir.records.query;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.weir.access.api.Actor;
import org.weir.records.api.Field;
import org.weir.records.api.Query;
import org.weir.records.api.RecordType;
import org.weir.records.api.RecordTypes;
import org.weir.records.format.Folding;
import org.weir.records.format.PlainText;
import org.weir.records.row.Sql;
import org.weir.records.row.Statements;
import org.weir.records.row.Table;
import org.weir.records.visibility.Reach;
import org.weir.store.api.Dialect;

/** Which rows a query selects: those the actor may see, under its filter and its quick text, as conditions on {@code t}. */
final class Selection {
    private static final int LONGEST = 200;
    private static final int MOST_KEYED = 50;

    private final RecordTypes types;
    private final Reach reach;
    private final CompileFilter filters;
    private final Dialect dialect;

    Selection(RecordTypes types, Reach reach, CompileFilter filters, Dialect dialect) {
        this.dialect = dialect;
        this.types = types;
        this.reach = reach;
        this.filters = filters;
    }

    List<Sql> conditions(Handle handle, Actor actor, RecordType type, Query query) {
        List<Sql> all = new ArrayList<>();
        if (query.filter() != null) {
            all.add(filters.compile(actor, type, "t", query.filter()));
        }
        if (!query.q().isBlank()) {
            all.add(quick(handle, actor, type, "t", query.q(), 0));
        }
        all.add(reach.read(actor, type, "t"));
        all.removeIf(Sql::isYes);
        return all;
    }

    /** The title contains the text, or a key is the text. */
    private Sql quick(Handle handle, Actor actor, RecordType type, String alias, String text, int depth) {
        String tidy = PlainText.tidy(text);
        if (tidy == null || tidy.length() > LONGEST || PlainText.forbidden(tidy, false) != null) {
            return Sql.no();
        }
        List<Sql> any = new ArrayList<>();
        if (Table.hasKey(type)) {
            String folded = Folding.fold(tidy);
            any.add(new TextPattern(List.of("", folded, "")).matches(dialect, alias + "." + Table.key(type), it -> it));
        } else if (depth < 2 && !Table.toAccess(type.title())) {
            types.find(type.title().ref())
                    .ifPresent(it -> any.add(titled(handle, actor, type, it, alias, tidy, depth)));
        }
        Set<UUID> keyed = new LinkedHashSet<>();
        for (String key : type.keys()) {
            Field field = type.field(key);
            if (field != null && !field.title()) {
                keyed.addAll(keyed(handle, type, field, tidy));
            }
        }
        if (!keyed.isEmpty()) {
            any.add(Sql.in(alias + ".id", keyed));
        }
        return Sql.join(" or ", any, Sql.no());
    }

    private Sql titled(
            Handle handle, Actor actor, RecordType type, RecordType target, String alias, String text, int depth) {
        String next = alias + "q";
        return Sql.of("exists (select 1 from " + target.table() + " " + next + " where " + next + ".id = " + alias + "."
                        + type.title().column() + " and ")
                .add(reach.read(actor, target, next))
                .add(" and ")
                .add(quick(handle, actor, target, next, text, depth + 1))
                .add(")");
    }

    /** Asked beforehand, because an alternative in the condition would cost a look at every row. */
    private static List<UUID> keyed(Handle handle, RecordType type, Field field, String text) {
        String rows =
                switch (field.kind()) {
                    case TEXT -> type.table() + " t where t." + field.column();
                    case LIST -> Table.side(type, field) + " t where t.val";
                    default -> "";
                };
        return rows.isEmpty()
                ? List.of()
                : Statements.query(
                        handle,
                        Sql.of("select t.id from " + rows + " = ? limit ?", text, MOST_KEYED),
                        it -> it.getObject(1, UUID.class));
    }
}
