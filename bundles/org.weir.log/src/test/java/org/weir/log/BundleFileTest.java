package org.weir.log;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class BundleFileTest {
    @TempDir
    Path folder;

    @Test
    void a_file_that_is_no_jar_is_told_so() throws IOException {
        Path file = Files.writeString(folder.resolve("a.jar"), "rubbish");
        assertTrue(BundleFile.whyNot(file.toFile()).startsWith("it is no jar"));
    }

    @Test
    void a_jar_that_is_no_bundle_is_told_so() throws IOException {
        assertEquals("its manifest names no bundle", BundleFile.whyNot(jar("")));
    }

    @Test
    void a_bundle_is_left_to_the_installer() throws IOException {
        assertEquals("", BundleFile.whyNot(jar("a.bundle")));
    }

    @Test
    void half_a_jar_and_one_with_a_hole_are_told_so() throws IOException {
        Path file = jar("a.bundle").toPath();
        byte[] whole = Files.readAllBytes(file);
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        assertTrue(BundleFile.whyNot(file.toFile()).contains("not a whole one"));
        byte[] holes = whole.clone();
        Arrays.fill(holes, 58, 68, (byte) 0);
        Files.write(file, holes);
        assertFalse(BundleFile.whyNot(file.toFile()).isEmpty());
    }

    private File jar(String name) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        if (!name.isEmpty()) {
            manifest.getMainAttributes().putValue("Bundle-SymbolicName", name);
        }
        Path file = folder.resolve("b.jar");
        new JarOutputStream(Files.newOutputStream(file), manifest).close();
        return file.toFile();
    }
}
