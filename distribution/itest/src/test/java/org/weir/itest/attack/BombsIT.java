package org.weir.itest.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.weir.itest.Api;
import org.weir.itest.Eventually;
import org.weir.itest.Weir;
import org.weir.itest.attack.Wire.Answer;

/** Small files that are large inside, and one that is large outside: refused, nothing left on the disk, memory bounded. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class BombsIT {
    private static final long TWO_GIGABYTES = 2L << 30;
    private static final long MOST_MEMORY = 1_200_000;
    private static final byte[] ZEROS = new byte[1 << 16];

    private Weir weir;
    private Path base;
    private Path temporary;
    private Api admin;
    private String account = "";

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        base = folder.resolve("weir");
        temporary = Files.createDirectories(folder.resolve("tmp"));
        weir = new Weir(base)
                .with("WEIR_JAVA_OPTS", "-Xmx512m -Djava.io.tmpdir=" + temporary)
                .started("--region", "eu", "--demo");
        Eventually.until("demo data", () -> weir.log().contains("Demo data made: aftersales"));
        admin = new Api(weir, "demo-admin");
        account = admin.read("/api/account?limit=1")
                .path("items")
                .path(0)
                .path("id")
                .asText();
    }

    @AfterAll
    void stop() throws IOException {
        weir.close();
    }

    private static void refused(String what, Answer answer) {
        assertTrue(Set.of(400, 413, 422).contains(answer.status()), () -> what + ": " + answer);
        assertTrue(answer.header("Content-Type").startsWith("application/problem+json"), () -> what + ": " + answer);
    }

    private Answer sent(String target, byte[] body) throws IOException {
        try (Wire wire = new Wire(weir.port())) {
            return wire.call(
                    "POST",
                    target,
                    List.of(Wire.basic("demo-admin"), Wire.header("Content-Type", "application/octet-stream")),
                    body);
        }
    }

    private static void put(ZipOutputStream zip, String name, String content) throws IOException {
        zip.putNextEntry(new ZipEntry(name));
        zip.write(content.getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] zip(Map<String, byte[]> entries) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            for (Map.Entry<String, byte[]> it : entries.entrySet()) {
                zip.putNextEntry(new ZipEntry(it.getKey()));
                zip.write(it.getValue());
            }
        }
        return out.toByteArray();
    }

    @Test
    void a_bundle_that_is_large_inside_or_leads_out_is_refused() throws Exception {
        Set<String> before = left();
        String manifest = "Manifest-Version: 1.0\nBundle-ManifestVersion: 2\nBundle-SymbolicName: test.bomb\n"
                + "Bundle-Version: 1.0.0\n\n";
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            put(zip, "META-INF/MANIFEST.MF", manifest);
            zip.putNextEntry(new ZipEntry("bomb"));
            for (long written = 0; written < 2L << 30; written += ZEROS.length) {
                zip.write(ZEROS);
            }
        }
        refused("two gigabytes in a bundle", sent("/api/admin/bundles/jars?fileName=bomb.jar", out.toByteArray()));
        for (String name : List.of("../../../escaped", "/tmp/escaped", "a\\..\\..\\escaped")) {
            Map<String, byte[]> entries = new LinkedHashMap<>();
            entries.put("META-INF/MANIFEST.MF", manifest.getBytes(StandardCharsets.UTF_8));
            entries.put(name, new byte[1]);
            refused(name, sent("/api/admin/bundles/jars?fileName=bomb.jar", zip(entries)));
        }
        refused("no jar", sent("/api/admin/bundles/jars?fileName=..%2F..%2Fx.jar", new byte[100]));
        well(before);
    }

    @Test
    void two_gigabytes_are_refused_early_and_leave_nothing() throws Exception {
        Set<String> before = left();
        for (String target : List.of(
                "/api/account/" + account + "/files?fileName=a.bin",
                "/api/account/imports?fileName=a.csv",
                "/api/admin/bundles/jars?fileName=a.jar")) {
            assertTrue(flooded(target, true) < 64L << 20, target);
            assertTrue(flooded(target, false) < 300L << 20, target);
        }
        assertTrue(flooded("/api/account", true) < 64L << 20);
        assertTrue(flooded("/api/account", false) < 64L << 20);
        assertTrue(flooded("/sign-in", true) < 64L << 20);
        assertTrue(flooded("/sign-in", false) < 64L << 20);
        assertTrue(formFlooded() < 300L << 20);
        well(before);
    }

    /** @param told whether the length is said beforehand. @return bytes that were taken off the line before the refusal */
    private long flooded(String target, boolean told) throws IOException {
        String type = target.equals("/api/account")
                ? "application/json"
                : target.equals("/sign-in") ? "application/x-www-form-urlencoded" : "application/octet-stream";
        String head = "POST " + target + " HTTP/1.1\r\nHost: x\r\nAuthorization: "
                + Wire.basic("demo-admin").value() + "\r\nContent-Type: " + type + "\r\n"
                + (told ? "Content-Length: " + TWO_GIGABYTES : "Transfer-Encoding: chunked") + "\r\n\r\n";
        return flood(target, head, told);
    }

    private long formFlooded() throws IOException {
        try (Visitor visitor = Visitor.signedIn(weir.port(), "demo-admin")) {
            return flood(
                    "a form",
                    "POST /files/account/" + account + " HTTP/1.1\r\nHost: x\r\nCookie: weir=" + visitor.cookie()
                            + "\r\nContent-Type: multipart/form-data; boundary=b\r\nTransfer-Encoding: chunked\r\n\r\n"
                            + chunk(
                                    "--b\r\nContent-Disposition: form-data; name=\"_csrf\"\r\n\r\n" + visitor.csrf()
                                            + "\r\n--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a\"\r\n\r\n"),
                    false);
        }
    }

    private static String chunk(String text) {
        return Integer.toHexString(text.length()) + "\r\n" + text + "\r\n";
    }

    private long flood(String what, String head, boolean told) throws IOException {
        byte[] piece = new byte[1 << 16];
        byte[] frame = (Integer.toHexString(piece.length) + "\r\n").getBytes(StandardCharsets.US_ASCII);
        byte[] end = {'\r', '\n'};
        long sent = 0;
        try (Wire wire = new Wire(weir.port())) {
            wire.send(head);
            try {
                while (sent < TWO_GIGABYTES && !wire.answered()) {
                    if (!told) {
                        wire.send(frame);
                    }
                    wire.send(piece);
                    if (!told) {
                        wire.send(end);
                    }
                    sent += piece.length;
                }
            } catch (java.net.SocketException closed) {
                return sent;
            }
            Answer answer = wire.read(false);
            assertTrue(Set.of(400, 413).contains(answer.status()), () -> what + ": " + answer);
            assertTrue(answer.status() == 413 || what.startsWith("/sign-in"), () -> what + ": " + answer);
        }
        return sent;
    }

    /** Serves, has taken no more memory than it should, and left no file. */
    private void well(Set<String> before) throws Exception {
        assertEquals(200, weir.get("/health/ready").statusCode());
        admin.read("/api/me");
        String status =
                Files.readString(Path.of("/proc", Long.toString(weir.process().pid()), "status"));
        long resident = status.lines()
                .filter(it -> it.startsWith("VmRSS:"))
                .mapToLong(it -> Long.parseLong(it.replaceAll("\\D", "")))
                .sum();
        assertTrue(resident < MOST_MEMORY, "resident kB: " + resident);
        Eventually.until("nothing is left: " + before + " but " + left(), () -> before.containsAll(left()));
    }

    /** Files that uploads pass through. */
    private Set<String> left() throws IOException {
        Set<String> files = new TreeSet<>();
        for (Path folder : List.of(temporary, base.resolve("data/files/arriving"))) {
            if (Files.isDirectory(folder)) {
                try (Stream<Path> all = Files.walk(folder)) {
                    all.filter(Files::isRegularFile)
                            .filter(it -> !it.toString().contains("hsperf"))
                            .forEach(it -> files.add(it.toString()));
                }
            }
        }
        return files;
    }
}
