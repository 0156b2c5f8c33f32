package org.weir.testkit.database;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.JarURLConnection;
import java.net.URI;
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

/** What lies on the class path of a test, in folders or jars. */
public final class ClassPath {
    private ClassPath() {}

    /** The files directly in a folder of every bundle: {@code OSGI-INF/l10n}. */
    public static List<URL> files(String folder, String ending) {
        List<URL> files = new ArrayList<>();
        try {
            for (URL url : Collections.list(ClassPath.class.getClassLoader().getResources(folder))) {
                if (url.openConnection() instanceof JarURLConnection jar) {
                    files.addAll(inJar(jar, folder + "/", ending));
                } else {
                    files.addAll(inFolder(Path.of(url.toURI()), ending));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (URISyntaxException e) {
            throw new IllegalStateException(e);
        }
        return files;
    }

    static List<MigrationFile> migrations(String schema) {
        return files("db/" + schema, ".sql").stream().map(ClassPath::migration).toList();
    }

    private static MigrationFile migration(URL url) {
        String path = url.getPath();
        try (InputStream in = url.openStream()) {
            return new MigrationFile(
                    path.substring(path.lastIndexOf('/') + 1), new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static List<URL> inFolder(Path folder, String ending) throws IOException {
        List<URL> files = new ArrayList<>();
        try (Stream<Path> paths = Files.list(folder)) {
            for (Path path : paths.filter(it -> it.toString().endsWith(ending)).toList()) {
                files.add(path.toUri().toURL());
            }
        }
        return files;
    }

    private static List<URL> inJar(JarURLConnection connection, String folder, String ending) throws IOException {
        connection.setUseCaches(false);
        List<URL> files = new ArrayList<>();
        try (JarFile jar = connection.getJarFile()) {
            for (JarEntry entry : Collections.list(jar.entries())) {
                String name = entry.getName();
                if (name.startsWith(folder) && name.endsWith(ending) && name.indexOf('/', folder.length()) < 0) {
                    files.add(URI.create("jar:" + connection.getJarFileURL() + "!/" + name)
                            .toURL());
                }
            }
        }
        return files;
    }
}
