package org.weir.itest.partner;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A partner's machine: an empty folder, Maven, and a repository in which Weir of this checkout was published. Libraries of
 * others come from the local repository of whoever runs the tests.
 */
final class PartnerWorkshop {
    private static final Pattern VERSION = Pattern.compile("<version>([^<]+)</version>");
    private static final Path CHECKOUT = Path.of(System.getProperty("weir.installation"))
            .resolve("../../../..")
            .normalize();

    private final Path folder;
    private final Path repository;
    private final String version;

    private PartnerWorkshop(Path folder, String version) {
        this.folder = folder;
        this.repository = folder.resolve("repository");
        this.version = version;
    }

    /** A new one; what an earlier test left in the folder goes. */
    static PartnerWorkshop in(Path folder) throws IOException {
        if (Files.exists(folder)) {
            try (Stream<Path> old = Files.walk(folder)) {
                for (Path path : old.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
        Matcher version = VERSION.matcher(Files.readString(CHECKOUT.resolve("pom.xml")));
        if (!version.find()) {
            throw new IOException("The checkout's pom has no version");
        }
        PartnerWorkshop workshop = new PartnerWorkshop(folder, version.group(1));
        workshop.linkLibraries();
        workshop.publish();
        return workshop;
    }

    String version() {
        return version;
    }

    /** What Maven said, and how it ended. */
    record Built(int code, String output) {}

    Built maven(Path at, String... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>(List.of(
                Path.of(System.getProperty("maven.home"), "bin", "mvn").toString(),
                "-B",
                "-ntp",
                "-Dmaven.repo.local=" + repository));
        command.addAll(List.of(arguments));
        Path output = Files.createTempFile(folder, "maven", ".log");
        Process process = new ProcessBuilder(command)
                .directory(at.toFile())
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        try {
            if (!process.waitFor(15, TimeUnit.MINUTES)) {
                throw new IOException("Maven does not end: " + Files.readString(output));
            }
        } finally {
            process.destroy();
        }
        return new Built(process.exitValue(), Files.readString(output, StandardCharsets.UTF_8));
    }

    /** Begins a bundle in an empty folder. */
    Path begin(String group, String artifact, String name) throws IOException, InterruptedException {
        Path empty = Files.createDirectories(folder.resolve("partner"));
        Built built = maven(
                empty,
                "org.apache.maven.plugins:maven-archetype-plugin:3.4.0:generate",
                "-DinteractiveMode=false",
                "-DarchetypeCatalog=internal",
                "-DarchetypeGroupId=org.weir",
                "-DarchetypeArtifactId=weir-partner-archetype",
                "-DarchetypeVersion=" + version,
                "-DgroupId=" + group,
                "-DartifactId=" + artifact,
                "-Dpackage=" + artifact,
                "-Dname=" + name);
        assertEquals(0, built.code(), built.output());
        return empty.resolve(artifact);
    }

    private void linkLibraries() throws IOException {
        Path known = Path.of(System.getProperty("maven.repository"));
        Files.createDirectories(repository.resolve("org/weir"));
        link(known, repository, "org");
        link(known.resolve("org"), repository.resolve("org"), "weir");
    }

    private static void link(Path from, Path to, String without) throws IOException {
        try (Stream<Path> entries = Files.list(from)) {
            for (Path entry : entries.toList()) {
                if (!entry.endsWith(without) && Files.isDirectory(entry)) {
                    Files.createSymbolicLink(to.resolve(entry.getFileName()), entry);
                }
            }
        }
    }

    private void publish() throws IOException {
        publish(CHECKOUT);
        for (String parent : List.of("bundles", "distribution", "distribution/sdk")) {
            publish(CHECKOUT.resolve(parent));
            try (Stream<Path> modules = Files.list(CHECKOUT.resolve(parent))) {
                for (Path module : modules.filter(it -> Files.exists(it.resolve("pom.xml")))
                        .toList()) {
                    publish(module);
                }
            }
        }
    }

    private void publish(Path module) throws IOException {
        String pom = Files.readString(module.resolve("pom.xml"));
        Matcher artifact = Pattern.compile("<artifactId>([^<]+)</artifactId>")
                .matcher(pom.replaceFirst("(?s)<parent>.*?</parent>", ""));
        if (!artifact.find()) {
            throw new IOException(module + " has no artifactId");
        }
        String name = artifact.group(1) + "-" + version;
        Path to = Files.createDirectories(
                repository.resolve("org/weir").resolve(artifact.group(1)).resolve(version));
        Path published = to.resolve(name + ".pom");
        if (Files.notExists(published)) {
            Files.copy(module.resolve("pom.xml"), published);
            Path jar = module.resolve("target").resolve(name + ".jar");
            if (Files.exists(jar)) {
                Files.copy(jar, to.resolve(name + ".jar"));
            }
        }
    }
}
