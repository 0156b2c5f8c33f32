package org.weir.records.change;

import java.util.ArrayList;
import java.util.List;
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
        for (RecordType other : types.all()) {
            for (Field field : other.fields()) {
                if (field.ref().equals(type.name())) {
                    anywhere.add(anywhere.text().isEmpty() ? "(" : " union all (")
                            .add(naming("1", other, field, id, other.name().equals(type.name())))
                            .add(" limit 1)");
                }
            }
        }
        return !anywhere.text().isEmpty() && Statements.any(handle, anywhere);
    }

    private void refuse(Handle handle, RecordType type, UUID id) {
        List<At> uses = new ArrayList<>();
        for (RecordType other : types.all()) {
            long count = 0;
            for (Field field : other.fields()) {
                if (field.ref().equals(type.name())) {
                    count += references(handle, other, field, id, other.name().equals(type.name()));
                }
            }
            if (count > 0) {
                uses.add(new At("", Text.of("records.problem.used-by", count, other.many())));
            }
        }
        if (!uses.isEmpty()) {
            throw new ProblemException(
                    409, Text.of("records.problem.in-use", uses.get(0).text()), uses);
        }
    }

    private static long references(Handle handle, RecordType type, Field field, UUID id, boolean itself) {
        Sql sql = Sql.of("select count(*) from (")
                .add(naming("id", type, field, id, itself))
                .add(" limit ?) c", CAP);
        Long count = Statements.first(handle, sql, it -> it.getLong(1));
        return count == null ? 0 : count;
    }

    /** The rows of the type whose field names the id. */
    private static Sql naming(String what, RecordType type, Field field, UUID id, boolean itself) {
        boolean single = field.kind() == Kind.REF;
        Sql rows = Sql.of(
                "select " + what + " from " + (single ? type.table() : Table.side(type, field)) + " where "
                        + (single ? field.column() : "val") + " = ?",
                id);
        if (itself) {
            rows.add(" and id <> ?", id);
        }
        return rows;
    }
}
