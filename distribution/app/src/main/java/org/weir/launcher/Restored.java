package org.weir.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** What of an archive concerns the launcher: the region before, settings and deployed bundles after a restore. */
final class Restored {
    /** Say where this Weir is, not what it is: the present ones stay. */
    private static final List<String> OF_THE_PLACE = List.of("org.weir.store.cfg", "org.apache.felix.http.cfg");

    private final Home home;

    Restored(Home home) {
        this.home = home;
    }

    /** The region that the archive is of. */
    static Optional<String> region(Path archive) {
        try (ZipFile zip = new ZipFile(archive.toFile())) {
            ZipEntry entry = zip.getEntry("data/region");
            if (entry == null) {
                return Optional.empty();
            }
            try (InputStream in = zip.getInputStream(entry)) {
                return Optional.of(new String(in.readNBytes(100), StandardCharsets.UTF_8).strip());
            }
        } catch (IOException e) {
            // whoever reads the whole of it says what is wrong
            return Optional.empty();
        }
    }

    /** Moves settings and bundles of the archive to their places; a setting that it replaces is kept as {@code NAME.before}. */
    void putInPlace() throws IOException {
        for (String folder : List.of("conf", "deploy")) {
            Path from = home.base().resolve(folder + ".restored");
            if (Files.isDirectory(from)) {
                move(from, home.base().resolve(folder));
                remove(from);
            }
        }
    }

    private static void move(Path from, Path to) throws IOException {
        try (Stream<Path> files = Files.walk(from)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                Path target = to.resolve(from.relativize(file).toString());
                if (Files.exists(target) && Files.mismatch(file, target) < 0) {
                    continue;
                }
                String name = target.getFileName().toString();
                if (OF_THE_PLACE.contains(name) && Files.exists(target)) {
                    Path beside = target.resolveSibling(name + ".restored");
                    Files.move(file, beside, StandardCopyOption.REPLACE_EXISTING);
                    System.out.println("Kept " + target + "; the archive's own is " + beside + ".");
                    continue;
                }
                if (Files.exists(target)) {
                    Files.move(target, target.resolveSibling(name + ".before"), StandardCopyOption.REPLACE_EXISTING);
                }
                Files.createDirectories(to);
                Files.move(file, target);
            }
        }
    }

    private static void remove(Path folder) throws IOException {
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path path : all.sorted((one, other) -> other.compareTo(one)).toList()) {
                Files.delete(path);
            }
        }
    }
}
