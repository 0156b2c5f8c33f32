package org.weir.records.row;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.weir.records.api.Field;
import org.weir.records.api.Field.Kind;
import org.weir.records.api.RecordType;
import org.weir.records.row.ReadRow.Loose;

/**
 * The entries of list fields, which stand in tables of their own. They change with the version of their record, so those of
 * records read lately are remembered, and looked up again only for another version; a transaction always looks itself,
 * because what it has written may yet be taken back.
 */
public final class Entries {
    private final Lately<UUID, Known> known;

    /** @param remembered of at least how many records */
    public Entries(int remembered) {
        known = new Lately<>(remembered);
    }

    /** Of one version of a record: by the place of the field among {@code fields}, empty without entries. */
    private record Known(RecordType type, long version, Instant updatedAt, List<List<Object>> entries) {
        boolean of(RecordType asked, Loose row) {
            return type == asked && version == row.version() && updatedAt.equals(row.updatedAt());
        }
    }

    /** Puts the entries into the values of the rows. @param fields the list fields of the type */
    void add(Handle handle, RecordType type, List<Field> fields, List<Loose> rows) {
        boolean own = handle.isInTransaction();
        List<Loose> unknown = new ArrayList<>();
        for (Loose row : rows) {
            Known it = own ? null : known.get(row.id());
            if (it != null && it.of(type, row)) {
                put(fields, it.entries(), row);
            } else {
                unknown.add(row);
            }
        }
        if (unknown.isEmpty()) {
            return;
        }
        List<UUID> ids = unknown.stream().map(Loose::id).toList();
        List<Map<UUID, List<Object>>> found =
                fields.stream().map(it -> read(handle, type, it, ids)).toList();
        for (Loose row : unknown) {
            List<List<Object>> entries = found.stream()
                    .map(it -> List.copyOf(it.getOrDefault(row.id(), List.of())))
                    .toList();
            put(fields, entries, row);
            if (!own) {
                known.put(row.id(), new Known(type, row.version(), row.updatedAt(), entries));
            }
        }
    }

    private static void put(List<Field> fields, List<List<Object>> entries, Loose row) {
        for (int i = 0; i < fields.size(); i++) {
            if (!entries.get(i).isEmpty()) {
                row.values().put(fields.get(i).name(), entries.get(i));
            }
        }
    }

    private static Map<UUID, List<Object>> read(Handle handle, RecordType type, Field field, List<UUID> ids) {
        Map<UUID, List<Object>> entries = new HashMap<>();
        Sql sql = Sql.of("select id, val from " + Table.side(type, field) + " where ")
                .add(Sql.in("id", ids))
                .add(" order by id, pos");
        Statements.query(handle, sql, it -> entries.computeIfAbsent(it.getObject(1, UUID.class), x -> new ArrayList<>())
                .add(entry(it, field)));
        return entries;
    }

    private static Object entry(ResultSet row, Field field) throws SQLException {
        return field.kind() == Kind.REFS ? row.getObject(2, UUID.class) : row.getString(2);
    }
}
