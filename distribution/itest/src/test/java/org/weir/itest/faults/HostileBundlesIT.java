package org.weir.itest.faults;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.weir.itest.Api;
import org.weir.itest.Eventually;
import org.weir.itest.Installation;
import org.weir.itest.Weir;
import org.weir.itest.start.MadeBundle;

/** Bundles that throw, hang, leak or are half there: they are named with the reason, go when told to, and harm nobody. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class HostileBundlesIT {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String AUTHORIZATION = "Basic "
            + Base64.getEncoder().encodeToString("demo-admin:channel-deep-dam-low".getBytes(StandardCharsets.UTF_8));

    private static final String LATE = "did not come to an end within 2 seconds";
    private static final int TIMES = 20;

    @TempDir
    static Path base;

    private final HttpClient client = HttpClient.newHttpClient();
    private Weir weir;
    private Api api;
    private Polling polling;

    @BeforeAll
    void start() throws Exception {
        weir = new Weir(base)
                .configured(
                        "framework.properties",
                        Installation.setting("framework.properties", "weir.bundles.seconds", "2"))
                .configured("org.weir.health.load.cfg", "turn.millis=500\n")
                .started("--demo");
        api = new Api(weir, "demo-admin");
        Eventually.until("demo data", () -> weir.log().contains("Demo data made: relationship"));
        polling = new Polling(weir);
    }

    @AfterAll
    void stop() throws IOException {
        weir.close();
    }

    @AfterEach
    void nobody_else_was_harmed() throws Exception {
        assertEquals(List.of(), polling.failed());
        assertEquals(200, weir.get("/health/ready").statusCode());
        deploy("test.slow", MadeBundle.slow("1.0.0"));
        Eventually.until("another bundle comes", () -> slow() == 200);
        undeploy("test.slow");
        Eventually.until("and goes", () -> slow() != 200);
    }

    private int slow() throws IOException, InterruptedException {
        return weir.get("/slow?millis=0&mark=" + base.resolve("mark")).statusCode();
    }

    private void deploy(String name, byte[] jar) throws IOException {
        Path beside = Files.write(weir.deploy().resolve(name + ".part"), jar);
        Files.move(
                beside,
                weir.deploy().resolve(name + ".jar"),
                StandardCopyOption.ATOMIC_MOVE,
                StandardCopyOption.REPLACE_EXISTING);
    }

    private void undeploy(String name) throws IOException {
        Files.delete(weir.deploy().resolve(name + ".jar"));
    }

    private static byte[] bundle(String name, String version, Class<?> activator) throws IOException {
        return MadeBundle.of(name, version, Map.of("Import-Package", "org.osgi.framework"), Map.of(), activator);
    }

    private JsonNode bundles() throws Exception {
        return api.read("/api/admin/bundles");
    }

    private boolean there(String name) throws Exception {
        return bundles().path("items").findValuesAsText("name").contains(name);
    }

    /** Why the bundle is not as it should be; empty while it is. */
    private String why(String name) throws Exception {
        for (JsonNode failure : bundles().path("failures")) {
            if (failure.path("subject").asText().equals(name)) {
                return failure.path("reason").asText();
            }
        }
        return "";
    }

    private boolean health(String words) throws Exception {
        return api.read("/api/admin/health").toString().contains(words);
    }

    /** By the administration; the words of the change when it has ended. */
    private JsonNode removed(String name) throws Exception {
        HttpResponse<String> answer = client.send(
                request("/api/admin/bundles/installed/" + name).DELETE().build(), HttpResponse.BodyHandlers.ofString());
        assertEquals(202, answer.statusCode(), answer.body());
        String change = "/api/admin/bundles/changes/"
                + JSON.readTree(answer.body()).path("id").asText();
        Eventually.until(
                "removal of " + name,
                () -> !api.read(change).path("outcome").asText().equals("trying"));
        return api.read(change);
    }

    private HttpRequest.Builder request(String path) {
        return HttpRequest.newBuilder(URI.create(weir.url() + path))
                .header("Authorization", AUTHORIZATION)
                .header("Accept-Language", "en");
    }

    @Test
    void one_that_throws_in_its_start_is_named_with_the_reason_and_goes() throws Exception {
        deploy("test.throws", bundle("test.throws", "1.0.0", Hostile.ThrowsInStart.class));
        Eventually.until("reason", () -> why("test.throws").contains("the licence file is missing"));
        assertTrue(health("test.throws"));
        undeploy("test.throws");
        Eventually.until(
                "gone", () -> !there("test.throws") && why("test.throws").isEmpty());
    }

    @Test
    void one_that_throws_in_its_stop_is_updated_and_removed_all_the_same() throws Exception {
        deploy("test.stop", bundle("test.stop", "1.0.0", Hostile.ThrowsInStop.class));
        Eventually.until("there", () -> there("test.stop"));
        deploy("test.stop", bundle("test.stop", "1.1.0", Hostile.ThrowsInStop.class));
        Eventually.until("update", () -> bundles().toString().contains("\"test.stop\",\"version\":\"1.1.0\""));
        assertTrue(weir.log().contains("the till is not counted"));
        assertEquals("done", removed("test.stop").path("outcome").asText());
        assertFalse(there("test.stop"));
    }

    @Test
    void one_whose_part_cannot_be_made_is_named_with_the_reason() throws Exception {
        byte[] jar = MadeBundle.of(
                "test.part",
                "1.0.0",
                Map.of("Service-Component", "OSGI-INF/part.xml", "Import-Package", "org.osgi.framework"),
                Map.of("OSGI-INF/part.xml", BrokenPart.DESCRIPTION),
                Hostile.Quiet.class,
                BrokenPart.class);
        deploy("test.part", jar);
        Eventually.until("reason", () -> !why("test.part").isEmpty());
        assertTrue(health("test.part"));
        undeploy("test.part");
        Eventually.until("gone", () -> !there("test.part"));
    }

    @Test
    void one_that_hangs_in_its_start_holds_up_nobody_is_told_and_goes() throws Exception {
        deploy("test.hangs", bundle("test.hangs", "1.0.0", Hostile.HangsInStart.class));
        Eventually.until("there", () -> there("test.hangs"));
        deploy("test.slow", MadeBundle.slow("1.0.0"));
        Eventually.until("another bundle meanwhile", () -> slow() == 200);
        undeploy("test.slow");
        Eventually.until("told", () -> why("test.hangs").contains(LATE));
        assertTrue(health("test.hangs"));
        assertEquals("done", removed("test.hangs").path("outcome").asText());
        assertFalse(there("test.hangs"));
    }

    @Test
    void one_that_hangs_in_its_stop_is_told_and_goes() throws Exception {
        deploy("test.stays", bundle("test.stays", "1.0.0", Hostile.HangsInStop.class));
        Eventually.until("there", () -> there("test.stays"));
        undeploy("test.stays");
        Eventually.until("told", () -> weir.log().contains("Its stop " + LATE));
        Eventually.until("gone", () -> !there("test.stays"));
    }

    @Test
    void one_that_cannot_even_be_interrupted_is_told_and_waits_for_the_restart() throws Exception {
        deploy("test.stubborn", bundle("test.stubborn", "1.0.0", Hostile.StubbornInStart.class));
        Eventually.until("told", () -> why("test.stubborn").contains(LATE));
        JsonNode change = removed("test.stubborn");
        assertEquals("done", change.path("outcome").asText(), change.toString());
        assertTrue(change.path("reason").asText().contains("when this node is started again"), change.toString());
        assertFalse(Files.exists(weir.deploy().resolve("test.stubborn.jar")));
    }

    @Test
    void one_that_leaves_threads_running_is_named() throws Exception {
        for (int i = 0; i < TIMES; i++) {
            String version = "1.0." + i;
            deploy("test.leaves", bundle("test.leaves", version, Hostile.LeavesThreads.class));
            Eventually.until(
                    version, () -> bundles().toString().contains("\"test.leaves\",\"version\":\"" + version + "\""));
        }
        undeploy("test.leaves");
        Eventually.until("gone", () -> !there("test.leaves"));
        Eventually.until("told", () -> health("test.leaves (" + 2 * TIMES + ")"));
        assertTrue(weir.log().contains("test.leaves was stopped and left threads running"));
    }

    @Test
    void half_a_file_is_told_and_installed_once_it_is_whole() throws Exception {
        byte[] whole = MadeBundle.slow("1.0.0");
        Path file = weir.deploy().resolve("half.jar");
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        Eventually.until("told", () -> why("half.jar").contains("not a whole one"));
        byte[] holes = whole.clone();
        Arrays.fill(holes, whole.length / 3, whole.length / 2, (byte) 0);
        Files.write(file, holes);
        Thread.sleep(1_000);
        assertTrue(why("half.jar").contains("not a whole one"), "with holes");
        Files.write(file, whole);
        Eventually.until("installed", () -> slow() == 200);
        assertEquals("", why("half.jar"));
        Files.write(file, Arrays.copyOf(whole, whole.length / 2));
        Eventually.until("told again", () -> why("half.jar").contains("not a whole one"));
        assertEquals(200, slow(), "what runs goes on while its file is damaged");
        Files.delete(file);
        Eventually.until("gone", () -> slow() != 200);
    }

    @Test
    void parts_that_throw_or_do_not_end_harm_their_own_requests_only() throws Exception {
        byte[] jar = MadeBundle.of(
                "test.hostile",
                "1.0.0",
                Map.of("Import-Package", HostileParts.IMPORTS),
                Map.of(),
                HostileParts.class,
                HostileParts.BadPage.class,
                HostileParts.BadValidator.class,
                HostileParts.BadConsumer.class);
        String cookie = signIn();
        deploy("test.hostile", jar);
        Eventually.until("there", () -> get("/hostile/throws", cookie).statusCode() == 500);
        HttpResponse<String> broken = get("/hostile/throws", cookie);
        assertFalse(broken.body().contains("is broken"), broken.body());
        for (int i = 0; i < 30; i++) {
            CompletableFuture<HttpResponse<String>> never =
                    client.sendAsync(page("/hostile/endless", cookie), HttpResponse.BodyHandlers.ofString());
            assertFalse(never.isDone());
        }
        HttpResponse<String> tripped = api.post("/api/account", "{\"name\":\"Trip wire\",\"kind\":\"company\"}");
        assertEquals(500, tripped.statusCode(), tripped.body());
        assertFalse(tripped.body().contains("is broken"), tripped.body());
        api.create("account", Map.of("name", "Zebra Crossing Works", "kind", "company"));
        Eventually.until(
                "the other consumers go on",
                () -> api.read("/api/search?q=zebra").toString().contains("Zebra Crossing Works"));
        Eventually.until("told", () -> health("test.hostile.throws"));
        undeploy("test.hostile");
        Eventually.until("gone", () -> get("/hostile/throws", cookie).statusCode() == 404);
    }

    private String signIn() throws Exception {
        HttpResponse<String> answer = client.send(
                HttpRequest.newBuilder(URI.create(weir.url() + "/sign-in"))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .header("Origin", weir.url())
                        .POST(HttpRequest.BodyPublishers.ofString("login=tom&password=channel-deep-dam-low"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        for (String cookie : answer.headers().allValues("Set-Cookie")) {
            if (cookie.startsWith("weir=") && !cookie.startsWith("weir=;")) {
                return cookie.substring(0, cookie.indexOf(';'));
            }
        }
        throw new AssertionError(answer.statusCode() + " " + answer.body());
    }

    private HttpRequest page(String path, String cookie) {
        return HttpRequest.newBuilder(URI.create(weir.url() + path))
                .header("Cookie", cookie)
                .build();
    }

    private HttpResponse<String> get(String path, String cookie) throws Exception {
        return client.send(page(path, cookie), HttpResponse.BodyHandlers.ofString());
    }
}
