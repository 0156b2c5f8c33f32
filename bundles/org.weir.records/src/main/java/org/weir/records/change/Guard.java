package org.weir.records.change;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.weir.base.api.ProblemException;
import org.weir.base.api.ProblemException.At;
import org.weir.base.api.Text;
import org.weir.records.api.Field;
import org.weir.records.api.Field.Kind;
import org.weir.records.api.RecordType;
import org.weir.records.api.RecordTypes;
import org.weir.records.row.Sql;
import org.weir.records.row.Statements;
import org.weir.records.row.Table;

/** Keeps a record that others refer to, of whatever type and bundle, from being deleted. */
final class Guard {
    private static final int CAP = 1_000;

    private final RecordTypes types;

    Guard(RecordTypes types) {
        this.types = types;
    }

    /** @throws ProblemException 409 naming how many records of which type refer to it */
    void unreferenced(Handle handle, RecordType type, UUID id) {
        if (referenced(handle, type, id)) {
            refuse(handle, type, id);
        }
    }

    /** One statement looks everywhere: most records may go, and some types are named by dozens of fields. */
    private boolean referenced(Handle handle, RecordType type, UUID id) {
        Sql anywhere = Sql.of("");
        for (Naming naming : naming(type)) {
            anywhere.add(anywhere.text().isEmpty() ? "(" : " union all (")
                    .add(naming.rows("1", List.of(id)))
                    .add(" limit 1)");
        }
        return !anywhere.text().isEmpty() && Statements.any(handle, anywhere);
    }

    /** Which of the records others refer to. */
    Set<UUID> referenced(Handle handle, RecordType type, Collection<UUID> ids) {
        Set<UUID> named = new HashSet<>();
        for (Naming naming : naming(type)) {
            named.addAll(Statements.query(
                    handle, naming.rows("distinct " + naming.column(), ids), row -> row.getObject(1, UUID.class)));
        }
        return named;
    }

    private List<Naming> naming(RecordType type) {
        List<Naming> all = new ArrayList<>();
        for (RecordType other : types.all()) {
            for (Field field : other.fields()) {
                if (field.ref().equals(type.name())) {
                    all.add(new Naming(other, field, other.name().equals(type.name())));
                }
            }
        }
        return all;
    }

    private void refuse(Handle handle, RecordType type, UUID id) {
        List<At> uses = new ArrayList<>();
        Map<RecordType, Long> counts = new LinkedHashMap<>();
        naming(type).forEach(it -> counts.merge(it.type(), references(handle, it, id), Long::sum));
        counts.forEach((other, count) -> {
            if (count > 0) {
                uses.add(new At("", Text.of("records.problem.used-by", count, other.many())));
            }
        });
        if (!uses.isEmpty()) {
            throw new ProblemException(
                    409, Text.of("records.problem.in-use", uses.get(0).text()), uses);
        }
    }

    private static long references(Handle handle, Naming naming, UUID id) {
        Sql sql = Sql.of("select count(*) from (")
                .add(naming.rows("id", List.of(id)))
                .add(" limit ?) c", CAP);
        Long count = Statements.first(handle, sql, it -> it.getLong(1));
        return count == null ? 0 : count;
    }

    /** A field that names records of the type in question. @param itself whether it is a field of that very type */
    private record Naming(RecordType type, Field field, boolean itself) {
        private boolean single() {
            return field.kind() == Kind.REF;
        }

        String column() {
            return single() ? field.column() : "val";
        }

        /** The rows that name one of the ids; who names himself does not count. */
        Sql rows(String what, Collection<UUID> ids) {
            Sql rows = Sql.of("select " + what + " from " + (single() ? type.table() : Table.side(type, field))
                            + " where ")
                    .add(
                            ids.size() == 1
                                    ? Sql.of(column() + " = ?", ids.iterator().next())
                                    : Sql.in(column(), ids));
            return itself ? rows.add(" and id <> " + column()) : rows;
        }
    }
}
