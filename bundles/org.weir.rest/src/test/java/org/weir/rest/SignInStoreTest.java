package org.weir.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.sql.SQLTransientConnectionException;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.weir.rest.http.Allowance;
import org.weir.rest.http.Endpoint;
import org.weir.rest.http.Route;
import org.weir.rest.http.Router;

final class SignInStoreTest extends OnRunningApi {
    @Test
    void without_credentials_one_is_asked_for_them() throws Exception {
        HttpResponse<String> asked = server().send(server().plain("/api/thing"));
        assertEquals(401, asked.statusCode());
        assertTrue(asked.headers().firstValue("WWW-Authenticate").orElseThrow().startsWith("Basic realm=\"Weir\""));
        HttpResponse<String> script = server().send(server().plain("/api/thing").header("X-Requested-With", "fetch"));
        assertEquals(401, script.statusCode());
        assertFalse(script.headers().firstValue("WWW-Authenticate").isPresent());
    }

    @Test
    void malformed_and_foreign_credentials_are_refused() throws Exception {
        for (String header : List.of("Basic", "Basic ", "Basic %%%", "Basic YWRh", "Bearer abc", "Basic Og==", "x")) {
            HttpResponse<String> refused =
                    server().send(server().plain("/api/me").header("Authorization", header));
            assertEquals(401, refused.statusCode(), header);
        }
        HttpResponse<String> wrong =
                server().send(server().plain("/api/me").header("Authorization", TestServer.basic("nobody", "wrong")));
        assertEquals(401, wrong.statusCode());
    }

    @Test
    void too_many_tries_have_to_wait() throws Exception {
        int last = 0;
        for (int i = 0; i < 12 && last != 429; i++) {
            last = server().send(
                            server().plain("/api/me").header("Authorization", TestServer.basic("tries", "wrong " + i)))
                    .statusCode();
        }
        assertEquals(429, last);
    }

    @Test
    void a_session_needs_its_token_for_what_changes_something() throws Exception {
        Session session = signIn("ben");
        HttpResponse<String> me = session.send("GET", "/api/me", null, false);
        assertEquals(200, me.statusCode());
        assertEquals(session.csrf, json(me).get("csrf").asText());
        String body = "{\"name\":\"By session\"}";
        assertEquals(403, session.send("POST", "/api/thing", body, false).statusCode());
        assertEquals(201, session.send("POST", "/api/thing", body, true).statusCode());
        HttpResponse<String> sessions = session.send("GET", "/api/me/sessions", null, false);
        assertTrue(sessions.body().contains("\"present\":true"), sessions.body());
        assertEquals(204, session.send("DELETE", "/api/session", null, true).statusCode());
        assertEquals(401, session.send("GET", "/api/me", null, false).statusCode());
    }

    @Test
    void another_site_changes_nothing_whatever_it_rides_on() throws Exception {
        for (String[] said :
                new String[][] {{"Sec-Fetch-Site", "cross-site"}, {"Origin", "https://elsewhere.example"}}) {
            HttpRequest.Builder request = server().as("ada", "/api/thing")
                    .header("Content-Type", "application/json")
                    .header(said[0], said[1])
                    .POST(BodyPublishers.ofString("{\"name\":\"Forged\"}"));
            assertEquals(403, server().send(request).statusCode(), said[0]);
        }
    }

    @Test
    void who_must_change_the_password_does_that_first() throws Exception {
        String login = "fresh" + UUID.randomUUID().toString().substring(0, 8);
        String first = "given by somebody 5";
        HttpResponse<String> made = server().send(
                        "ada",
                        "POST",
                        "/api/admin/users",
                        "{\"login\":\"" + login + "\",\"name\":\"Fresh\",\"active\":true,\"roles\":[\"worker\"],"
                                + "\"password\":\"" + first + "\"}");
        assertEquals(201, made.statusCode(), made.body());
        assertEquals(
                403,
                server().send(server().plain("/api/me").header("Authorization", TestServer.basic(login, first)))
                        .statusCode());
        Session session = signIn(login, first);
        HttpResponse<String> refused = session.send("GET", "/api/thing", null, false);
        assertEquals(403, refused.statusCode());
        assertTrue(refused.body().contains("password-old"), refused.body());
        String wrong = "{\"present\":\"wrong\",\"next\":\"a new and longer one 3\"}";
        assertEquals(422, session.send("POST", "/api/me/password", wrong, true).statusCode());
        String right = "{\"present\":\"" + first + "\",\"next\":\"a new and longer one 3\"}";
        assertEquals(204, session.send("POST", "/api/me/password", right, true).statusCode());
        assertEquals(200, session.send("GET", "/api/thing", null, false).statusCode());
    }

    @Test
    void an_ended_session_is_unknown() throws Exception {
        Session session = signIn("ben");
        UUID id = house().actor("ben").user();
        assertEquals(
                204,
                server().send("ada", "POST", "/api/admin/users/" + id + "/sign-out", "")
                        .statusCode());
        assertEquals(401, session.send("GET", "/api/me", null, false).statusCode());
    }

    @Test
    void every_status_is_said_in_the_readers_language() throws Exception {
        HttpResponse<String> chinese =
                server().send(server().as("ada", "/api/nothing").header("Accept-Language", "zh-CN,zh;q=0.9"));
        assertEquals(404, chinese.statusCode());
        assertEquals("未找到", json(chinese).get("title").asText());
        assertEquals("zh-CN", chinese.headers().firstValue("Content-Language").orElseThrow());
        assertTrue(json(chinese).get("instance").asText().startsWith("urn:uuid:"));
        assertEquals(
                "Not found",
                json(server().get("ada", "/api/nothing")).get("title").asText());
    }

    @Test
    void paths_and_methods_have_defined_answers() throws Exception {
        assertEquals(404, server().get("ada", "/api/thing/1/2/3/4/5").statusCode());
        assertEquals(404, server().get("ada", "/api/admin/nothing").statusCode());
        HttpResponse<String> not = server().send("ada", "DELETE", "/api/thing", "");
        assertEquals(405, not.statusCode());
        assertEquals(
                "GET, HEAD, OPTIONS, POST", not.headers().firstValue("Allow").orElseThrow());
        HttpResponse<String> options =
                server().send(server().plain("/api/thing").method("OPTIONS", BodyPublishers.noBody()));
        assertEquals(204, options.statusCode());
        assertEquals(
                "GET, HEAD, OPTIONS, POST",
                options.headers().firstValue("Allow").orElseThrow());
        assertFalse(options.headers().firstValue("Access-Control-Allow-Origin").isPresent());
        HttpResponse<String> head =
                server().send(server().as("ada", "/api/thing").method("HEAD", BodyPublishers.noBody()));
        assertEquals(200, head.statusCode());
        assertEquals("", head.body());
        assertTrue(head.headers().firstValueAsLong("Content-Length").orElseThrow() > 10);
        assertEquals(200, server().get("ada", "/api").statusCode());
        assertEquals(200, server().get("ada", "/api/").statusCode());
        assertEquals(200, server().get("ada", "/api/thing/").statusCode());
    }

    @Test
    void media_types_and_sizes_have_defined_answers() throws Exception {
        HttpResponse<String> form = server().send(server().as("ada", "/api/thing")
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("name=A")));
        assertEquals(415, form.statusCode());
        HttpResponse<String> latin = server().send(server().as("ada", "/api/thing")
                .header("Content-Type", "application/json; charset=ISO-8859-1")
                .POST(BodyPublishers.ofString("{\"name\":\"A\"}")));
        assertEquals(415, latin.statusCode());
        assertEquals(
                406,
                server().send(server().as("ada", "/api/thing").header("Accept", "text/html"))
                        .statusCode());
        assertEquals(
                200,
                server().send(server().as("ada", "/api/thing").header("Accept", "text/html, application/*;q=0.5"))
                        .statusCode());
        String large = "{\"name\":\"" + "a".repeat(1 << 20) + "\"}";
        assertEquals(413, server().send("ada", "POST", "/api/thing", large).statusCode());
        HttpResponse<String> chunked = server().send(server().as("ada", "/api/thing")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofInputStream(() ->
                        new java.io.ByteArrayInputStream(large.getBytes(java.nio.charset.StandardCharsets.UTF_8)))));
        assertEquals(413, chunked.statusCode());
        HttpResponse<String> broken = server().send("ada", "POST", "/api/thing", "{\n\"name\" \"A\"}");
        assertEquals(400, broken.statusCode());
        assertTrue(broken.body().contains("line 2, column"), broken.body());
        assertEquals(400, server().send("ada", "POST", "/api/thing", "").statusCode());
    }

    @Test
    void an_unexpected_failure_tells_only_its_number() throws Exception {
        Route boom = Route.of("GET", "/boom", "boom", call -> {
                    throw new IllegalStateException("the river is dry");
                })
                .needs(Route.SIGNED_IN);
        Route away = Route.of("GET", "/away", "away", call -> {
                    throw new IllegalStateException(new SQLTransientConnectionException("jdbc:somewhere"));
                })
                .needs(Route.SIGNED_IN);
        House house = house();
        Router router = new Router(List.of(boom, away));
        Endpoint endpoint = new Endpoint(
                () -> router,
                house.gate,
                house.access,
                house.texts,
                Locale.ENGLISH,
                type -> true,
                house.repetition,
                new Allowance(0, 1));
        try (TestServer broken = new TestServer(endpoint)) {
            HttpResponse<String> failed = broken.get("ada", "/api/boom");
            assertEquals(500, failed.statusCode());
            assertFalse(failed.body().contains("river"), failed.body());
            JsonNode problem = json(failed);
            String number = problem.get("instance").asText().substring("urn:uuid:".length());
            assertTrue(problem.get("detail").asText().contains(number), failed.body());
            HttpResponse<String> later = broken.get("ada", "/api/away");
            assertEquals(503, later.statusCode());
            assertTrue(later.headers().firstValue("Retry-After").isPresent());
            assertFalse(later.body().contains("somewhere"), later.body());
        }
    }

    @Test
    void preferences_are_ones_own() throws Exception {
        String path = "/api/me";
        assertEquals(
                204,
                server().send("cid", "PATCH", path, "{\"language\":\"zh-CN\"}").statusCode());
        assertEquals("zh-CN", json(server().get("cid", path)).get("language").asText());
        assertEquals(
                "未找到", json(server().get("cid", "/api/nothing")).get("title").asText());
        assertEquals(
                204,
                server().send("cid", "PATCH", path, "{\"language\":\"en\"}").statusCode());
        for (String wrong : List.of("{\"language\":\"xx\"}", "{\"zone\":\"Mars\"}", "{\"theme\":\"pink\"}")) {
            assertEquals(422, server().send("cid", "PATCH", path, wrong).statusCode(), wrong);
        }
        assertEquals(
                400, server().send("cid", "PATCH", path, "{\"login\":\"ada\"}").statusCode());
    }

    @Test
    void administration_is_for_administrators() throws Exception {
        for (String path : Set.of("users", "teams", "roles", "permissions", "audit", "bundles", "parked-events")) {
            assertEquals(200, server().get("ada", "/api/admin/" + path).statusCode(), path);
            assertEquals(403, server().get("ben", "/api/admin/" + path).statusCode(), path);
        }
    }

    private record Session(String cookie, String csrf) {
        HttpResponse<String> send(String method, String path, @Nullable String body, boolean token) throws Exception {
            HttpRequest.Builder request = server().plain(path).header("Cookie", cookie);
            if (token) {
                request.header("X-CSRF", csrf);
            }
            if (body != null) {
                request.header("Content-Type", "application/json");
            }
            return server().send(request.method(
                    method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body)));
        }
    }

    private static Session signIn(String login) throws Exception {
        return signIn(login, House.PASSWORD);
    }

    private static Session signIn(String login, String password) throws Exception {
        HttpResponse<String> in = server().send(server().plain("/api/session")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"login\":\"" + login + "\",\"password\":\"" + password + "\"}")));
        assertEquals(201, in.statusCode(), in.body());
        String cookie = in.headers().firstValue("Set-Cookie").orElseThrow();
        assertTrue(cookie.contains("HttpOnly") && cookie.contains("SameSite=Lax"), cookie);
        return new Session(
                cookie.substring(0, cookie.indexOf(';')), json(in).get("csrf").asText());
    }
}
