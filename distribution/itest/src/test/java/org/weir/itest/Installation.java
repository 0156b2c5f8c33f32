package org.weir.itest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** The assembled distribution, or a copy of it with other contents, as IT makes one for a region. */
public final class Installation {
    static final Path BUILT = Path.of(System.getProperty("weir.installation", "../app/target/weir"))
            .toAbsolutePath()
            .normalize();

    private final Path folder;

    private Installation(Path folder) {
        this.folder = folder;
    }

    /** A copy of what was built. */
    public static Installation copiedTo(Path folder) throws IOException {
        try (Stream<Path> files = Files.walk(BUILT)) {
            for (Path file : files.toList()) {
                Path to = folder.resolve(BUILT.relativize(file));
                if (Files.isDirectory(file)) {
                    Files.createDirectories(to);
                } else {
                    Files.copy(file, to);
                }
            }
        }
        return new Installation(folder);
    }

    /** A file of {@code conf/} as it was built, with one setting changed. */
    public static String setting(String file, String key, String value) throws IOException {
        String text = Files.readString(BUILT.resolve("conf").resolve(file));
        if (!text.contains("\n" + key + "=")) {
            throw new AssertionError("no " + key + " in " + file);
        }
        return text.replaceAll("(?m)^" + Pattern.quote(key) + "=.*$", key + "=" + value);
    }

    /** Takes a bundle out of every region's set; its jar stays for {@link #add}. */
    public Installation without(String bundle) throws IOException {
        try (Stream<Path> lists = Files.list(folder.resolve("system"))) {
            for (Path list : lists.filter(it -> it.toString().endsWith(".list")).toList()) {
                List<String> others = Files.readAllLines(list).stream()
                        .filter(it -> !it.startsWith(bundle + "-"))
                        .toList();
                Files.write(list, others);
            }
        }
        return this;
    }

    /** Copies the bundle into the running suite. */
    public void add(String bundle, Weir weir) throws IOException {
        try (Stream<Path> jars = Files.list(folder.resolve("system"))) {
            Path jar = jars.filter(it -> it.getFileName().toString().startsWith(bundle + "-"))
                    .findFirst()
                    .orElseThrow();
            Path beside = Files.copy(jar, weir.deploy().resolveSibling(bundle + ".tmp"));
            Files.createDirectories(weir.deploy());
            Files.move(beside, weir.deploy().resolve(jar.getFileName()));
        }
    }

    Path folder() {
        return folder;
    }
}
