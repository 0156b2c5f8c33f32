package org.weir.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/**
 * The folders of one Weir.
 *
 * @param installation what was unpacked: {@code bin conf lib system}; never written to unless it is also the base
 * @param base         what this Weir owns: {@code conf data deploy log}; the installation itself, or {@code WEIR_DATA}
 */
record Home(Path installation, Path base) {
    Path conf() {
        return base.resolve("conf");
    }

    Path data() {
        return base.resolve("data");
    }

    Path deploy() {
        return base.resolve("deploy");
    }

    Path log() {
        return base.resolve("log");
    }

    Path system() {
        return installation.resolve("system");
    }

    /** Makes the folders, and gives a new base its own copy of the configuration. */
    void prepare() throws CannotStart {
        for (Path folder : List.of(base, conf(), data(), deploy(), log())) {
            makeWritable(folder);
        }
        Path template = installation.resolve("conf");
        if (Files.isDirectory(template)) {
            try (Stream<Path> files = Files.list(template)) {
                for (Path file : files.toList()) {
                    copyIfMissing(file, conf().resolve(file.getFileName()));
                }
            } catch (IOException e) {
                throw new CannotStart("The configuration cannot be copied to " + conf() + ": " + e.getMessage() + ".");
            }
        }
    }

    private static void copyIfMissing(Path from, Path to) throws IOException {
        if (!Files.exists(to)) {
            Files.copy(from, to);
        }
    }

    private static void makeWritable(Path folder) throws CannotStart {
        try {
            Files.createDirectories(folder);
            Files.delete(Files.createTempFile(folder, ".weir", null));
        } catch (IOException e) {
            throw new CannotStart("The folder " + folder + " cannot be written to.");
        }
    }
}
