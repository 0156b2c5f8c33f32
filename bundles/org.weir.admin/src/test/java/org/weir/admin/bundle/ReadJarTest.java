package org.weir.admin.bundle;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.jar.JarFile;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weir.base.api.ProblemException;

class ReadJarTest {
    @TempDir
    Path folder;

    private final ReadJar read = new ReadJar(new ReadJar.Limits(4, null));

    private String refusal(Path file) {
        return refusal(read, file);
    }

    private static String refusal(ReadJar read, Path file) {
        ProblemException refused = assertThrows(ProblemException.class, () -> read.read(file, "x.jar"));
        assertEquals(422, refused.status());
        assertEquals("file", refused.fields().get(0).field());
        return refused.fields().get(0).text().key();
    }

    @Test
    void a_bundle_is_described() throws IOException {
        Path file = Jars.bundle(
                folder,
                "org.example.survey",
                "1.2",
                Map.of("Bundle-Name", "Surveys", "Weir-Schema", "survey"),
                Map.of("db/survey/V10__b.sql", "--", "db/survey/V2__a.sql", "--"));
        Jar jar = read.read(file, "upload.jar");
        assertEquals("org.example.survey", jar.name());
        assertEquals("1.2.0", jar.version());
        assertEquals("Surveys", jar.title());
        assertEquals(List.of("V2__a.sql", "V10__b.sql"), jar.migrations());
        assertEquals("", jar.signer());
        assertEquals(ReadJar.sha(file), jar.sha());
    }

    @Test
    void rubbish_and_half_a_jar_are_refused() throws IOException {
        assertEquals("admin.jar.no-jar", refusal(Files.writeString(folder.resolve("a"), "this is no jar")));
        Path half = Jars.bundle(folder, "org.example.half", "1", Map.of());
        byte[] all = Files.readAllBytes(half);
        Files.write(half, java.util.Arrays.copyOf(all, all.length / 2));
        assertEquals("admin.jar.no-jar", refusal(half));
        assertEquals("admin.jar.no-jar", refusal(Files.write(folder.resolve("empty"), new byte[0])));
    }

    @Test
    void a_jar_that_is_no_bundle_is_refused() throws IOException {
        Path plain = zip("plain.jar", "a.txt", "a");
        assertEquals("admin.jar.no-manifest", refusal(plain));
        Path old = zip("old.jar", JarFile.MANIFEST_NAME, "Manifest-Version: 1.0\nBundle-SymbolicName: a\n\n");
        assertEquals("admin.jar.no-bundle", refusal(old));
    }

    @Test
    void names_and_versions_that_play_tricks_are_refused() throws IOException {
        String head = "Manifest-Version: 1.0\nBundle-ManifestVersion: 2\nBundle-SymbolicName: ";
        assertEquals("admin.jar.name", refusal(zip("n.jar", JarFile.MANIFEST_NAME, head + "../../conf/x\n\n")));
        assertEquals(
                "admin.jar.version",
                refusal(zip("v.jar", JarFile.MANIFEST_NAME, head + "a.b\nBundle-Version: one\n\n")));
        assertEquals(
                "admin.jar.path", refusal(Jars.bundle(folder, "a.c", "1", Map.of(), Map.of("../../etc/passwd", "x"))));
        assertEquals("admin.jar.path", refusal(Jars.bundle(folder, "a.d", "1", Map.of(), Map.of("C:\\x", "x"))));
    }

    @Test
    void a_jar_that_unpacks_to_too_much_is_refused() throws IOException {
        Path bomb = Jars.bundle(folder, "a.bomb", "1", Map.of(), Map.of("zeros", "0".repeat(5 * 1024 * 1024)));
        assertEquals("admin.jar.bomb", refusal(bomb));
    }

    @Test
    void a_signed_jar_names_its_signer_and_one_that_was_changed_afterwards_is_refused() throws Exception {
        Path jar = Jars.bundle(folder, "a.signed", "1", Map.of());
        X509Certificate certificate = sign(jar, "partner");
        assertEquals("CN=partner", read.read(jar, "x.jar").signer());
        assertEquals(
                "CN=partner", trusting(List.of(certificate)).read(jar, "x.jar").signer());

        Path tampered = folder.resolve("tampered.jar");
        Files.copy(jar, tampered);
        replace(tampered, "hello.txt", "bye");
        assertEquals("admin.jar.signature", refusal(tampered));
    }

    @Test
    void when_signatures_are_asked_for_others_are_refused() throws Exception {
        Path stranger = Jars.bundle(folder, "a.stranger", "1", Map.of());
        X509Certificate trusted = sign(Jars.bundle(folder, "a.friend", "1", Map.of()), "friend");
        sign(stranger, "stranger");
        assertEquals("admin.jar.untrusted", refusal(trusting(List.of(trusted)), stranger));
        assertEquals(
                "admin.jar.unsigned",
                refusal(trusting(List.of(trusted)), Jars.bundle(folder, "a.unsigned", "1", Map.of())));
        assertEquals("admin.jar.untrusted", refusal(trusting(List.of()), stranger));
    }

    private static ReadJar trusting(@Nullable List<X509Certificate> certificates) {
        return new ReadJar(new ReadJar.Limits(4, certificates));
    }

    private Path zip(String name, String entry, String content) throws IOException {
        Path file = folder.resolve(name);
        try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(file))) {
            out.putNextEntry(new ZipEntry(entry));
            out.write(content.getBytes(StandardCharsets.UTF_8));
        }
        return file;
    }

    /** Puts other bytes in the place of a file's, as somebody would who has no key. */
    private static void replace(Path jar, String entry, String content) throws IOException {
        try (java.nio.file.FileSystem files = java.nio.file.FileSystems.newFileSystem(jar)) {
            Files.writeString(files.getPath(entry), content);
        }
        try (RandomAccessFile check = new RandomAccessFile(jar.toFile(), "r")) {
            assertEquals('P', check.read());
        }
    }

    private X509Certificate sign(Path jar, String name) throws Exception {
        Path keys = folder.resolve(name + ".p12");
        Path exported = folder.resolve(name + ".crt");
        String[] store = {"-keystore", keys.toString(), "-storepass", "changeit", "-storetype", "PKCS12"};
        run("keytool", store, "-genkeypair", "-alias", name, "-dname", "CN=" + name, "-keyalg", "RSA");
        run("keytool", store, "-exportcert", "-alias", name, "-file", exported.toString());
        run("jarsigner", store, jar.toString(), name);
        return (X509Certificate)
                CertificateFactory.getInstance("X.509").generateCertificate(Files.newInputStream(exported));
    }

    private static void run(String tool, String[] store, String... more) throws Exception {
        List<String> command = new java.util.ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", tool).toString());
        if (tool.equals("keytool")) {
            command.add(more[0]);
            command.addAll(List.of(store));
            command.addAll(List.of(more).subList(1, more.length));
        } else {
            command.addAll(List.of(store));
            command.addAll(List.of(more));
        }
        Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
        String said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        process.waitFor(60, TimeUnit.SECONDS);
        assertEquals(0, process.exitValue(), said);
    }
}
