package org.weir.sbom;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import org.cyclonedx.Version;
import org.cyclonedx.generators.BomGeneratorFactory;
import org.cyclonedx.parsers.JsonParser;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class EditionTest {
    @TempDir
    Path folder;

    @BeforeEach
    void installation() throws IOException {
        Files.createDirectories(folder.resolve("lib"));
        Files.createDirectories(folder.resolve("system"));
        jar("lib/felix.jar", "7.0.5");
        jar("lib/weir.jar", "1.0.0");
        jar("system/org.weir.lib.jdbi-1.0.0.jar", "3.55.0", "org.jdbi/jdbi3-core");
        jar("system/org.weir.base-1.0.0.jar", "1.0.0", "org.weir/org.weir.base");
        Files.writeString(
                folder.resolve("system/region-x.list"), "org.weir.lib.jdbi-1.0.0.jar\norg.weir.base-1.0.0.jar\n");
    }

    private void jar(String name, String version, String... poms) throws IOException {
        Manifest manifest = new Manifest();
        manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
        manifest.getMainAttributes().putValue("Bundle-Version", version);
        try (OutputStream out = Files.newOutputStream(folder.resolve(name));
                JarOutputStream jar = new JarOutputStream(out, manifest)) {
            for (String pom : poms) {
                jar.putNextEntry(new JarEntry("META-INF/maven/" + pom + "/pom.properties"));
                jar.write("version=9.9".getBytes(StandardCharsets.UTF_8));
            }
        }
    }

    private static final List<ThirdParty> REVIEWED = List.of(
            new ThirdParty("felix", "pkg:maven/org.apache.felix/org.apache.felix.framework", "", "Apache-2.0", ""),
            new ThirdParty("org.weir.lib.jdbi", "pkg:maven/org.jdbi/jdbi3-core", "3.0", "Apache-2.0", ""));

    @Test
    void every_part_is_found_with_the_version_it_says_itself() throws Exception {
        Edition edition = Edition.read(folder, "region-x", REVIEWED);
        assertEquals(
                List.of(
                        "pkg:maven/org.apache.felix/org.apache.felix.framework@7.0.5",
                        "pkg:maven/org.jdbi/jdbi3-core@9.9"),
                edition.parts().stream().map(Edition.Part::purl).toList());
        byte[] json = BomGeneratorFactory.createJson(
                        Version.VERSION_16, DescribeEditions.bom(edition, "1.0.0", Instant.EPOCH))
                .toJsonString()
                .getBytes(StandardCharsets.UTF_8);
        assertTrue(new JsonParser().validate(json, Version.VERSION_16).isEmpty());
    }

    @Test
    void a_jar_that_nobody_reviewed_is_named() throws Exception {
        jar("system/stranger-2.0.jar", "2.0");
        Files.writeString(folder.resolve("system/region-x.list"), "stranger-2.0.jar\n");
        IOException refused = assertThrows(IOException.class, () -> Edition.read(folder, "region-x", REVIEWED));
        assertTrue(refused.toString().contains("stranger"), refused::toString);
    }

    @Test
    void a_library_inside_a_bundle_of_ours_that_nobody_reviewed_is_named() throws Exception {
        jar("system/org.weir.base-1.0.0.jar", "1.0.0", "org.weir/org.weir.base", "com.hidden/thing");
        IOException refused = assertThrows(IOException.class, () -> Edition.read(folder, "region-x", REVIEWED));
        assertTrue(refused.toString().contains("com.hidden/thing in org.weir.base"), refused::toString);
    }

    @Test
    void classes_of_others_in_a_bundle_of_ours_are_noticed() throws Exception {
        try (OutputStream out = Files.newOutputStream(folder.resolve("system/org.weir.base-1.0.0.jar"));
                JarOutputStream jar = new JarOutputStream(out, new Manifest())) {
            jar.putNextEntry(new JarEntry("com/hidden/Thing.class"));
        }
        IOException refused = assertThrows(IOException.class, () -> Edition.read(folder, "region-x", REVIEWED));
        assertTrue(refused.toString().contains("org.weir.base"), refused::toString);
    }

    @Test
    void a_licence_that_nobody_approved_is_refused() {
        assertThrows(
                IllegalArgumentException.class, () -> new ThirdParty("x", "pkg:maven/x/x", "", "AGPL-3.0-only", ""));
        assertThrows(
                IllegalArgumentException.class,
                () -> new ThirdParty("x", "pkg:maven/x/x", "", "MIT AND GPL-2.0-only", ""));
    }

    @Test
    void what_was_reviewed_can_be_read_and_stands_in_it_once() throws Exception {
        List<String> all = ThirdParty.reviewed().stream()
                .map(it -> it.where() + " " + it.purl())
                .toList();
        assertTrue(all.size() > 40, () -> "reviewed: " + all.size());
        assertEquals(all.stream().distinct().toList(), all);
    }
}
