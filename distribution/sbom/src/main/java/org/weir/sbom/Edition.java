package org.weir.sbom;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** The jars of one edition and what others made of it, each with its licence. */
final class Edition {
    private final String name;
    private final Map<ShippedJar, List<Part>> jars = new LinkedHashMap<>();

    /** Something that others made, where it was found. */
    record Part(ThirdParty what, String version) {
        String purl() {
            return what.purl() + "@" + version;
        }
    }

    private Edition(String name) {
        this.name = name;
    }

    String name() {
        return name;
    }

    Map<ShippedJar, List<Part>> jars() {
        return jars;
    }

    /** All that others made, in order of their names. */
    List<Part> parts() {
        return List.copyOf(jars.values().stream()
                .flatMap(List::stream)
                .collect(Collectors.toMap(Part::purl, it -> it, (a, b) -> a, TreeMap::new))
                .values());
    }

    /**
     * Reads one edition of an installation, {@code system/NAME.list} and {@code lib/}.
     *
     * @throws UnknownPart naming everything in it that nobody has reviewed
     */
    static Edition read(Path installation, String name, List<ThirdParty> reviewed) throws IOException {
        Edition edition = new Edition(name);
        List<Path> files = new ArrayList<>();
        files.add(installation.resolve("lib/felix.jar"));
        files.add(installation.resolve("lib/weir.jar"));
        for (String line : Files.readAllLines(installation.resolve("system/" + name + ".list"))) {
            if (!line.isBlank()) {
                files.add(installation.resolve("system").resolve(line));
            }
        }
        List<String> unknown = new ArrayList<>();
        for (Path file : files) {
            ShippedJar jar = ShippedJar.read(file);
            edition.jars.put(jar, parts(jar, reviewed, unknown));
        }
        if (!unknown.isEmpty()) {
            throw new UnknownPart(unknown);
        }
        return edition;
    }

    private static List<Part> parts(ShippedJar jar, List<ThirdParty> reviewed, List<String> unknown) {
        List<ThirdParty> known =
                reviewed.stream().filter(it -> it.where().equals(jar.name())).toList();
        List<Part> parts = new ArrayList<>();
        for (ThirdParty one : known) {
            String maven = one.group() + "/" + one.name();
            @Nullable String told = jar.holds().get(maven);
            String version = told != null ? told : one.version().isEmpty() ? jar.version() : one.version();
            parts.add(new Part(one, version));
        }
        if (known.isEmpty() && (!jar.ours() || jar.foreign())) {
            unknown.add(jar.name());
        }
        for (String held : jar.holds().keySet()) {
            boolean listed = known.stream().anyMatch(it -> (it.group() + "/" + it.name()).equals(held));
            if (!held.startsWith("org.weir/") && !listed && (jar.ours() || known.size() > 1)) {
                unknown.add(held + " in " + jar.name());
            }
        }
        return parts;
    }

    /** Something is shipped that nobody has reviewed. */
    static final class UnknownPart extends IOException {
        private static final long serialVersionUID = 1L;

        UnknownPart(List<String> names) {
            super("Not in third-party.csv, so nobody has looked at its licence: " + String.join(", ", names));
        }
    }
}
