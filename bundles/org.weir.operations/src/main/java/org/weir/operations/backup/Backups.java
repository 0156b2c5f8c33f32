package org.weir.operations.backup;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.weir.store.api.Archives;
import org.weir.store.api.Archives.Contents;
import org.weir.store.api.Archives.Progress;
import org.weir.store.api.Archives.Refused;

/** The folder of backups: {@code weir-20260131T231500Z.zip}, named by the moment in UTC. */
final class Backups {
    private static final DateTimeFormatter STAMP =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final Pattern NAME = Pattern.compile("weir-\\d{8}T\\d{6}Z\\.zip");

    private final Archives archives;
    private final Path folder;
    private final Map<String, Path> written;
    private final Clock clock;

    /** @param written what goes into each besides the database */
    Backups(Archives archives, Path folder, Map<String, Path> written, Clock clock) {
        this.archives = archives;
        this.folder = folder;
        this.written = written;
        this.clock = clock;
    }

    /** One file in the folder. */
    record Backup(String name, Instant writtenAt, long bytes) {}

    /** What a backup came to. */
    record Taken(Path file, Contents contents) {}

    Taken take(Progress progress) throws IOException, Refused {
        return take(folder.resolve("weir-" + STAMP.format(clock.instant()) + ".zip"), progress);
    }

    Taken take(Path file, Progress progress) throws IOException, Refused {
        return new Taken(file, archives.write(file, written, progress));
    }

    /** The newest first. */
    List<Backup> all() throws IOException {
        List<Backup> all = new ArrayList<>();
        if (!Files.isDirectory(folder)) {
            return all;
        }
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.toList()) {
                String name = file.getFileName().toString();
                if (NAME.matcher(name).matches()) {
                    try {
                        all.add(new Backup(name, Files.getLastModifiedTime(file).toInstant(), Files.size(file)));
                    } catch (NoSuchFileException e) {
                        // gone since we looked
                        continue;
                    }
                }
            }
        }
        all.sort(Comparator.comparing(Backup::name).reversed());
        return all;
    }

    /** Removes the oldest beyond this many. @return how many went */
    int keep(int newest) throws IOException {
        List<Backup> all = all();
        int gone = 0;
        for (int i = Math.max(1, newest); i < all.size(); i++) {
            Files.deleteIfExists(folder.resolve(all.get(i).name()));
            gone++;
        }
        return gone;
    }
}
