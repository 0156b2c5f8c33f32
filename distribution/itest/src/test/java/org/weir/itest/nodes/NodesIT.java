package org.weir.itest.nodes;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.weir.itest.Api;
import org.weir.itest.Eventually;
import org.weir.itest.Load;
import org.weir.itest.Weir;

/** Two nodes that start at once on one empty PostgreSQL, behind HAProxy. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
final class NodesIT {
    private static final ObjectMapper JSON = new ObjectMapper();

    @TempDir
    static Path base;

    private static EmbeddedPostgres postgres;
    private static Weir one;
    private static Weir two;
    private static Balancer balancer;

    @BeforeAll
    static void two_nodes_start_at_once() throws Exception {
        if (!Balancer.installed()) {
            fail("HAProxy is missing (apt-get install haproxy): several nodes cannot be tested without it");
        }
        postgres = EmbeddedPostgres.builder()
                .setServerConfig("max_connections", "100")
                .start();
        one = node("one");
        two = node("two");
        CompletableFuture<Void> first = CompletableFuture.runAsync(() -> start(one, "--demo"));
        CompletableFuture<Void> second = CompletableFuture.runAsync(() -> start(two));
        first.get(480, TimeUnit.SECONDS);
        second.get(480, TimeUnit.SECONDS);
        Eventually.until("demo data", () -> one.log().contains("Demo data made: relationship"));
        balancer = new Balancer(base, one, two);
    }

    @AfterAll
    static void stop() throws Exception {
        for (AutoCloseable it : new AutoCloseable[] {balancer, one, two, postgres}) {
            if (it != null) {
                it.close();
            }
        }
    }

    @Test
    @Order(1)
    void a_session_holds_on_both_nodes_and_ends_on_both() throws Exception {
        String cookie = signIn(one, "demo-admin");
        assertEquals(200, withCookie(one.url() + "/api/me", cookie));
        assertEquals(200, withCookie(two.url() + "/api/me", cookie));
        Api api = new Api(two, "demo-admin");
        String user = api.read("/api/me").path("id").asText();
        assertEquals(2, api.post("/api/admin/users/" + user + "/sign-out", "{}").statusCode() / 100);
        Eventually.until("signed out here", () -> withCookie(one.url() + "/api/me", cookie) == 401);
        Eventually.until("signed out there", () -> withCookie(two.url() + "/api/me", cookie) == 401);
    }

    @Test
    @Order(2)
    void a_user_made_on_one_node_signs_in_on_the_other_and_one_shut_out_is_shut_out_everywhere() throws Exception {
        Api here = new Api(one, "demo-admin");
        JsonNode tom = JSON.createObjectNode();
        for (JsonNode user : here.read("/api/admin/users?limit=500").path("items")) {
            tom = user.path("login").asText().equals("tom") ? user : tom;
        }
        assertEquals("tom", tom.path("login").asText());
        Api tomThere = new Api(two, "tom");
        assertEquals(200, tomThere.get("/api/me").statusCode());
        ObjectNode out = JSON.createObjectNode();
        for (String field : List.of("login", "name", "email", "language", "zone", "regions", "roles")) {
            if (tom.hasNonNull(field)) {
                out.set(field, tom.get(field));
            }
        }
        out.put("active", false);
        HttpResponse<String> put = put(one, "/api/admin/users/" + tom.path("id").asText(), out.toString());
        assertEquals(2, put.statusCode() / 100, put.body());
        Eventually.until("shut out there", () -> tomThere.get("/api/me").statusCode() == 401);
    }

    @Test
    @Order(3)
    void what_changes_on_one_node_is_told_to_a_page_that_listens_on_the_other() throws Exception {
        Api lindiwe = new Api(one, "lindiwe");
        JsonNode account = lindiwe.create("account", Map.of("name", "Looked at", "kind", "company"));
        String id = account.path("id").asText();
        String cookie = signIn(two, "demo-admin");
        HttpResponse<InputStream> stream = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(two.url() + "/live/record/account/" + id))
                                .header("Cookie", cookie)
                                .build(),
                        HttpResponse.BodyHandlers.ofInputStream());
        assertEquals(200, stream.statusCode());
        StringBuffer heard = new StringBuffer();
        Thread listener = new Thread(() -> listen(stream.body(), heard));
        listener.setDaemon(true);
        listener.start();
        Eventually.until("told", () -> {
            // one hears of what others do, not of one's own
            lindiwe.post("/api/account/" + id + "/comments", "{\"text\":\"Said on the other node\"}");
            Thread.sleep(500);
            return heard.indexOf("data:") >= 0;
        });
        stream.body().close();
    }

    @Test
    @Order(4)
    void a_job_of_one_node_is_seen_on_the_other() throws Exception {
        String job = new Api(one, "demo-admin")
                .post("/api/backups", "{}")
                .body()
                .replaceAll(".*\"job\":\"([^\"]+)\".*", "$1");
        Api there = new Api(two, "demo-admin");
        Eventually.until(
                "done",
                () -> there.read("/api/jobs/" + job).path("state").asText().equalsIgnoreCase("done"));
    }

    @Test
    @Order(5)
    void one_node_is_killed_under_load_and_nothing_acknowledged_is_lost() throws Exception {
        try (Load load = new Load(balancer.url(), "Through the balancer", 6)) {
            Eventually.until("the first writes", () -> load.acknowledged().size() > 200);
            ProcessHandle process = one.process();
            assertTrue(process.destroyForcibly());
            process.onExit().join();
            int killed = load.acknowledged().size();
            Eventually.until("writes on the other", () -> load.acknowledged().size() > killed + 200);
            one.started();
            int back = load.acknowledged().size();
            Eventually.until("writes on both", () -> load.acknowledged().size() > back + 100);
            load.finish();
            List<String> strange = new ArrayList<>(load.wrong());
            // what HAProxy itself says about a node that died
            strange.removeIf(it -> it.startsWith("502 ") || it.startsWith("503 without Retry-After: <html>"));
            assertEquals(List.of(), strange);
            look(new Api(two, "demo-admin"), load.acknowledged());
            look(new Api(one, "demo-admin"), load.acknowledged());
        }
    }

    private static void look(Api api, List<String> ids) throws Exception {
        List<String> missing = new ArrayList<>();
        for (String id : ids) {
            if (api.get("/api/account/" + id).statusCode() != 200) {
                missing.add(id);
            }
        }
        assertEquals(List.of(), missing, "of " + ids.size());
        assertEquals(ids.size(), ids.stream().distinct().count(), "none was made twice");
        assertEquals(0, api.read("/api/admin/parked-events").path("items").size());
    }

    private static Weir node(String name) {
        return new Weir(base.resolve(name))
                .with("WEIR_DB_URL", "jdbc:postgresql://127.0.0.1:" + postgres.getPort() + "/postgres")
                .with("WEIR_DB_USER", "postgres")
                .with("WEIR_START_SECONDS", "400");
    }

    private static void start(Weir node, String... options) {
        try {
            node.started(options);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    private static void listen(InputStream in, StringBuffer heard) {
        try {
            byte[] buffer = new byte[1024];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                heard.append(new String(buffer, 0, read, StandardCharsets.UTF_8));
            }
        } catch (IOException closed) {
            // the test is over
        }
    }

    private static String signIn(Weir node, String login) throws Exception {
        HttpResponse<String> answer = HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(node.url() + "/sign-in"))
                                .header("Content-Type", "application/x-www-form-urlencoded")
                                .header("Origin", node.url())
                                .POST(HttpRequest.BodyPublishers.ofString(
                                        "login=" + login + "&password=channel-deep-dam-low"))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
        for (String cookie : answer.headers().allValues("Set-Cookie")) {
            if (cookie.startsWith("weir=") && !cookie.startsWith("weir=;")) {
                return cookie.substring(0, cookie.indexOf(';'));
            }
        }
        throw new AssertionError(answer.statusCode() + " " + answer.headers().map() + answer.body());
    }

    private static int withCookie(String url, String cookie) throws Exception {
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(url))
                                .header("Cookie", cookie)
                                .build(),
                        HttpResponse.BodyHandlers.discarding())
                .statusCode();
    }

    private static HttpResponse<String> put(Weir node, String path, String json) throws Exception {
        String basic =
                Base64.getEncoder().encodeToString("demo-admin:channel-deep-dam-low".getBytes(StandardCharsets.UTF_8));
        return HttpClient.newHttpClient()
                .send(
                        HttpRequest.newBuilder(URI.create(node.url() + path))
                                .header("Authorization", "Basic " + basic)
                                .header("Content-Type", "application/json")
                                .PUT(HttpRequest.BodyPublishers.ofString(json))
                                .build(),
                        HttpResponse.BodyHandlers.ofString());
    }
}
