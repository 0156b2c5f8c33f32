package org.weir.itest.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Base64;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.weir.itest.Eventually;
import org.weir.itest.Weir;

/** Bundles by upload: tried first, refused with the reason, taken back when they do not work; Weir itself goes on. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class UploadIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String AUTHORIZATION = "Basic "
            + Base64.getEncoder().encodeToString("demo-admin:channel-deep-dam-low".getBytes(StandardCharsets.UTF_8));

    private static final byte[] NOTHING = {};

    @TempDir
    static Path base;

    private final HttpClient client = HttpClient.newHttpClient();
    private Weir weir;
    private Map<String, String> core = Map.of();

    @BeforeAll
    void start() throws Exception {
        weir = new Weir(base).started("--demo");
        Eventually.until("people", () -> call(weir, "GET", "/me", NOTHING).statusCode() == 200);
        core = core();
    }

    @AfterAll
    void stop() throws IOException {
        weir.close();
    }

    @AfterEach
    void weir_itself_was_not_touched() throws Exception {
        assertEquals(core, core());
        for (String name : new String[] {"test.user", "test.slow", "test.offer"}) {
            HttpResponse<String> removed = call(weir, "DELETE", "/admin/bundles/installed/" + name, NOTHING);
            if (removed.statusCode() == 202) {
                ended(weir, JSON.readTree(removed.body()));
            }
        }
    }

    private HttpResponse<String> call(Weir node, String method, String path, byte[] body) throws Exception {
        HttpRequest.BodyPublisher sent =
                body.length == 0 ? HttpRequest.BodyPublishers.noBody() : HttpRequest.BodyPublishers.ofByteArray(body);
        return client.send(
                HttpRequest.newBuilder(URI.create(node.url() + "/api" + path))
                        .header("Authorization", AUTHORIZATION)
                        .header("Content-Type", "application/java-archive")
                        .header("Accept-Language", "en")
                        .method(method, sent)
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private JsonNode read(Weir node, String path) throws Exception {
        HttpResponse<String> answer = call(node, "GET", path, NOTHING);
        assertEquals(200, answer.statusCode(), answer.body());
        return JSON.readTree(answer.body());
    }

    /** When each bundle of Weir itself was last changed: it stays as it was at the start. */
    private Map<String, String> core() throws Exception {
        Map<String, String> result = new TreeMap<>();
        for (JsonNode one : read(weir, "/admin/bundles").path("items")) {
            if (!one.path("name").asText().startsWith("test.")) {
                result.put(
                        one.path("name").asText(),
                        one.path("state").asText() + " " + one.path("changedAt").asText());
            }
        }
        return result;
    }

    private JsonNode brought(Weir node, byte[] jar) throws Exception {
        HttpResponse<String> answer = call(node, "POST", "/admin/bundles/jars?fileName=upload.jar", jar);
        assertEquals(201, answer.statusCode(), answer.body());
        return JSON.readTree(answer.body());
    }

    private JsonNode installed(Weir node, byte[] jar) throws Exception {
        JsonNode trial = brought(node, jar);
        assertFalse(trial.path("refused").asBoolean(), trial.toString());
        return begun(node, "POST", "/admin/bundles/jars/" + trial.path("sha").asText() + "/install");
    }

    private JsonNode begun(Weir node, String method, String path) throws Exception {
        HttpResponse<String> answer = call(node, method, path, NOTHING);
        assertEquals(202, answer.statusCode(), answer.body());
        return ended(node, JSON.readTree(answer.body()));
    }

    private JsonNode ended(Weir node, JsonNode change) throws Exception {
        String path = "/admin/bundles/changes/" + change.path("id").asText();
        Eventually.until(
                "the end of " + change,
                () -> !read(node, path).path("outcome").asText().equals("trying"));
        return read(node, path);
    }

    private String refused(byte[] jar) throws Exception {
        JsonNode trial = brought(weir, jar);
        assertTrue(trial.path("refused").asBoolean(), trial.toString());
        HttpResponse<String> answer =
                call(weir, "POST", "/admin/bundles/jars/" + trial.path("sha").asText() + "/install", NOTHING);
        assertEquals(409, answer.statusCode(), answer.body());
        return trial.path("refusals").toString();
    }

    /** 200 when the bundle answers; what nobody knows leads to the sign-in. */
    private int slow() throws IOException, InterruptedException {
        return weir.get("/slow?millis=0&mark=" + base.resolve("mark")).statusCode();
    }

    @Test
    void what_is_brought_runs_and_what_is_removed_is_gone() throws Exception {
        JsonNode trial = brought(weir, MadeBundle.slow("1.0.0"));
        assertEquals("install", trial.path("kind").asText());
        assertEquals(303, slow(), "trying changes nothing");
        assertEquals(
                "done",
                installed(weir, MadeBundle.slow("1.0.0")).path("outcome").asText());
        assertEquals(200, slow());
        assertTrue(Files.exists(weir.deploy().resolve("test.slow.jar")));
        assertEquals(
                "done",
                begun(weir, "DELETE", "/admin/bundles/installed/test.slow")
                        .path("outcome")
                        .asText());
        assertEquals(303, slow());
        assertFalse(Files.exists(weir.deploy().resolve("test.slow.jar")));
    }

    @Test
    void what_does_not_fit_is_refused_with_the_resolvers_reason() throws Exception {
        String reason = refused(MadeBundle.of(
                "test.slow", "1.0.0", Map.of("Import-Package", "org.nowhere,org.weir.base.api;version=\"[1,2)\"")));
        assertTrue(reason.contains("Needs the package org.nowhere, which nobody brings."), reason);
        String version = refused(
                MadeBundle.of("test.slow", "1.0.0", Map.of("Import-Package", "org.weir.base.api;version=\"[7,8)\"")));
        assertTrue(version.contains("org.weir.base.api from version 7.0.0 on and below 8.0.0; here is 1"), version);
        String service = refused(MadeBundle.of(
                "test.slow",
                "1.0.0",
                Map.of(
                        "Require-Capability",
                        "osgi.service;filter:=\"(objectClass=org.nowhere.Oracle)\";effective:=active")));
        assertTrue(service.contains("org.nowhere.Oracle"), service);
        assertEquals(303, slow());
    }

    @Test
    void a_file_that_is_no_bundle_is_refused_with_a_sentence() throws Exception {
        byte[] whole = MadeBundle.slow("1.0.0");
        for (byte[] wrong : new byte[][] {
            "this is no jar".getBytes(StandardCharsets.UTF_8), java.util.Arrays.copyOf(whole, whole.length / 2)
        }) {
            HttpResponse<String> answer = call(weir, "POST", "/admin/bundles/jars?fileName=..%2F..%2Fx.jar", wrong);
            assertEquals(422, answer.statusCode(), answer.body());
            assertTrue(answer.body().contains("This file is no jar, or it is damaged."), answer.body());
        }
    }

    @Test
    void weir_itself_is_neither_replaced_nor_removed_nor_added_to() throws Exception {
        String replaced = refused(MadeBundle.of("org.weir.records", "9.0.0", Map.of()));
        assertTrue(replaced.contains("belongs to Weir itself"), replaced);
        String added = refused(MadeBundle.of("test.slow", "1.0.0", Map.of("Fragment-Host", "org.weir.web")));
        assertTrue(added.contains("It adds to org.weir.web"), added);
        assertEquals(
                409,
                call(weir, "DELETE", "/admin/bundles/installed/org.weir.records", NOTHING)
                        .statusCode());
    }

    @Test
    void a_version_that_does_not_start_is_taken_back_by_itself() throws Exception {
        installed(weir, MadeBundle.slow("1.0.0"));
        JsonNode ended = installed(weir, MadeBundle.broken("1.1.0"));
        assertEquals("undone", ended.path("outcome").asText());
        assertTrue(ended.path("reason").asText().contains("the licence file is missing"), ended.toString());
        assertEquals(200, slow());
        assertTrue(read(weir, "/admin/bundles").toString().contains("\"name\":\"test.slow\",\"version\":\"1.0.0\""));

        begun(weir, "DELETE", "/admin/bundles/installed/test.slow");
        JsonNode first = installed(weir, MadeBundle.broken("2.0.0"));
        assertEquals("undone", first.path("outcome").asText());
        assertFalse(Files.exists(weir.deploy().resolve("test.slow.jar")));
    }

    @Test
    void an_upgrade_runs_and_the_former_version_comes_back_at_one_call() throws Exception {
        installed(weir, MadeBundle.slow("1.0.0"));
        JsonNode trial = brought(weir, MadeBundle.slow("1.1.0"));
        assertEquals("upgrade", trial.path("kind").asText());
        assertEquals("1.0.0", trial.path("from").asText());
        assertEquals(
                "done",
                installed(weir, MadeBundle.slow("1.1.0")).path("outcome").asText());
        JsonNode back = begun(weir, "POST", "/admin/bundles/installed/test.slow/back");
        assertEquals("done", back.path("outcome").asText());
        assertEquals("1.0.0", back.path("toVersion").asText());
        assertEquals(200, slow());
        assertTrue(read(weir, "/admin/bundles").toString().contains("\"name\":\"test.slow\",\"version\":\"1.0.0\""));
    }

    @Test
    void what_others_need_is_told_and_kept() throws Exception {
        installed(weir, MadeBundle.of("test.offer", "1.0.0", Map.of("Export-Package", "test.offer;version=\"1.0\"")));
        installed(weir, MadeBundle.of("test.user", "1.0.0", Map.of("Import-Package", "test.offer;version=\"[1,2)\"")));
        JsonNode removal = read(weir, "/admin/bundles/installed/test.offer/removal");
        assertEquals("test.user", removal.at("/broken/0/subject").asText(), removal.toString());
        assertEquals(
                409,
                call(weir, "DELETE", "/admin/bundles/installed/test.offer", NOTHING)
                        .statusCode());

        JsonNode fits = brought(
                weir, MadeBundle.of("test.offer", "1.1.0", Map.of("Export-Package", "test.offer;version=\"1.1\"")));
        assertEquals("test.user", fits.at("/restarted/0/subject").asText(), fits.toString());
        String breaks =
                refused(MadeBundle.of("test.offer", "2.0.0", Map.of("Export-Package", "test.offer;version=\"2.0\"")));
        assertTrue(breaks.contains("These would not work any more: test.user."), breaks);
    }

    @Test
    void what_somebody_does_in_the_folder_by_hand_is_taken_up() throws Exception {
        installed(weir, MadeBundle.slow("1.0.0"));
        Eventually.until("settled", () -> slow() == 200);
        Path file = weir.deploy().resolve("test.slow.jar");
        Path beside = Files.write(weir.deploy().resolve("beside.part"), MadeBundle.slow("1.2.0"));
        Files.move(
                beside,
                file,
                java.nio.file.StandardCopyOption.REPLACE_EXISTING,
                java.nio.file.StandardCopyOption.ATOMIC_MOVE);
        Eventually.until(
                "the change by hand",
                () -> read(weir, "/admin/bundles/changes").toString().contains("by-hand"));
        assertEquals(
                "1.2.0",
                read(weir, "/admin/bundles/changes").at("/items/0/toVersion").asText());
    }

    @Test
    void every_node_on_the_same_database_follows() throws Exception {
        try (EmbeddedPostgres postgres = EmbeddedPostgres.start();
                Weir one = node(postgres, "one").started("--demo");
                Weir two = node(postgres, "two").started()) {
            Eventually.until("people", () -> call(one, "GET", "/me", NOTHING).statusCode() == 200);
            assertEquals(
                    "done",
                    installed(one, MadeBundle.slow("1.0.0")).path("outcome").asText());
            Eventually.until(
                    "the bundle on the other node",
                    () -> two.get("/slow?millis=0&mark=" + base.resolve("mark-two"))
                                    .statusCode()
                            == 200);
            assertEquals(
                    "undone",
                    installed(one, MadeBundle.broken("2.0.0")).path("outcome").asText());
            begun(two, "DELETE", "/admin/bundles/installed/test.slow");
            Eventually.until(
                    "gone from the first", () -> !Files.exists(one.deploy().resolve("test.slow.jar")));
        }
    }

    private static Weir node(EmbeddedPostgres postgres, String name) {
        return new Weir(base.resolve(name))
                .with("WEIR_DB_URL", postgres.getJdbcUrl("postgres", "postgres"))
                .with("WEIR_DB_USER", "postgres");
    }
}
