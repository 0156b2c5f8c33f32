package org.weir.itest.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;
import org.weir.itest.Api;
import org.weir.itest.Eventually;
import org.weir.itest.Weir;
import org.weir.itest.attack.ApiDescription.Operation;
import org.weir.itest.attack.Wire.Answer;
import org.weir.itest.attack.Wire.Header;

/** Another site in the same browser, a foreseen session, a way out to elsewhere. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ForgedRequestsIT {
    private static final Header FORM = Wire.header("Content-Type", "application/x-www-form-urlencoded");
    private static final List<String> ELSEWHERE = List.of(
            "https://evil.example/",
            "//evil.example/",
            "/\\evil.example/",
            "\\\\evil.example",
            "/\t/evil.example/",
            "/\n/evil.example",
            "///evil.example",
            "/%2f/evil.example",
            "/%5cevil.example",
            "javascript:alert(1)",
            " https://evil.example/",
            "/.//evil.example",
            "/..//evil.example",
            "/x\r\nX-Injected: 1",
            "http:evil.example",
            "@evil.example");

    private Weir weir;
    private Wire wire;

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        weir = new Weir(folder)
                .configured("org.weir.rest.cfg", "requests.per.minute=0\n")
                .started("--region", "eu", "--demo");
        Eventually.until("demo data", () -> weir.log().contains("Demo data made: aftersales"));
        wire = new Wire(weir.port());
    }

    @AfterAll
    void stop() throws IOException {
        wire.close();
        weir.close();
    }

    @Test
    void no_form_is_taken_without_the_token_of_its_own_session() throws Exception {
        try (Visitor admin = Visitor.signedIn(weir.port(), "demo-admin");
                Visitor other = Visitor.signedIn(weir.port(), "lindiwe")) {
            Set<String> forms = forms(admin);
            assertTrue(forms.size() > 80, () -> "forms found: " + forms);
            Map<String, String> faults = new TreeMap<>();
            for (String form : forms) {
                refused(faults, form + " without", admin.plain(form, Map.of("name", "x")));
                refused(faults, form + " empty", admin.plain(form, Map.of("name", "x", "_csrf", "")));
                refused(faults, form + " of another", admin.plain(form, Map.of("_csrf", other.csrf())));
                if (form.equals("/sign-out")) {
                    continue;
                }
                refused(
                        faults,
                        form + " of another, in the head",
                        admin.plain(form, Map.of("_csrf", admin.csrf()), Wire.header("X-CSRF", other.csrf())));
                refused(
                        faults,
                        form + " as text",
                        admin.call(
                                "POST",
                                form,
                                Hostile.bytes("_csrf=" + admin.csrf() + "x"),
                                Wire.header("Content-Type", "text/plain")));
            }
            assertTrue(faults.isEmpty(), () -> faults.size() + " faults:\n" + String.join("\n", faults.values()));
            assertEquals(200, admin.get("/api/me").status());
        }
    }

    /** Every address that a page of the administrator's sends a form to, one of a kind. */
    private Set<String> forms(Visitor admin) throws Exception {
        Api api = new Api(weir, "demo-admin");
        ApiDescription description = new ApiDescription(api.read("/api/openapi.json"));
        List<String> starts = new ArrayList<>(List.of(
                "/",
                "/account",
                "/password",
                "/admin",
                "/jobs",
                "/mail",
                "/letters",
                "/backups",
                "/schedules",
                "/second-factor",
                "/tokens"));
        for (String type : Targets.types(description)) {
            starts.add("/r/" + type + "/new");
            api.read("/api/" + type + "?limit=1").path("items").forEach(it -> {
                starts.add("/r/" + type + "/" + it.path("id").asText());
            });
        }
        Pages pages = Pages.seenBy(admin, 1, 250, starts.toArray(String[]::new));
        Set<String> forms = new TreeSet<>();
        pages.written.values().forEach(it -> forms.add(it.iterator().next()));
        forms.removeIf(
                it -> it.startsWith("/preferences/language") || it.equals("/sign-in") || it.startsWith("/sign-in?"));
        forms.addAll(List.of("/sign-out", "/password", "/preferences/theme", "/r/account/new", "/admin/bundles/new"));
        return forms;
    }

    private static void refused(Map<String, String> faults, String what, Answer answer) {
        if (answer.status() != 403) {
            String kind = Pages.kind(what).replaceFirst("/r/[a-z-]+", "/r/TYPE");
            faults.putIfAbsent(kind, what + ": " + answer);
        }
    }

    @Test
    void no_operation_changes_anything_on_a_cookie_without_the_token() throws Exception {
        Api api = new Api(weir, "demo-admin");
        ApiDescription description = new ApiDescription(api.read("/api/openapi.json"));
        Set<String> wrong = new TreeSet<>();
        try (Visitor admin = Visitor.signedIn(weir.port(), "demo-admin");
                Visitor other = Visitor.signedIn(weir.port(), "lindiwe")) {
            for (Operation it : description.operations()) {
                if (!it.reads() && !it.path().startsWith("/session")) {
                    String path =
                            "/api" + it.path().replaceAll("\\{[A-Za-z]+}", "01a202ee-0000-7000-8000-00000000beef");
                    Header json = Wire.header("Content-Type", "application/json");
                    for (Answer answer : List.of(
                            admin.call(it.method(), path, Hostile.bytes("{}"), json),
                            admin.call(
                                    it.method(), path, Hostile.bytes("{}"), json, Wire.header("X-CSRF", other.csrf())),
                            admin.call(
                                    it.method(),
                                    path,
                                    Hostile.bytes("{}"),
                                    json,
                                    Wire.header("X-CSRF", admin.csrf()),
                                    Wire.header("Sec-Fetch-Site", "cross-site")))) {
                        if (answer.status() != 403) {
                            wrong.add(it + " " + answer.status());
                        }
                    }
                }
            }
            Answer basic = wire.call(
                    "POST",
                    "/api/account",
                    List.of(
                            Wire.basic("demo-admin"),
                            Wire.header("Sec-Fetch-Site", "same-site"),
                            Wire.header("Content-Type", "application/json")),
                    Hostile.bytes("{\"name\":\"x\"}"));
            assertEquals(403, basic.status());
            Answer signIn = wire.call(
                    "POST",
                    "/api/session",
                    List.of(
                            Wire.header("Sec-Fetch-Site", "cross-site"),
                            Wire.header("Content-Type", "application/json")),
                    Hostile.bytes("{\"login\":\"lindiwe\",\"password\":\"" + Wire.PASSWORD + "\"}"));
            assertEquals(403, signIn.status(), signIn::toString);
            assertEquals("", Visitor.cookie(signIn));
            Answer origin = wire.call(
                    "POST",
                    "/api/session",
                    List.of(
                            Wire.header("Origin", "https://evil.example"),
                            Wire.header("Content-Type", "application/json")),
                    Hostile.bytes("{\"login\":\"lindiwe\",\"password\":\"" + Wire.PASSWORD + "\"}"));
            assertEquals(403, origin.status(), origin::toString);
        }
        assertEquals(Set.of(), wrong);
    }

    @Test
    void another_site_signs_nobody_in_or_out() throws Exception {
        byte[] form = Visitor.encoded(Map.of("login", "lindiwe", "password", Wire.PASSWORD));
        for (Header foreign : List.of(
                Wire.header("Origin", "https://evil.example"),
                Wire.header("Origin", "null"),
                Wire.header("Origin", "http://127.0.0.1:1"),
                Wire.header("Origin", "http://127.0.0.1:" + weir.port() + ".evil.example"),
                Wire.header("Sec-Fetch-Site", "cross-site"),
                Wire.header("Sec-Fetch-Site", "same-site"))) {
            Answer answer = wire.call("POST", "/sign-in", List.of(FORM, foreign), form);
            assertEquals(403, answer.status(), () -> foreign + ": " + answer);
            assertEquals("", Visitor.cookie(answer));
        }
        try (Visitor lindiwe = Visitor.signedIn(weir.port(), "lindiwe")) {
            assertEquals(403, lindiwe.plain("/sign-out", Map.of()).status());
            assertEquals(200, lindiwe.get("/").status());
        }
    }

    @Test
    void a_session_is_new_at_sign_in_and_over_at_sign_out() throws Exception {
        byte[] form = Visitor.encoded(Map.of("login", "lindiwe", "password", Wire.PASSWORD));
        Header planted = Wire.header("Cookie", "weir=planted-by-another-0123456789abcdef; weir=x");
        Answer in = wire.call("POST", "/sign-in", List.of(FORM, planted), form);
        String cookie = Visitor.cookie(in);
        assertTrue(cookie.length() >= 43, cookie);
        assertFalse(cookie.contains("planted"));
        String set = in.all("Set-Cookie").get(0);
        assertTrue(set.contains("HttpOnly") && set.contains("SameSite=") && set.contains("Path=/"), set);
        assertFalse(set.contains("Domain="), set);
        assertEquals(303, wire.call("GET", "/", List.of(planted), null).status());

        try (Visitor lindiwe = Visitor.signedIn(weir.port(), "lindiwe")) {
            Answer again = lindiwe.plain("/sign-in", Map.of("login", "sven", "password", Wire.PASSWORD));
            assertNotEquals(lindiwe.cookie(), Visitor.cookie(again));
            assertEquals(303, lindiwe.get("/").status(), "the session before is over");
        }
        try (Visitor sven = Visitor.signedIn(weir.port(), "sven")) {
            assertEquals(200, sven.get("/").status());
            Answer out = sven.post("/sign-out", Map.of());
            assertEquals(303, out.status(), out::toString);
            assertEquals(303, sven.get("/").status());
            assertEquals(401, sven.get("/api/me").status());
        }
    }

    @Test
    void nothing_leads_elsewhere() throws Exception {
        try (Visitor lindiwe = Visitor.signedIn(weir.port(), "lindiwe")) {
            Map<String, String> faults = new TreeMap<>();
            for (String to : ELSEWHERE) {
                Map<String, String> signIn =
                        new LinkedHashMap<>(Map.of("login", "sven", "password", Wire.PASSWORD, "back", to));
                stays(faults, "sign-in " + to, wire.call("POST", "/sign-in", List.of(FORM), Visitor.encoded(signIn)));
                stays(faults, "sign-in page " + to, wire.call("GET", "/sign-in?" + query("back", to), List.of(), null));
                stays(faults, "signed in already " + to, lindiwe.get("/sign-in?" + query("back", to)));
                Map<String, String> language = Map.of("language", "en", "back", to);
                stays(
                        faults,
                        "language " + to,
                        wire.call("POST", "/preferences/language", List.of(FORM), Visitor.encoded(language)));
                stays(faults, "theme " + to, lindiwe.post("/preferences/theme", Map.of("theme", "dark", "back", to)));
                stays(
                        faults,
                        "kept " + to,
                        wire.call(
                                "POST",
                                "/sign-in",
                                List.of(FORM),
                                Visitor.encoded(Map.of(
                                        "login",
                                        "sven",
                                        "password",
                                        Wire.PASSWORD,
                                        "_kept_to",
                                        to,
                                        "kept.name",
                                        "x"))));
                stays(
                        faults,
                        "new " + to,
                        lindiwe.post(
                                "/r/account/new",
                                Map.of(
                                        "name",
                                        "Elsewhere " + ELSEWHERE.indexOf(to),
                                        "kind",
                                        "company",
                                        "country",
                                        "ZM",
                                        "_back",
                                        to)));
                stays(
                        faults,
                        "job " + to,
                        lindiwe.get("/jobs/01a202ee-0000-7000-8000-00000000beef?" + query("back", to)));
            }
            assertTrue(faults.isEmpty(), () -> faults.size() + " faults:\n" + String.join("\n", faults.values()));
        }
    }

    private static String query(String name, String value) {
        return new String(Visitor.encoded(Map.of(name, value)), java.nio.charset.StandardCharsets.US_ASCII);
    }

    private static void stays(Map<String, String> faults, String what, Answer answer) {
        String to = answer.header("Location");
        boolean ours = to.isEmpty() || to.startsWith("/") && !to.startsWith("//") && !to.startsWith("/\\");
        boolean links = answer.text()
                .matches("(?s).*(href|action|content)=\"(\\s*https?:|//|/\\\\|javascript:)[^\"]*(evil|alert).*");
        if (!ours || links || !answer.header("X-Injected").isEmpty() || answer.status() >= 500) {
            faults.put(what, what + ": " + answer);
        }
    }

    @Test
    void the_host_of_the_request_is_taken_for_nothing() throws Exception {
        for (Header header : List.of(
                Wire.header("Host", "evil.example"),
                Wire.header("X-Forwarded-Host", "evil.example"),
                Wire.header("Forwarded", "host=evil.example;proto=https"),
                Wire.header("X-Original-URL", "/admin/users"),
                Wire.header("X-Rewrite-URL", "/admin/users"))) {
            for (String path : List.of(
                    "/", "/sign-in", "/r/account", "/api", "/api/openapi.json", "/assets/x/y.css", "/admin/users")) {
                Answer answer = wire.call("GET", path, List.of(header), null);
                assertFalse(answer.text().contains("evil.example"), () -> header + " " + path + ": " + answer);
                assertFalse(
                        answer.header("Location").contains("evil.example"), () -> header + " " + path + ": " + answer);
                assertFalse(answer.text().contains("demo-admin@"), () -> header + " " + path);
            }
        }
    }

    @Test
    void no_other_site_reads_or_frames_anything_and_nothing_is_taken_for_another_type() throws Exception {
        try (Visitor admin = Visitor.signedIn(weir.port(), "demo-admin")) {
            Header origin = Wire.header("Origin", "https://evil.example");
            Pages pages = Pages.seenBy(admin, 1, 60, "/", "/admin", "/r/account", "/search", "/account");
            Set<String> all = new TreeSet<>(List.of(
                    "/api", "/api/me", "/api/account", "/api/openapi.json", "/api/docs", "/nothing", "/sign-in"));
            pages.read.values().forEach(it -> all.add(it.iterator().next()));
            for (String path : all) {
                Answer answer = admin.get(path, origin);
                String policy = answer.header("Content-Security-Policy");
                assertEquals("", answer.header("Access-Control-Allow-Origin"), path);
                assertEquals("nosniff", answer.header("X-Content-Type-Options"), () -> path + ": " + answer);
                if (!path.startsWith("/assets/") && !path.startsWith("/texts/")) {
                    assertTrue(policy.contains("frame-ancestors 'none'"), () -> path + ": " + answer);
                    assertFalse(policy.contains("unsafe-inline") || policy.contains("unsafe-eval"), path);
                    assertEquals("no-store", answer.header("Cache-Control"), () -> path + ": " + answer);
                }
                String type = answer.header("Content-Type");
                assertTrue(
                        !type.startsWith("text/") || type.contains("charset=utf-8") || type.contains("charset=UTF-8"),
                        () -> path + ": " + answer);
            }
            Answer asked = admin.call(
                    "OPTIONS",
                    "/api/account",
                    new byte[0],
                    origin,
                    Wire.header("Access-Control-Request-Method", "POST"));
            assertEquals("", asked.header("Access-Control-Allow-Origin"));
            assertEquals("", asked.header("Access-Control-Allow-Methods"));
        }
    }
}
