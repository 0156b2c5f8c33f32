package org.weir.solution.engine;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Where the models are that nobody here made: below {@code -Dweir.data}, or a shared/data folder above. */
final class PublishedModels {
    private PublishedModels() {}

    static Optional<Path> folder() {
        String given = System.getProperty("weir.data");
        Path at = Path.of(given == null ? "" : given).toAbsolutePath();
        for (Path folder = at; folder != null; folder = folder.getParent()) {
            Path models = folder.resolve(given != null && folder.equals(at) ? "models" : "shared/data/models");
            if (Files.isDirectory(models)) {
                return Optional.of(models);
            }
        }
        return Optional.empty();
    }

    static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted().toList();
        }
    }
}
