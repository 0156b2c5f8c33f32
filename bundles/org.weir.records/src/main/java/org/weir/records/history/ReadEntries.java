package org.weir.records.history;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.weir.records.api.History.Entry;
import org.weir.records.api.History.Kind;
import org.weir.records.api.RecordType;
import org.weir.records.row.Sql;
import org.weir.records.row.Statements;

/** Reads entries of history, whoever asks. */
public final class ReadEntries {
    static final String COLUMNS =
            "h.id, h.type, h.record, h.title, h.version, h.happened_at, h.actor, h.actor_name, h.kind,"
                    + " h.via, h.diffs";

    /** Newest first. */
    public List<Entry> of(Handle handle, RecordType type, UUID record, @Nullable UUID before, int limit) {
        Sql sql = Sql.of("select " + COLUMNS + " from records.history h where h.record = ?", record);
        if (before != null) {
            sql.add(" and h.id < ?", before);
        }
        sql.add(" order by h.record desc, h.id desc limit ?", limit);
        return Statements.query(handle, sql, this::read).stream()
                .filter(it -> it.type().equals(type.name()))
                .toList();
    }

    @Nullable
    Entry one(Handle handle, RecordType type, UUID record, UUID id) {
        return Statements.first(
                handle,
                Sql.of(
                        "select " + COLUMNS + " from records.history h where h.id = ? and h.record = ? and h.type = ?",
                        id,
                        record,
                        type.name()),
                this::read);
    }

    /** All entries of a batch, the oldest first. */
    public List<Entry> ofBatch(Handle handle, UUID batch) {
        return Statements.query(
                handle,
                Sql.of("select " + COLUMNS + " from records.history h where h.batch = ? order by h.batch, h.id", batch),
                this::read);
    }

    Entry read(ResultSet row) throws SQLException {
        return new Entry(
                row.getObject(1, UUID.class),
                row.getString(2),
                row.getObject(3, UUID.class),
                row.getString(4),
                row.getLong(5),
                row.getObject(6, OffsetDateTime.class).toInstant(),
                row.getObject(7, UUID.class),
                row.getString(8),
                Kind.valueOf(row.getString(9).toUpperCase(Locale.ROOT)),
                row.getString(10),
                ChangesJson.read(row.getString(11)));
    }
}
