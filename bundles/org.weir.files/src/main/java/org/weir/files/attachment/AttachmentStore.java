package org.weir.files.attachment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.store.api.Database;

/** Which files stand beside which records. */
public final class AttachmentStore {
    private static final String COLUMNS =
            "id, record_type, record_id, name, bytes, media, sha256, added_by, added_at, removed_at";

    private final Database database;

    public AttachmentStore(Database database) {
        this.database = database;
    }

    void add(Attachment it) {
        database.perform(handle -> handle.createUpdate("""
                        insert into files.attachments
                            (id, record_type, record_id, name, bytes, media, sha256, added_by, added_at)
                        values (:id, :type, :record, :name, :bytes, :media, :sha256, :by, :at)""")
                .bind("id", it.id())
                .bind("type", it.type())
                .bind("record", it.record())
                .bind("name", it.name())
                .bind("bytes", it.bytes())
                .bind("media", it.media())
                .bind("sha256", it.sha256())
                .bind("by", it.addedBy())
                .bind("at", it.addedAt().atOffset(ZoneOffset.UTC))
                .execute());
    }

    /** Those that are there, the latest first. */
    List<Attachment> of(String type, UUID record, int limit) {
        return database.read(handle -> handle.createQuery("select " + COLUMNS
                        + " from files.attachments where record_id = :record and record_type = :type"
                        + " and removed_at is null order by added_at desc limit :limit")
                .bind("record", record)
                .bind("type", type)
                .bind("limit", limit)
                .map((row, context) -> read(row))
                .list());
    }

    long count(String type, UUID record) {
        return database.read(handle -> handle.createQuery("""
                        select count(*) from files.attachments
                        where record_id = :record and record_type = :type and removed_at is null""")
                .bind("record", record)
                .bind("type", type)
                .mapTo(Long.class)
                .one());
    }

    /** Also one that was removed. */
    Optional<Attachment> find(UUID id) {
        return database.read(
                handle -> handle.createQuery("select " + COLUMNS + " from files.attachments where id = :id")
                        .bind("id", id)
                        .map((row, context) -> read(row))
                        .findOne());
    }

    /** @param at null brings it back */
    void removed(UUID id, @Nullable UUID by, @Nullable Instant at) {
        database.perform(handle -> handle.createUpdate(
                        "update files.attachments set removed_by = :by, removed_at = :at where id = :id")
                .bind("id", id)
                .bind("by", by)
                .bind("at", at == null ? null : at.atOffset(ZoneOffset.UTC))
                .execute());
    }

    /** Forgets what was removed before. */
    int forget(Instant before) {
        return database.write(handle -> handle.createUpdate("delete from files.attachments where removed_at < :before")
                .bind("before", before.atOffset(ZoneOffset.UTC))
                .execute());
    }

    boolean uses(String sha256) {
        return database.read(
                        handle -> handle.createQuery("select count(*) from files.attachments where sha256 = :sha256")
                                .bind("sha256", sha256)
                                .mapTo(Long.class)
                                .one())
                > 0;
    }

    private static Attachment read(ResultSet row) throws SQLException {
        OffsetDateTime removed = row.getObject("removed_at", OffsetDateTime.class);
        return new Attachment(
                row.getObject("id", UUID.class),
                row.getString("record_type"),
                row.getObject("record_id", UUID.class),
                row.getString("name"),
                row.getLong("bytes"),
                row.getString("media"),
                row.getString("sha256"),
                row.getObject("added_by", UUID.class),
                row.getObject("added_at", OffsetDateTime.class).toInstant(),
                removed == null ? null : removed.toInstant());
    }
}
