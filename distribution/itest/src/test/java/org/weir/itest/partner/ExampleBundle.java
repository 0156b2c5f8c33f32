package org.weir.itest.partner;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Enumeration;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;

/** The example bundle as built, and newer versions of it. */
public final class ExampleBundle {
    private ExampleBundle() {}

    private static Path built() throws IOException {
        Path folder = Path.of(System.getProperty("weir.installation"))
                .resolve("../../../../bundles/org.weir.partner.example/target")
                .normalize();
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(
                            it -> it.getFileName().toString().matches("org\\.weir\\.partner\\.example-[0-9].*\\.jar"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Puts the bundle in the folder at once, as a careful administrator does: written beside, then moved. */
    public static void put(Path deploy, String version) throws IOException {
        Files.createDirectories(deploy);
        Path beside = Files.createTempFile(deploy.getParent(), "example", ".tmp");
        try (JarFile from = new JarFile(built().toFile());
                OutputStream out = Files.newOutputStream(beside)) {
            Manifest manifest = new Manifest(from.getManifest());
            manifest.getMainAttributes().putValue("Bundle-Version", version);
            try (JarOutputStream to = new JarOutputStream(out, manifest)) {
                for (Enumeration<JarEntry> entries = from.entries(); entries.hasMoreElements(); ) {
                    JarEntry entry = entries.nextElement();
                    if (!entry.getName().equals(JarFile.MANIFEST_NAME)) {
                        to.putNextEntry(new JarEntry(entry.getName()));
                        try (InputStream in = from.getInputStream(entry)) {
                            in.transferTo(to);
                        }
                    }
                }
            }
        }
        Files.move(beside, deploy.resolve("example.jar"), StandardCopyOption.REPLACE_EXISTING);
    }

    public static void remove(Path deploy) throws IOException {
        Files.delete(deploy.resolve("example.jar"));
    }
}
