package org.weir.itest.architecture;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** The bundles of this checkout, as built. */
final class Bundles {
    private Bundles() {}

    /** @param folder of its sources; {@code classes} what went into its jar */
    record Built(String name, Path folder, Path classes, Manifest manifest) {
        String header(String header) {
            String value = manifest.getMainAttributes().getValue(header);
            return value == null ? "" : value;
        }
    }

    static Path root() {
        Path at = Path.of("").toAbsolutePath();
        while (!Files.isDirectory(at.resolve("bundles"))) {
            at = Objects.requireNonNull(at.getParent());
        }
        return at;
    }

    /** Every bundle of ours, without the wrapped libraries and what only tests use. */
    static List<Built> ours() {
        return all().stream()
                .filter(it ->
                        !it.name().startsWith("org.weir.lib.") && !it.name().startsWith("org.weir.testkit"))
                .toList();
    }

    static List<Built> all() {
        try (Stream<Path> folders = Files.list(root().resolve("bundles"))) {
            return folders.filter(it -> Files.isRegularFile(it.resolve("target/classes/META-INF/MANIFEST.MF")))
                    .map(Bundles::built)
                    .sorted((a, b) -> a.name().compareTo(b.name()))
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Built built(Path folder) {
        Path classes = folder.resolve("target/classes");
        try (InputStream in = Files.newInputStream(classes.resolve("META-INF/MANIFEST.MF"))) {
            return new Built(folder.getFileName().toString(), folder, classes, new Manifest(in));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
