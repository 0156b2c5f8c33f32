package org.weir.launcher;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The editions that the installation has, and which one this Weir is. */
final class Regions {
    private static final String FIRST_CHOICE = "eu";

    private final Home home;

    Regions(Home home) {
        this.home = home;
    }

    /** The edition asked for, or the one remembered, or {@code eu}; remembered from now on. */
    String choose(Optional<String> asked) throws CannotStart {
        Path memory = home.data().resolve("region");
        try {
            String region = asked.isPresent()
                    ? asked.get()
                    : Files.exists(memory) ? Files.readString(memory).strip() : FIRST_CHOICE;
            if (!known().contains(region)) {
                throw new CannotStart(
                        "There is no region \"" + region + "\"; there are: " + String.join(", ", known()) + ".");
            }
            Files.writeString(memory, region + "\n");
            return region;
        } catch (IOException e) {
            throw new CannotStart("The regions in " + home.system() + " cannot be read: " + e.getMessage() + ".");
        }
    }

    /** Which one this Weir is, without making it so. */
    String remembered() throws IOException {
        Path memory = home.data().resolve("region");
        return Files.exists(memory) ? Files.readString(memory).strip() : FIRST_CHOICE;
    }

    /** The jars of an edition. */
    List<Path> jars(String region) throws CannotStart {
        try (Stream<String> names = Files.lines(home.system().resolve("region-" + region + ".list"))) {
            return names.filter(name -> !name.isBlank())
                    .map(name -> home.system().resolve(name.strip()))
                    .toList();
        } catch (IOException e) {
            throw new CannotStart("The region " + region + " cannot be read: " + e.getMessage() + ".");
        }
    }

    private List<String> known() throws IOException {
        try (Stream<Path> files = Files.list(home.system())) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith("region-") && name.endsWith(".list"))
                    .map(name -> name.substring("region-".length(), name.length() - ".list".length()))
                    .sorted()
                    .collect(Collectors.toList());
        }
    }
}
