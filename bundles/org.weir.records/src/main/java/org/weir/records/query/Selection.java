package org.weir.records.query;

import java.util.ArrayList;
import java.util.List;
import org.weir.access.api.Actor;
import org.weir.records.api.Field;
import org.weir.records.api.Field.Kind;
import org.weir.records.api.Query;
import org.weir.records.api.RecordType;
import org.weir.records.api.RecordTypes;
import org.weir.records.format.Folding;
import org.weir.records.format.PlainText;
import org.weir.records.row.Sql;
import org.weir.records.row.Table;
import org.weir.records.visibility.Reach;

/** Which rows a query selects: those the actor may see, under its filter and its quick text, as conditions on {@code t}. */
final class Selection {
    private static final int LONGEST = 200;

    private final RecordTypes types;
    private final Reach reach;
    private final CompileFilter filters;

    Selection(RecordTypes types, Reach reach, CompileFilter filters) {
        this.types = types;
        this.reach = reach;
        this.filters = filters;
    }

    List<Sql> conditions(Actor actor, RecordType type, Query query) {
        List<Sql> all = new ArrayList<>();
        if (query.filter() != null) {
            all.add(filters.compile(actor, type, "t", query.filter()));
        }
        if (!query.q().isBlank()) {
            all.add(quick(actor, type, "t", query.q(), 0));
        }
        all.add(reach.read(actor, type, "t"));
        all.removeIf(Sql::isYes);
        return all;
    }

    /** The title contains the text, or a key is the text. */
    Sql quick(Actor actor, RecordType type, String alias, String text, int depth) {
        String tidy = PlainText.tidy(text);
        if (tidy == null || tidy.length() > LONGEST || PlainText.forbidden(tidy, false) != null) {
            return Sql.no();
        }
        List<Sql> any = new ArrayList<>();
        if (Table.hasKey(type)) {
            String folded = Folding.fold(tidy);
            any.add(new TextPattern(List.of("", folded, "")).matches(alias + "." + Table.key(type), it -> it));
        } else if (depth < 2 && !Table.toAccess(type.title())) {
            types.find(type.title().ref()).ifPresent(it -> any.add(titled(actor, type, it, alias, tidy, depth)));
        }
        for (String key : type.keys()) {
            Field field = type.field(key);
            if (field != null && !field.title()) {
                keyed(type, field, alias, tidy, any);
            }
        }
        return Sql.join(" or ", any, Sql.no());
    }

    private Sql titled(Actor actor, RecordType type, RecordType target, String alias, String text, int depth) {
        String next = alias + "q";
        return Sql.of("exists (select 1 from " + target.table() + " " + next + " where " + next + ".id = " + alias + "."
                        + type.title().column() + " and ")
                .add(reach.read(actor, target, next))
                .add(" and ")
                .add(quick(actor, target, next, text, depth + 1))
                .add(")");
    }

    private static void keyed(RecordType type, Field field, String alias, String text, List<Sql> any) {
        if (field.kind() == Kind.TEXT) {
            any.add(Sql.of(alias + "." + field.column() + " = ?", text));
        } else if (field.kind() == Kind.LIST) {
            any.add(Sql.of(
                    "exists (select 1 from " + Table.side(type, field) + " s where s.id = " + alias
                            + ".id and s.val = ?)",
                    text));
        }
    }
}
