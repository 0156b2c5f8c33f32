package org.weir.itest.start;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;

/** Jars made of classes of this test. */
public final class MadeBundle {
    private MadeBundle() {}

    /** @param classes the first is the activator, if there is one */
    static byte[] of(String name, String version, Map<String, String> headers, Class<?>... classes) throws IOException {
        return of(name, version, headers, Map.of(), classes);
    }

    /** @param files text by path */
    public static byte[] of(
            String name, String version, Map<String, String> headers, Map<String, String> files, Class<?>... classes)
            throws IOException {
        Manifest manifest = new Manifest();
        Attributes main = manifest.getMainAttributes();
        main.put(Attributes.Name.MANIFEST_VERSION, "1.0");
        main.putValue("Bundle-ManifestVersion", "2");
        main.putValue("Bundle-SymbolicName", name);
        main.putValue("Bundle-Version", version);
        if (classes.length > 0) {
            main.putValue("Bundle-Activator", classes[0].getName());
            main.putValue("Import-Package", "jakarta.servlet,jakarta.servlet.http,org.osgi.framework");
        }
        headers.forEach(main::putValue);
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try (JarOutputStream out = new JarOutputStream(bytes, manifest)) {
            for (Class<?> type : classes) {
                String path = type.getName().replace('.', '/') + ".class";
                out.putNextEntry(new JarEntry(path));
                try (InputStream in =
                        Objects.requireNonNull(type.getClassLoader()).getResourceAsStream(path)) {
                    Objects.requireNonNull(in).transferTo(out);
                }
                out.closeEntry();
            }
            for (Map.Entry<String, String> file : files.entrySet()) {
                out.putNextEntry(new JarEntry(file.getKey()));
                out.write(file.getValue().getBytes(StandardCharsets.UTF_8));
                out.closeEntry();
            }
        }
        return bytes.toByteArray();
    }

    public static byte[] slow(String version) throws IOException {
        return of("test.slow", version, Map.of(), SlowBundle.class, SlowBundle.Slow.class);
    }

    static byte[] broken(String version) throws IOException {
        return of("test.slow", version, Map.of(), BrokenBundle.class);
    }
}
