package org.weir.store.archive;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestOutputStream;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.zip.Deflater;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.weir.store.api.Archives.Contents;
import org.weir.store.api.Archives.Progress;
import org.weir.store.api.Archives.Refused;
import org.weir.store.api.Dialect;
import org.weir.store.connection.Pool;
import org.weir.store.schema.MigrationFile;
import org.weir.store.schema.Schemas;

/** Writes one archive. */
final class WriteArchive implements AutoCloseable {
    private final Pool pool;
    private final Schemas schemas;
    private final String version;
    private final Progress progress;
    private final ZipOutputStream zip;
    private final List<Manifest.Entry> entries = new ArrayList<>();
    private final List<Manifest.Rows> tables = new ArrayList<>();

    private WriteArchive(Pool pool, Schemas schemas, String version, Progress progress, OutputStream out) {
        this.pool = pool;
        this.schemas = schemas;
        this.version = version;
        this.progress = progress;
        this.zip = new ZipOutputStream(new BufferedOutputStream(out, 1 << 16));
        zip.setLevel(Deflater.BEST_SPEED);
    }

    /** The file is there, under its name and on the disk, when this returns; never a part of it. */
    static Contents to(
            Path file, Pool pool, Schemas schemas, String version, Map<String, Path> folders, Progress progress)
            throws IOException, Refused {
        Path parent = file.toAbsolutePath().getParent();
        if (parent != null) {
            Files.createDirectories(parent);
        }
        if (Files.exists(file)) {
            throw new Refused("The file " + file + " is there already.");
        }
        Path part = file.resolveSibling(file.getFileName() + ".part");
        Files.deleteIfExists(part);
        try {
            create(part);
            Contents contents;
            try (WriteArchive writing =
                    new WriteArchive(pool, schemas, version, progress, Files.newOutputStream(part))) {
                contents = writing.write(folders);
            }
            try (FileChannel channel = FileChannel.open(part, StandardOpenOption.WRITE)) {
                channel.force(true);
            }
            Files.move(part, file, StandardCopyOption.ATOMIC_MOVE);
            return contents;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static void create(Path part) throws IOException {
        if (FileSystems.getDefault().supportedFileAttributeViews().contains("posix")) {
            Files.createFile(part, PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
        } else {
            Files.createFile(part);
        }
    }

    private Contents write(Map<String, Path> folders) throws IOException, Refused {
        Instant now = Instant.now();
        Map<String, List<MigrationFile>> files;
        Map<String, Long> sequences;
        try (Connection connection = pool.connections().getConnection()) {
            connection.setReadOnly(true);
            connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
            connection.setAutoCommit(false);
            try {
                files = schemas.files(connection);
                sequences = Sequences.all(connection, pool.dialect(), files.keySet());
                writeTables(connection, pool.dialect(), files.keySet());
            } finally {
                connection.rollback();
            }
        } catch (SQLException e) {
            throw new Refused("The database could not be read: " + e.getMessage(), e);
        }
        for (Map.Entry<String, Path> folder : folders.entrySet()) {
            progress.at(folder.getKey(), tables.size(), tables.size());
            writeFolder(folder.getKey(), folder.getValue());
        }
        Manifest manifest = new Manifest(now, version, files, tables, sequences, entries);
        zip.putNextEntry(new ZipEntry(Manifest.NAME));
        zip.write(manifest.json());
        zip.closeEntry();
        zip.finish();
        return manifest.contents();
    }

    private void writeTables(Connection connection, Dialect dialect, Iterable<String> names)
            throws SQLException, IOException, Refused {
        List<Table> all = new ArrayList<>();
        for (String schema : names) {
            all.addAll(Table.of(connection, dialect, schema));
        }
        for (Table table : all) {
            progress.at(table.qualified(), tables.size(), all.size());
            Sum sum = new Sum();
            String entry = "tables/" + table.schema() + "/" + table.name() + ".jsonl";
            writeEntry(
                    entry,
                    out -> Lines.each(connection, dialect, table, line -> {
                        sum.add(line);
                        out.write(line.getBytes(StandardCharsets.UTF_8));
                        out.write('\n');
                    }));
            List<String> columns =
                    table.columns().stream().map(Table.Column::name).toList();
            tables.add(new Manifest.Rows(table.schema(), table.name(), columns, sum.rows(), sum.hex()));
        }
    }

    private void writeFolder(String name, Path place) throws IOException, Refused {
        if (!Files.exists(place)) {
            return;
        }
        Path folder = Files.isDirectory(place) ? place : place.resolveSibling("");
        List<Path> files;
        try (Stream<Path> found = Files.walk(place)) {
            files = found.filter(Files::isRegularFile).sorted().toList();
        }
        for (Path file : files) {
            String inside = folder.relativize(file).toString().replace('\\', '/');
            try (InputStream in = Files.newInputStream(file)) {
                writeEntry(name + "/" + inside, in::transferTo);
            } catch (NoSuchFileException e) {
                // deleted since we looked: nothing that is needed ever is
                continue;
            } catch (SQLException e) {
                throw new IllegalStateException("no database is asked here", e);
            }
        }
    }

    /** Writes the content of an entry. */
    private interface Content {
        void to(OutputStream out) throws IOException, SQLException;
    }

    private void writeEntry(String name, Content content) throws IOException, SQLException {
        MessageDigest digest = Sum.sha256();
        zip.putNextEntry(new ZipEntry(name));
        Counting counting = new Counting(zip);
        DigestOutputStream out = new DigestOutputStream(counting, digest);
        content.to(out);
        zip.closeEntry();
        entries.add(new Manifest.Entry(name, counting.bytes, HexFormat.of().formatHex(digest.digest())));
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    private static final class Counting extends OutputStream {
        private final OutputStream out;
        private long bytes;

        Counting(OutputStream out) {
            this.out = out;
        }

        @Override
        public void write(int b) throws IOException {
            out.write(b);
            bytes++;
        }

        @Override
        public void write(byte[] b, int off, int len) throws IOException {
            out.write(b, off, len);
            bytes += len;
        }
    }
}
