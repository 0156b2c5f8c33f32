package org.weir.records.sheet;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.weir.store.api.Database;

/**
 * Files kept in the database in pieces, so that every node has them; read through copies in a folder of this process,
 * which are deleted a day after their last use and when the process ends.
 */
public final class KeptFiles implements AutoCloseable {
    private static final int PIECE = 256 << 10;
    private static final Duration COPY_KEPT = Duration.ofDays(1);

    private final Database database;
    private final Clock clock;
    private @Nullable Path folder;

    /** @param database the one of the schema {@code records} */
    public KeptFiles(Database database, Clock clock) {
        this.database = database;
        this.clock = clock;
    }

    private synchronized Path folder() throws IOException {
        if (folder == null) {
            folder = Files.createTempDirectory("weir-tables");
        }
        return folder;
    }

    /** A new empty file to write to, deleted like the copies. */
    public Path scratch() throws IOException {
        tidy();
        return Files.createTempFile(folder(), "new", ".tmp");
    }

    /** Keeps the content of the file under the id, in a transaction of its own. */
    public void keep(UUID id, Path file) throws IOException {
        database.<Boolean, IOException>write(handle -> {
            try (InputStream in = Files.newInputStream(file)) {
                int pos = 0;
                for (byte[] piece = in.readNBytes(PIECE); piece.length > 0; piece = in.readNBytes(PIECE)) {
                    handle.createUpdate(
                                    "insert into records.file_piece (file_id, pos, bytes) values (:id, :pos, :bytes)")
                            .bind("id", id)
                            .bind("pos", pos++)
                            .bind("bytes", piece)
                            .execute();
                }
                return true;
            }
        });
    }

    /** A copy of what is kept under the id. @throws NoSuchFileException when nothing is */
    public Path copy(UUID id) throws IOException {
        Path copy = folder().resolve(id.toString());
        if (Files.exists(copy)) {
            Files.setLastModifiedTime(copy, FileTime.from(clock.instant()));
            return copy;
        }
        Path fresh = scratch();
        try (OutputStream out = Files.newOutputStream(fresh)) {
            int pos = 0;
            Optional<byte[]> piece = piece(id, pos);
            if (piece.isEmpty()) {
                throw new NoSuchFileException(id.toString());
            }
            for (; piece.isPresent(); piece = piece(id, ++pos)) {
                out.write(piece.get());
            }
        }
        return Files.move(fresh, copy, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    }

    private Optional<byte[]> piece(UUID id, int pos) {
        return database.read(
                handle -> handle.createQuery("select bytes from records.file_piece where file_id = :id and pos = :pos")
                        .bind("id", id)
                        .bind("pos", pos)
                        .mapTo(byte[].class)
                        .findOne());
    }

    /** Forgets what is kept under the id. */
    public void drop(UUID id) {
        database.write(handle -> handle.createUpdate("delete from records.file_piece where file_id = :id")
                .bind("id", id)
                .execute());
    }

    private void tidy() throws IOException {
        Instant oldest = clock.instant().minus(COPY_KEPT);
        for (Path file : files(folder())) {
            if (Files.getLastModifiedTime(file).toInstant().isBefore(oldest)) {
                Files.deleteIfExists(file);
            }
        }
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.toList();
        }
    }

    /** Deletes the copies. */
    @Override
    public synchronized void close() throws IOException {
        if (folder == null) {
            return;
        }
        for (Path file : files(folder)) {
            Files.deleteIfExists(file);
        }
        Files.deleteIfExists(folder);
    }
}
