package org.weir.store.archive;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.weir.store.api.Archives;
import org.weir.store.connection.CannotOpen;
import org.weir.store.connection.FreeSpace;
import org.weir.store.connection.OpenPool;
import org.weir.store.connection.Pool;
import org.weir.store.connection.Settings;
import org.weir.store.schema.MigrationFile;
import org.weir.store.schema.Schemas;
import org.weir.store.transaction.Transactions;

/** Archives of one open database. */
public final class StoredArchives implements Archives {
    private final Pool pool;
    private final Schemas schemas;
    private final String version;
    private final Supplier<Map<String, Set<String>>> known;

    /**
     * @param version of this Weir
     * @param known the names of the migration files that the installed bundles bring, by schema; a schema that no bundle
     *     names is taken as it is
     */
    public StoredArchives(Pool pool, Schemas schemas, String version, Supplier<Map<String, Set<String>>> known) {
        this.pool = pool;
        this.schemas = schemas;
        this.version = version;
        this.known = known;
    }

    @Override
    public Contents write(Path file, Map<String, Path> folders, Progress progress) throws IOException, Refused {
        return WriteArchive.to(file, pool, schemas, version, folders, progress);
    }

    @Override
    public Contents check(Path file) throws Refused {
        try (OpenArchive archive = OpenArchive.of(file)) {
            archive.check();
            return archive.manifest().contents();
        }
    }

    @Override
    public Contents restore(Path file, Map<String, Path> folders, Progress progress) throws IOException, Refused {
        try (OpenArchive archive = OpenArchive.of(file)) {
            require(archive);
            for (Path folder : folders.values()) {
                requireEmpty(folder);
            }
            new ReadArchive(pool, schemas, archive, progress).read();
            for (Map.Entry<String, Path> folder : folders.entrySet()) {
                archive.unpack(folder.getKey(), folder.getValue());
            }
            return archive.manifest().contents();
        }
    }

    @Override
    public Contents restoreInto(Target target, Path file, Progress progress) throws IOException, Refused {
        try (OpenArchive archive = OpenArchive.of(file)) {
            require(archive);
            Settings settings =
                    new Settings(target.url(), target.user(), target.password(), 6, Duration.ofSeconds(15), 0);
            Pool other = new OpenPool(settings).open();
            try {
                Transactions transactions =
                        new Transactions(other.connections(), other.dialect(), new FreeSpace(settings));
                Schemas there = new Schemas(other, transactions, Clock.systemUTC());
                new ReadArchive(other, there, archive, progress).read();
            } finally {
                other.close(false);
            }
            return archive.manifest().contents();
        } catch (CannotOpen | IllegalArgumentException e) {
            throw new Refused(String.valueOf(e.getMessage()), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused("It was interrupted.", e);
        }
    }

    private void require(OpenArchive archive) throws Refused {
        archive.check();
        Map<String, Set<String>> brought = known.get();
        for (Map.Entry<String, List<MigrationFile>> schema :
                archive.manifest().schemas().entrySet()) {
            Set<String> here = brought.get(schema.getKey());
            Set<String> newer = schema.getValue().stream()
                    .map(MigrationFile::name)
                    .filter(it -> here != null && !here.contains(it))
                    .collect(Collectors.toSet());
            if (!newer.isEmpty()) {
                throw new Refused("The archive was written by a newer Weir ("
                        + archive.manifest().version()
                        + "): this one does not know " + newer.iterator().next() + " of the schema " + schema.getKey()
                        + ". Install that version or a newer one.");
            }
        }
    }

    private static void requireEmpty(Path folder) throws IOException, Refused {
        if (Files.isDirectory(folder)) {
            try (Stream<Path> inside = Files.list(folder)) {
                if (inside.findAny().isPresent()) {
                    throw new Refused("The folder " + folder + " is not empty.");
                }
            }
        }
    }
}
