package org.weir.records.importing;

import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.weir.access.api.Actor;
import org.weir.records.api.Field;
import org.weir.records.api.Field.Kind;
import org.weir.records.api.RecordType;
import org.weir.records.api.Row;
import org.weir.records.format.Folding;
import org.weir.records.kit.RecordKit;
import org.weir.records.row.ReadRow;
import org.weir.records.row.Sql;
import org.weir.records.row.Statements;
import org.weir.records.row.Table;

/** Finds the records that an actor may see by many values of one field at once, by index. */
record FindRows(RecordKit kit, Actor actor) {
    List<Row> in(RecordType type, Field field, Collection<?> values) {
        if (values.isEmpty() || !actor.may(type.permission("read"))) {
            return List.of();
        }
        ReadRow reader = new ReadRow(type);
        Sql sql = Sql.of("select " + reader.columns("t") + " from " + Table.rows(type, "t") + " where ")
                .add(condition(type, field, values))
                .add(" and ")
                .add(kit.reach().read(actor, type, "t"));
        return kit.database().read(handle -> reader.complete(handle, Statements.query(handle, sql, reader::loose)));
    }

    private static Sql condition(RecordType type, Field field, Collection<?> values) {
        if (Table.several(field)) {
            return Sql.of("t.id in (select s.id from " + Table.side(type, field) + " s where ")
                    .add(Sql.in("s.val", field.kind() == Kind.LIST ? cases(values) : values))
                    .add(")");
        }
        if (field.title() && Table.hasKey(type)) {
            return Sql.in("t." + Table.key(type), folded(field, values));
        }
        return Sql.in("t." + field.column(), field.kind() == Kind.TEXT ? cases(values) : values);
    }

    private static Set<String> folded(Field field, Collection<?> values) {
        Set<String> keys = new LinkedHashSet<>();
        values.forEach(it -> keys.add(Folding.key(it.toString(), field.max())));
        return keys;
    }

    /** Other texts are found as they are written, or all in small or capital letters. */
    private static Set<String> cases(Collection<?> values) {
        Set<String> texts = new LinkedHashSet<>();
        for (Object it : values) {
            texts.add(it.toString());
            texts.add(it.toString().toLowerCase(Locale.ROOT));
            texts.add(it.toString().toUpperCase(Locale.ROOT));
        }
        return texts;
    }
}
