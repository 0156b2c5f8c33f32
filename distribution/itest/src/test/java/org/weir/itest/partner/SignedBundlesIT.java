package org.weir.itest.partner;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarOutputStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weir.itest.Api;
import org.weir.itest.Eventually;
import org.weir.itest.Weir;

/** Where IT asks for signatures, however a bundle comes. */
class SignedBundlesIT {
    @TempDir
    Path folder;

    @Test
    void only_a_bundle_that_a_trusted_certificate_signed_all_of_works() throws Exception {
        Path ours = key("ours");
        Path strangers = key("strangers");
        Path base = Files.createDirectories(folder.resolve("base"));
        Path settings = Path.of(System.getProperty("weir.installation")).resolve("conf/framework.properties");
        try (Weir weir = new Weir(base)) {
            weir.configured(
                    "framework.properties",
                    Files.readString(settings).replace("weir.bundles.signed=false", "weir.bundles.signed=true"));
            Path trusted = Files.createDirectories(base.resolve("conf/trusted"));
            keytool("-exportcert", "-rfc", "-alias", "weir", "-keystore", ours, "-file", trusted.resolve("ours.pem"));
            weir.started("--region", "eu", "--demo");
            Api api = new Api(weir, "demo-admin");
            Eventually.until("demo data", () -> weir.log().contains("Demo data made: relationship"));

            Path jar = folder.resolve("example.jar");
            deploy(weir, jar, "1.0.0");
            refused(weir, api, "1.0.0");

            deploy(weir, sign(jar, strangers, "1.0.1"), "1.0.1");
            refused(weir, api, "1.0.1");

            deploy(weir, changed(sign(jar, ours, "1.0.2")), "1.0.2");
            refused(weir, api, "1.0.2");

            deploy(weir, sign(jar, ours, "1.0.3"), "1.0.3");
            Eventually.until("surveys", () -> api.get("/api/example-survey").statusCode() == 200);
        }
    }

    private void deploy(Weir weir, Path jar, String version) throws IOException {
        if (Files.notExists(jar)) {
            Path written = Files.createDirectories(folder.resolve("written/deploy"));
            ExampleBundle.put(written, version);
            Files.copy(written.resolve("example.jar"), jar);
        }
        Files.createDirectories(weir.deploy());
        Path beside = Files.copy(jar, weir.deploy().resolveSibling("example.tmp"), StandardCopyOption.REPLACE_EXISTING);
        Files.move(beside, weir.deploy().resolve("example.jar"), StandardCopyOption.REPLACE_EXISTING);
    }

    private static void refused(Weir weir, Api api, String version) throws Exception {
        Eventually.until("refused " + version, () -> {
            JsonNode installed = api.read("/api/admin/bundles");
            return is(installed.path("items"), "name", version) && is(installed.path("failures"), "subject", "");
        });
        assertTrue(weir.log().contains("is not started: it is not signed"));
        assertEquals(404, api.get("/api/example-survey").statusCode(), version);
    }

    private static boolean is(JsonNode lines, String name, String version) {
        for (JsonNode line : lines) {
            if (line.path(name).asText().equals("org.weir.partner.example")
                    && (version.isEmpty() || line.path("version").asText().equals(version))) {
                return true;
            }
        }
        return false;
    }

    private Path sign(Path jar, Path keystore, String version) throws IOException, InterruptedException {
        Path written = Files.createDirectories(folder.resolve("written/deploy"));
        ExampleBundle.put(written, version);
        Path signed = folder.resolve("signed-" + version + ".jar");
        run(
                "jarsigner",
                "-keystore",
                keystore,
                "-storepass",
                "changeit",
                "-signedjar",
                signed,
                written.resolve("example.jar"),
                "weir");
        assertTrue(Files.exists(signed), jar::toString);
        return signed;
    }

    /** One class of it is another after it was signed. */
    private Path changed(Path jar) throws IOException {
        Path changed = folder.resolve("changed.jar");
        try (JarFile from = new JarFile(jar.toFile(), false);
                OutputStream out = Files.newOutputStream(changed);
                JarOutputStream to = new JarOutputStream(out)) {
            for (JarEntry entry : Collections.list(from.entries())) {
                to.putNextEntry(new JarEntry(entry.getName()));
                try (InputStream in = from.getInputStream(entry)) {
                    byte[] content = in.readAllBytes();
                    if (entry.getName().endsWith("example.properties")) {
                        content[0]++;
                    }
                    to.write(content);
                }
            }
        }
        return changed;
    }

    private Path key(String name) throws IOException, InterruptedException {
        Path keystore = folder.resolve(name + ".p12");
        keytool(
                "-genkeypair",
                "-alias",
                "weir",
                "-keyalg",
                "EC",
                "-groupname",
                "secp256r1",
                "-dname",
                "CN=" + name,
                "-storetype",
                "PKCS12",
                "-keystore",
                keystore);
        return keystore;
    }

    private void keytool(Object... arguments) throws IOException, InterruptedException {
        Object[] all = new Object[arguments.length + 2];
        System.arraycopy(arguments, 0, all, 0, arguments.length);
        all[arguments.length] = "-storepass";
        all[arguments.length + 1] = "changeit";
        run("keytool", all);
    }

    private void run(String tool, Object... arguments) throws IOException, InterruptedException {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", tool).toString());
        for (Object argument : arguments) {
            command.add(argument.toString());
        }
        Path output = folder.resolve(tool + ".log");
        int code = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start()
                .waitFor();
        assertEquals(0, code, () -> command + ": " + output);
    }
}
