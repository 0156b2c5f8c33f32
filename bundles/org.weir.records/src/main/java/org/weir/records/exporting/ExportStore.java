package org.weir.records.exporting;

import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.weir.store.api.Database;

/** Which exports have left a file. */
final class ExportStore {
    private final Database database;

    ExportStore(Database database) {
        this.database = database;
    }

    record Kept(UUID file, String name, String contentType) {}

    void add(UUID job, UUID owner, Kept kept, Instant now) {
        database.write(handle -> handle.createUpdate("""
                        insert into records.export_file (job, file_id, owner, name, content_type, created_at)
                        values (:job, :file, :owner, :name, :contentType, :now)
                        """)
                .bind("job", job)
                .bind("file", kept.file())
                .bind("owner", owner)
                .bind("name", kept.name())
                .bind("contentType", kept.contentType())
                .bind("now", now.atOffset(ZoneOffset.UTC))
                .execute());
    }

    Optional<Kept> find(UUID job, UUID owner, Instant since) {
        return database.read(handle -> handle.createQuery("""
                        select file_id, name, content_type from records.export_file
                        where job = :job and owner = :owner and created_at >= :since
                        """)
                .bind("job", job)
                .bind("owner", owner)
                .bind("since", since.atOffset(ZoneOffset.UTC))
                .map((row, context) -> new Kept(
                        row.getObject("file_id", UUID.class), row.getString("name"), row.getString("content_type")))
                .findOne());
    }

    /** Forgets the exports from before. @return their files */
    List<UUID> dropBefore(Instant oldest) {
        return database.write(handle -> {
            List<UUID> files = handle.createQuery("select file_id from records.export_file where created_at < :oldest")
                    .bind("oldest", oldest.atOffset(ZoneOffset.UTC))
                    .map((row, context) -> row.getObject("file_id", UUID.class))
                    .list();
            handle.createUpdate("delete from records.export_file where created_at < :oldest")
                    .bind("oldest", oldest.atOffset(ZoneOffset.UTC))
                    .execute();
            return files;
        });
    }
}
