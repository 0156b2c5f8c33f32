package org.weir.itest.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
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
import java.util.zip.CRC32;
import java.util.zip.Deflater;
import java.util.zip.DeflaterOutputStream;
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

    @Test
    void a_table_that_is_large_inside_is_refused() throws Exception {
        Set<String> before = left();
        byte[] huge = xlsx("<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>", 1L << 30, "</t></is></c></row>", "");
        assertTrue(huge.length < 4_000_000, "packed " + huge.length);
        refused("a gigabyte in a cell", imported(huge));
        refused("a gigabyte of blanks", imported(xlsx("", 1L << 30, "", "")));
        String laughs = "<!DOCTYPE x [<!ENTITY a \"ha\"><!ENTITY b \"&a;&a;&a;&a;&a;&a;&a;&a;&a;&a;\">"
                + "<!ENTITY c \"&b;&b;&b;&b;&b;&b;&b;&b;&b;&b;\"><!ENTITY d \"&c;&c;&c;&c;&c;&c;&c;&c;&c;&c;\">"
                + "<!ENTITY e \"&d;&d;&d;&d;&d;&d;&d;&d;&d;&d;\"><!ENTITY f \"&e;&e;&e;&e;&e;&e;&e;&e;&e;&e;\">]>";
        String outside = "<!DOCTYPE x [<!ENTITY f SYSTEM \"file:///etc/passwd\">]>";
        for (String doctype : List.of(laughs, outside)) {
            String cell = "<row r=\"1\"><c r=\"A1\" t=\"inlineStr\"><is><t>&f;</t></is></c></row>";
            Answer answer = imported(xlsx(cell, 0, "", doctype));
            assertFalse(answer.text().contains("root:"), answer::toString);
            assertFalse(answer.text().contains("hahaha"), answer::toString);
            assertTrue(answer.status() < 500, answer::toString);
        }
        Map<String, byte[]> many = new LinkedHashMap<>();
        for (int i = 0; i < 70_000; i++) {
            many.put("xl/e" + i, new byte[0]);
        }
        refused("seventy thousand entries", imported(zip(many)));
        well(before);
    }

    private static void refused(String what, Answer answer) {
        assertTrue(Set.of(400, 413, 415, 422).contains(answer.status()), () -> what + ": " + answer);
        assertTrue(answer.header("Content-Type").startsWith("application/problem+json"), () -> what + ": " + answer);
    }

    private Answer imported(byte[] table) throws IOException {
        return sent("/api/account/imports?fileName=a.xlsx", table);
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

    /** @param filling so many blanks between the two pieces of the sheet */
    private static byte[] xlsx(String first, long filling, String last, String doctype) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        String head = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>";
        String relations = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
        String main = "http://schemas.openxmlformats.org/spreadsheetml/2006/main";
        try (ZipOutputStream zip = new ZipOutputStream(out)) {
            put(
                    zip,
                    "[Content_Types].xml",
                    head + "<Types xmlns=\"http://schemas.openxmlformats.org/package/2006/content-types\">"
                            + "<Default Extension=\"xml\" ContentType=\"application/xml\"/></Types>");
            put(
                    zip,
                    "_rels/.rels",
                    head + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                            + "<Relationship Id=\"r\" Type=\"" + relations
                            + "/officeDocument\" Target=\"xl/workbook.xml\"/></Relationships>");
            put(
                    zip,
                    "xl/workbook.xml",
                    head + "<workbook xmlns=\"" + main + "\" xmlns:r=\"" + relations
                            + "\"><sheets><sheet name=\"S\" sheetId=\"1\" r:id=\"r1\"/></sheets></workbook>");
            put(
                    zip,
                    "xl/_rels/workbook.xml.rels",
                    head + "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">"
                            + "<Relationship Id=\"r1\" Type=\"" + relations
                            + "/worksheet\" Target=\"worksheets/sheet1.xml\"/></Relationships>");
            zip.putNextEntry(new ZipEntry("xl/worksheets/sheet1.xml"));
            zip.write((head + doctype + "<worksheet xmlns=\"" + main + "\"><sheetData>" + first)
                    .getBytes(StandardCharsets.UTF_8));
            byte[] blanks = " ".repeat(1 << 16).getBytes(StandardCharsets.UTF_8);
            for (long written = 0; written < filling; written += blanks.length) {
                zip.write(blanks);
            }
            zip.write((last + "</sheetData></worksheet>").getBytes(StandardCharsets.UTF_8));
        }
        return out.toByteArray();
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
    void a_picture_or_document_that_is_large_inside_has_no_preview() throws Exception {
        Map<String, byte[]> files = new LinkedHashMap<>();
        files.put("wide.png", png(60_000, 60_000));
        files.put("wider.png", png(Integer.MAX_VALUE, Integer.MAX_VALUE));
        files.put("large.pdf", pdf(20_000));
        files.put("broken.png", new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n', 0, 0, 0});
        files.put(
                "broken.pdf",
                "%PDF-1.7\n1 0 obj<</Type/Catalog/Pages 1 0 R>>endobj trailer<</Root 1 0 R>>"
                        .getBytes(StandardCharsets.UTF_8));
        for (Map.Entry<String, byte[]> it : files.entrySet()) {
            assertTrue(it.getValue().length < 8_000_000, it.getKey());
            JsonNode file = admin.sent("/api/account/" + account + "/files?fileName=" + it.getKey(), it.getValue());
            var preview = admin.get("/api/files/" + file.path("id").asText() + "/preview");
            boolean drawn = it.getKey().equals("large.pdf") && preview.statusCode() == 200;
            assertTrue(drawn || preview.statusCode() == 404, () -> it.getKey() + ": " + preview.statusCode());
            assertEquals(204, removed("/api/files/" + file.path("id").asText()).status());
        }
        try (Stream<Path> previews = Files.list(base.resolve("data/previews"))) {
            assertEquals(
                    List.of(),
                    previews.filter(it -> it.toString().endsWith(".part")).toList());
        }
        well(left());
        assertFalse(weir.log().contains("OutOfMemoryError"));
    }

    private Answer removed(String target) throws IOException {
        try (Wire wire = new Wire(weir.port())) {
            return wire.call("DELETE", target, List.of(Wire.basic("demo-admin")), null);
        }
    }

    private static byte[] png(int width, int height) throws IOException {
        ByteArrayOutputStream png = new ByteArrayOutputStream();
        png.write(new byte[] {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'});
        byte[] head = java.nio.ByteBuffer.allocate(13)
                .putInt(width)
                .putInt(height)
                .put(new byte[] {8, 6, 0, 0, 0})
                .array();
        chunk(png, "IHDR", head);
        chunk(png, "IDAT", deflated(64L << 20));
        chunk(png, "IEND", new byte[0]);
        return png.toByteArray();
    }

    private static void chunk(ByteArrayOutputStream png, String type, byte[] data) throws IOException {
        CRC32 sum = new CRC32();
        sum.update(type.getBytes(StandardCharsets.US_ASCII));
        sum.update(data);
        png.write(java.nio.ByteBuffer.allocate(4).putInt(data.length).array());
        png.write(type.getBytes(StandardCharsets.US_ASCII));
        png.write(data);
        png.write(java.nio.ByteBuffer.allocate(4).putInt((int) sum.getValue()).array());
    }

    private static byte[] deflated(long zeros) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (DeflaterOutputStream packed = new DeflaterOutputStream(out, new Deflater(Deflater.BEST_COMPRESSION))) {
            for (long written = 0; written < zeros; written += ZEROS.length) {
                packed.write(ZEROS, 0, (int) Math.min(ZEROS.length, zeros - written));
            }
        }
        return out.toByteArray();
    }

    /** A page filled by one picture of so many pixels each way. */
    private static byte[] pdf(int side) throws IOException {
        byte[] picture = deflated(3L * side * side);
        ByteArrayOutputStream pdf = new ByteArrayOutputStream();
        String objects = "%PDF-1.4\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\n"
                + "2 0 obj\n<</Type/Pages/Kids[3 0 R]/Count 1>>\nendobj\n"
                + "3 0 obj\n<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 600]/Contents 4 0 R"
                + "/Resources<</XObject<</I 5 0 R>>>>>>\nendobj\n"
                + "4 0 obj\n<</Length 30>>\nstream\nq 600 0 0 600 0 0 cm /I Do Q  \nendstream\nendobj\n"
                + "5 0 obj\n<</Type/XObject/Subtype/Image/Width " + side + "/Height " + side
                + "/ColorSpace/DeviceRGB/BitsPerComponent 8/Filter/FlateDecode/Length " + picture.length
                + ">>\nstream\n";
        pdf.write(objects.getBytes(StandardCharsets.US_ASCII));
        pdf.write(picture);
        pdf.write("\nendstream\nendobj\ntrailer\n<</Size 6/Root 1 0 R>>\n%%EOF\n".getBytes(StandardCharsets.US_ASCII));
        return pdf.toByteArray();
    }

    @Test
    void a_product_model_that_is_large_inside_is_refused_or_taken_but_harms_nobody() throws Exception {
        Map<String, String> models = new LinkedHashMap<>();
        models.put("deep", "features\n\tR\n" + deep(5_000));
        models.put(
                "nested",
                "features\n\tA\n\t\toptional\n\t\t\tB\nconstraints\n\t" + "(".repeat(50_000) + "A" + ")".repeat(50_000)
                        + "\n");
        models.put("negated", "features\n\tA\n\t\toptional\n\t\t\tB\nconstraints\n\t" + "!".repeat(50_000) + "A\n");
        models.put("wide", wide(300));
        models.put("nothing", "\0".repeat(1_000));
        models.put("long", "features\n\t" + "A".repeat(500_000) + "\n");
        for (Map.Entry<String, String> it : models.entrySet()) {
            String json = ApiDescription.JSON.writeValueAsString(
                    Map.of("input", Map.of("name", "Bomb " + it.getKey(), "currency", "USD", "source", it.getValue())));
            var answer = admin.post("/api/product-model/actions/load-uvl", json);
            assertTrue(answer.statusCode() < 500, () -> it.getKey() + ": " + answer.statusCode() + answer.body());
        }
        well(left());
    }

    private static String deep(int levels) {
        StringBuilder uvl = new StringBuilder();
        for (int i = 0; i < Math.min(levels, 600); i++) {
            uvl.append("\t".repeat(2 * i + 2))
                    .append("optional\n")
                    .append("\t".repeat(2 * i + 3))
                    .append("F")
                    .append(i)
                    .append('\n');
        }
        return uvl.toString();
    }

    /** Every pair of features in a rule of its own. */
    private static String wide(int features) {
        StringBuilder uvl = new StringBuilder("features\n\tR\n\t\t[100..200]\n");
        for (int i = 0; i < features; i++) {
            uvl.append("\t\t\tF").append(i).append('\n');
        }
        uvl.append("constraints\n");
        for (int i = 0; i + 2 < features; i++) {
            uvl.append("\t(F")
                    .append(i)
                    .append(" => F")
                    .append(i + 1)
                    .append(") | (F")
                    .append(i + 2)
                    .append(" => !F")
                    .append(i)
                    .append(")\n");
        }
        return uvl.toString();
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
