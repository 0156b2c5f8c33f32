package org.weir.itest.start;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpHeaders;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Base64;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.weir.itest.Eventually;
import org.weir.itest.Weir;

/** Settings that hold at once and stay, health in words, figures for those who may read them. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
final class SettingsIT {
    private static final String BASIC = "Basic "
            + Base64.getEncoder().encodeToString("demo-admin:channel-deep-dam-low".getBytes(StandardCharsets.UTF_8));

    @TempDir
    static Path base;

    private final HttpClient client = HttpClient.newHttpClient();
    private Weir weir;

    @BeforeAll
    void start() throws Exception {
        weir = new Weir(base).configured("org.weir.jobs.cfg", "threads=3\n").started("--demo");
        Eventually.until("people", () -> call("GET", "/api/me", BASIC, "").statusCode() == 200);
    }

    @AfterAll
    void stop() throws IOException {
        weir.close();
    }

    private HttpResponse<String> call(String method, String path, String authorization, String json) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(weir.url() + path))
                .header("Content-Type", "application/json")
                .header("Accept-Language", "en")
                .method(
                        method,
                        json.isEmpty()
                                ? HttpRequest.BodyPublishers.noBody()
                                : HttpRequest.BodyPublishers.ofString(json));
        if (!authorization.isEmpty()) {
            request.header("Authorization", authorization);
        }
        return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
    }

    private String settings() throws Exception {
        HttpResponse<String> answer = call("GET", "/api/admin/settings", BASIC, "");
        assertEquals(200, answer.statusCode(), answer.body());
        return answer.body();
    }

    @Test
    void a_secret_holds_at_once_is_never_told_and_survives_a_restart() throws Exception {
        String token = "Bearer correct-horse-battery";
        assertEquals(401, call("GET", "/metrics", "", "").statusCode());
        assertEquals(401, call("GET", "/metrics", token, "").statusCode());
        HttpResponse<String> set = call(
                "PUT",
                "/api/admin/settings/org.weir.admin.metrics/token",
                BASIC,
                "{\"value\":\"correct-horse-battery\"}");
        assertEquals(200, set.statusCode(), set.body());
        assertFalse(set.body().contains("correct-horse"), set.body());
        Eventually.until("the token", () -> call("GET", "/metrics", token, "").statusCode() == 200);
        assertFalse(settings().contains("correct-horse"));
        String trail = call("GET", "/api/admin/audit", BASIC, "").body();
        assertTrue(trail.contains("org.weir.admin.metrics token ***"), trail);
        assertFalse(trail.contains("correct-horse"), trail);

        weir.call("stop");
        assertFalse(lies(base.resolve("data/db"), "correct-horse-battery"), "the secret lies in the database");
        assertEquals(
                "rw-------",
                PosixFilePermissions.toString(Files.getPosixFilePermissions(base.resolve("data/keys/seal.keys"))));
        weir.started("--demo");
        Eventually.until(
                "the token again", () -> call("GET", "/metrics", token, "").statusCode() == 200);
    }

    private static boolean lies(Path folder, String secret) throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.filter(Files::isRegularFile).toList()) {
                if (Files.readString(file, StandardCharsets.ISO_8859_1).contains(secret)) {
                    return true;
                }
            }
        }
        return false;
    }

    private HttpResponse<String> proxied(String path, String from) throws Exception {
        return client.send(
                HttpRequest.newBuilder(URI.create(weir.url() + path))
                        .header("X-Forwarded-For", "192.0.2.1, " + from)
                        .header("X-Forwarded-Proto", "https")
                        .header("Accept-Language", "en")
                        .build(),
                HttpResponse.BodyHandlers.ofString());
    }

    @Test
    void every_answer_guards_the_browser_and_says_so_over_tls() throws Exception {
        for (String path : List.of(
                "/health/live",
                "/health/ready",
                "/sign-in",
                "/nowhere",
                "/api/me",
                "/api/openapi.json",
                "/api/docs",
                "/metrics",
                "/static/weir/weir.css",
                "/static/nothing.css",
                "/oidc/callback")) {
            HttpHeaders headers = proxied(path, "203.0.113.7").headers();
            String policy = headers.firstValue("Content-Security-Policy").orElse("none");
            for (String part : List.of("object-src 'none'", "base-uri 'none'", "frame-ancestors 'none'")) {
                assertTrue(policy.contains(part), path + ": " + policy);
            }
            assertEquals("nosniff", headers.firstValue("X-Content-Type-Options").orElse(""), path);
            assertTrue(headers.firstValue("Referrer-Policy").isPresent(), path);
            assertEquals(
                    "max-age=31536000; includeSubDomains",
                    headers.firstValue("Strict-Transport-Security").orElse(""),
                    path);
        }
        for (String path : List.of("/health/live", "/static/weir/weir.css", "/sign-in", "/api/me", "/metrics")) {
            assertEquals(405, call("TRACE", path, "", "").statusCode(), path);
        }
        assertTrue(call("GET", "/sign-in", "", "")
                .headers()
                .firstValue("Strict-Transport-Security")
                .isEmpty());
    }

    @Test
    void the_trail_has_the_address_that_the_proxy_tells_and_not_what_the_caller_claims() throws Exception {
        HttpResponse<String> entered = client.send(
                HttpRequest.newBuilder(URI.create(weir.url() + "/api/session"))
                        .header("X-Forwarded-For", "192.0.2.1, 203.0.113.7")
                        .header("X-Forwarded-Proto", "https")
                        .header("Content-Type", "application/json")
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "{\"login\":\"demo-admin\",\"password\":\"channel-deep-dam-low\"}"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());
        assertEquals(2, entered.statusCode() / 100, entered.body());
        assertTrue(entered.headers().firstValue("Set-Cookie").orElse("").contains("; Secure"));
        String trail = call("GET", "/api/admin/audit", BASIC, "").body();
        assertTrue(trail.contains("203.0.113.7"), trail);
        assertFalse(trail.contains("192.0.2.1"), trail);
    }

    @Test
    void values_that_do_not_fit_are_refused_at_their_place() throws Exception {
        String path = "/api/admin/settings/org.weir.admin.bundles/megabytes";
        HttpResponse<String> word = call("PUT", path, BASIC, "{\"value\":\"many\"}");
        assertEquals(422, word.statusCode());
        assertTrue(word.body().contains("A whole number is needed here."), word.body());
        HttpResponse<String> large = call("PUT", path, BASIC, "{\"value\":\"5000\"}");
        assertEquals(422, large.statusCode());
        assertTrue(large.body().contains("This is more than is possible here."), large.body());
        assertEquals(404, call("PUT", path + "s", BASIC, "{\"value\":\"5\"}").statusCode());
        HttpResponse<String> good = call("PUT", path, BASIC, "{\"value\":\"5\"}");
        assertTrue(good.body().contains("\"origin\":\"page\""), good.body());
        HttpResponse<String> back = call("DELETE", path, BASIC, "");
        assertTrue(back.body().contains("\"origin\":\"proposed\""), back.body());
    }

    @Test
    void settings_that_are_saved_under_load_fail_no_request() throws Exception {
        AtomicBoolean over = new AtomicBoolean();
        Queue<String> failed = new ConcurrentLinkedQueue<>();
        AtomicInteger asked = new AtomicInteger();
        Thread asking = new Thread(() -> {
            while (!over.get()) {
                try {
                    HttpResponse<String> answer = call("GET", "/api/me", BASIC, "");
                    asked.incrementAndGet();
                    if (answer.statusCode() != 200) {
                        failed.add(answer.statusCode() + " " + answer.body());
                    }
                } catch (Exception e) {
                    failed.add(e.toString());
                }
            }
        });
        asking.start();
        try {
            for (String[] it : new String[][] {
                {"org.weir.access", "session.hours", "100"},
                {"org.weir.access", "password.least", "14"},
                {"org.weir.events", "keepDays", "4000"},
                {"org.weir.health.load", "waiting", "90"},
                {"org.weir.rest", "requests.at.once", "1777"},
                {"org.weir.webhooks", "allowed.networks", "10.1.0.0/16"},
                {"org.weir.oidc", "label", "House"},
                {"org.weir.files", "reserveMegabytes", "64"},
                {"org.weir.mail", "url", "https://weir.example.com"}
            }) {
                String path = "/api/admin/settings/" + it[0] + "/" + it[1];
                HttpResponse<String> set = call("PUT", path, BASIC, "{\"value\":\"" + it[2] + "\"}");
                assertEquals(200, set.statusCode(), path + set.body());
            }
            Eventually.until("the new limit", () -> call("GET", "/api/me", BASIC, "")
                    .headers()
                    .firstValue("RateLimit-Policy")
                    .orElse("")
                    .contains("q=1777"));
            for (String it : new String[] {
                "org.weir.access/session.hours", "org.weir.rest/requests.at.once", "org.weir.oidc/label"
            }) {
                assertEquals(
                        200,
                        call("DELETE", "/api/admin/settings/" + it, BASIC, "").statusCode());
            }
            Eventually.until("the usual limit", () -> !call("GET", "/api/me", BASIC, "")
                    .headers()
                    .firstValue("RateLimit-Policy")
                    .orElse("")
                    .contains("q=1777"));
        } finally {
            over.set(true);
            asking.join();
        }
        assertEquals(List.of(), List.copyOf(failed));
        assertTrue(asked.get() > 10, asked + " requests");
    }

    @Test
    void what_stands_in_conf_stands_above_the_page() throws Exception {
        HttpResponse<String> refused =
                call("PUT", "/api/admin/settings/org.weir.jobs/threads", BASIC, "{\"value\":\"5\"}");
        assertEquals(422, refused.statusCode(), refused.body());
        assertTrue(refused.body().contains("conf/org.weir.jobs.cfg"), refused.body());
        assertTrue(settings().contains("\"value\":\"3\",\"proposed\":\"2\",\"origin\":\"file\""), settings());
    }

    @Test
    void health_is_told_in_words_and_figures_in_prometheus_format() throws Exception {
        HttpResponse<String> health = call("GET", "/api/admin/health", BASIC, "");
        assertEquals(200, health.statusCode(), health.body());
        assertTrue(health.body().contains("HSQLDB answers within"), health.body());
        HttpResponse<String> figures = call("GET", "/metrics", BASIC, "");
        assertEquals(200, figures.statusCode());
        assertEquals(
                "text/plain; version=0.0.4; charset=utf-8",
                figures.headers().firstValue("Content-Type").orElse("").replace(";charset", "; charset"));
        for (String name : new String[] {
            "weir_http_request_duration_seconds_bucket{le=\"+Inf\",method=\"GET\"",
            "weir_database_connections{state=\"active\"}",
            "weir_events_behind{consumer=",
            "weir_jobs{state=\"waiting\"}",
            "weir_live_streams ",
            "jvm_memory_used_bytes{area=\"heap\"}",
            "weir_health{check=\"database\"} 0"
        }) {
            assertTrue(figures.body().contains(name), name + " is missing in " + figures.body());
        }
        assertTrue(figures.body().contains("weir_metric_sources_failed 0"), figures.body());
    }
}
