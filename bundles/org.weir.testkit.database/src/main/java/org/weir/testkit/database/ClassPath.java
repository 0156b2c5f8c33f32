package org.weir.testkit.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.stream.Stream;
import org.weir.store.schema.MigrationFile;

/** Migrations as they lie on the class path of a test, in folders or jars. */
final class ClassPath {
    private ClassPath() {}

    static List<MigrationFile> migrations(String schema) {
        List<MigrationFile> files = new ArrayList<>();
        try {
            for (URL url : Collections.list(ClassPath.class.getClassLoader().getResources("db/" + schema))) {
                if (url.openConnection() instanceof JarURLConnection jar) {
                    files.addAll(inJar(jar, "db/" + schema + "/"));
                } else {
                    files.addAll(inFolder(Path.of(url.toURI())));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
        return files;
    }

    private static List<MigrationFile> inFolder(Path folder) throws IOException {
        List<MigrationFile> files = new ArrayList<>();
        try (Stream<Path> paths = Files.list(folder)) {
            for (Path path : paths.filter(it -> it.toString().endsWith(".sql")).toList()) {
                files.add(new MigrationFile(String.valueOf(path.getFileName()), Files.readString(path)));
            }
        }
        return files;
    }

    private static List<MigrationFile> inJar(JarURLConnection connection, String folder) throws IOException {
        connection.setUseCaches(false);
        List<MigrationFile> files = new ArrayList<>();
        try (JarFile jar = connection.getJarFile()) {
            for (JarEntry entry : Collections.list(jar.entries())) {
                String name = entry.getName();
                if (name.startsWith(folder) && name.endsWith(".sql")) {
                    try (InputStream in = jar.getInputStream(entry)) {
                        String sql = new String(in.readAllBytes(), StandardCharsets.UTF_8);
                        files.add(new MigrationFile(name.substring(folder.length()), sql));
                    }
                }
            }
        }
        return files;
    }
}
