package org.weir.launcher;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/**
 * Finds misspelt settings: which there are stands in the component descriptions of the bundles. What no description
 * names is told only when it looks like one that is named, as bundles may read more than they describe.
 */
final class KnownSettings {
    private static final Pattern PID = Pattern.compile("configuration-pid=\"([^\"]+)\"");
    private static final Pattern PROPERTY = Pattern.compile("<property name=\"([^\"]+)\"");
    private static final int ALIKE = 3;

    private final Path system;

    KnownSettings(Path system) {
        this.system = system;
    }

    /** A sentence for everything that is wrong in the files of the folder. */
    List<String> look(Path conf) throws IOException {
        Map<String, Set<String>> known = known();
        List<String> found = new ArrayList<>();
        try (Stream<Path> files = Files.list(conf)) {
            for (Path file : files.sorted().toList()) {
                String name = file.getFileName().toString();
                if (name.endsWith(".cfg")) {
                    look(file, name.substring(0, name.length() - ".cfg".length()), known, found);
                }
            }
        }
        return found;
    }

    private static void look(Path file, String pid, Map<String, Set<String>> known, List<String> found) {
        Properties read = new Properties();
        try (Reader in = Files.newBufferedReader(file)) {
            read.load(in);
        } catch (IOException | IllegalArgumentException e) {
            found.add(file + " cannot be read: " + e.getMessage() + ".");
            return;
        }
        Set<String> names = known.get(pid);
        if (names == null) {
            like(pid, known.keySet())
                    .ifPresent(it -> found.add(file + " is read by nobody; did you mean " + it + ".cfg?"));
            return;
        }
        for (String key : read.stringPropertyNames()) {
            if (!names.contains(key)) {
                like(key, names)
                        .ifPresent(it -> found.add(
                                "In " + file + " there is no setting \"" + key + "\"; did you mean \"" + it + "\"?"));
            }
        }
    }

    private Map<String, Set<String>> known() throws IOException {
        Map<String, Set<String>> known = new HashMap<>();
        try (Stream<Path> jars = Files.list(system)) {
            for (Path jar : jars.filter(it -> it.toString().endsWith(".jar")).toList()) {
                try (ZipFile zip = new ZipFile(jar.toFile())) {
                    for (ZipEntry entry : zip.stream().toList()) {
                        if (entry.getName().matches("OSGI-INF/[^/]+\\.xml")) {
                            add(zip, entry, known);
                        }
                    }
                } catch (IOException damaged) {
                    // told where the bundles are looked at
                    continue;
                }
            }
        }
        return known;
    }

    private static void add(ZipFile zip, ZipEntry entry, Map<String, Set<String>> known) throws IOException {
        String xml;
        try (InputStream in = zip.getInputStream(entry)) {
            xml = new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
        Matcher pids = PID.matcher(xml);
        if (pids.find()) {
            for (String pid : pids.group(1).split("\\s+")) {
                Set<String> names = known.computeIfAbsent(pid, it -> new HashSet<>());
                Matcher property = PROPERTY.matcher(xml);
                while (property.find()) {
                    names.add(property.group(1));
                }
            }
        }
    }

    private static Optional<String> like(String name, Collection<String> names) {
        return names.stream()
                .filter(it -> !it.equals(name)
                        && distance(it.toLowerCase(Locale.ROOT), name.toLowerCase(Locale.ROOT)) < ALIKE)
                .findFirst();
    }

    /** How many letters have to be changed, added or taken away. */
    static int distance(String one, String other) {
        int[] before = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            before[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int[] now = new int[other.length() + 1];
            now[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int change = before[j - 1] + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                now[j] = Math.min(change, 1 + Math.min(before[j], now[j - 1]));
            }
            before = now;
        }
        return before[other.length()];
    }
}
