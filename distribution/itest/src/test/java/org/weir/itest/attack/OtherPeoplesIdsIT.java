package org.weir.itest.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
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

/**
 * What one may not see does not exist: every operation with an id, out of the OpenAPI, and every page with one, as far as
 * links lead to it, is asked for with the ids of others by somebody of another region, by somebody without any role and by
 * nobody. None gets data, none changes anything, and the answer is the one for an id that was never given.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class OtherPeoplesIdsIT {
    private static final Set<Integer> REFUSED = Set.of(401, 403, 404);
    private static final String STRANGER = "no-role";
    private static final String NOT_GIVEN = "01a202ee-0000-7000-8000-00000000beef";

    private Weir weir;
    private Wire wire;
    private ApiDescription api;
    private Api admin;
    private Visitor lindiwe;
    private final Map<String, Set<String>> seenByChina = new HashMap<>();
    private final Map<String, List<String>> foreign = new TreeMap<>();
    private final Map<String, String> others = new HashMap<>();
    private final Map<String, String> faults = new TreeMap<>();

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        weir = new Weir(folder)
                .configured("org.weir.rest.cfg", "requests.per.minute=0\n")
                .started("--region", "eu", "--demo");
        Eventually.until("demo data", () -> weir.log().contains("Demo data made: aftersales"));
        wire = new Wire(weir.port());
        admin = new Api(weir, "demo-admin");
        api = new ApiDescription(admin.read("/api/openapi.json"));
        noRole();
        Api china = new Api(weir, "wangfang");
        for (String type : Targets.types(api)) {
            seenByChina.put(type, new HashSet<>(versions(china, type).keySet()));
            List<String> hidden = new ArrayList<>(versions(admin, type).keySet());
            hidden.removeAll(seenByChina.get(type));
            if (!hidden.isEmpty()) {
                foreign.put(type, List.of(hidden.get(0), hidden.get(hidden.size() - 1)));
            }
        }
        assertTrue(foreign.size() > 25, () -> "hidden from China: " + foreign.keySet());
        prepare();
    }

    @AfterAll
    void stop() throws IOException {
        wire.close();
        lindiwe.close();
        weir.close();
    }

    /** Somebody who may sign in, and no more. */
    private void noRole() throws Exception {
        String first = "first-" + Wire.PASSWORD;
        admin.create("admin/users", Map.of("login", STRANGER, "name", "No Role", "active", true, "password", first));
        try (Visitor stranger = Visitor.signedIn(weir.port(), STRANGER, first)) {
            String change = "{\"present\":\"" + first + "\",\"next\":\"" + Wire.PASSWORD + "\"}";
            Answer changed = stranger.call(
                    "POST",
                    "/api/me/password",
                    Hostile.bytes(change),
                    Wire.header("X-CSRF", stranger.csrf()),
                    Wire.header("Content-Type", "application/json"));
            assertEquals(204, changed.status(), changed::toString);
        }
    }

    /** What else has an id: of Africa's account manager, or of the administrator. */
    private void prepare() throws Exception {
        Api africa = new Api(weir, "lindiwe");
        String account = africa.read("/api/account?limit=1")
                .path("items")
                .path(0)
                .path("id")
                .asText();
        foreign.put(
                "account",
                List.of(account, Objects.requireNonNull(foreign.get("account")).get(0)));
        JsonNode file = africa.sent(
                "/api/account/" + account + "/files?fileName=secret.txt", "secret".getBytes(StandardCharsets.UTF_8));
        others.put("/files/", file.path("id").asText());
        JsonNode imported = africa.sent(
                "/api/account/imports?fileName=a.csv", "name\nZambia Secret\n".getBytes(StandardCharsets.UTF_8));
        others.put("/imports/", imported.path("id").asText());
        JsonNode export = ApiDescription.JSON.readTree(
                africa.post("/api/account/exports", "{\"format\":\"csv\"}").body());
        String job = export.path("id").asText();
        others.put("/jobs/", job);
        others.put("/exports/", job);
        JsonNode comment = ApiDescription.JSON.readTree(
                africa.post("/api/account/" + account + "/comments", "{\"text\":\"secret\"}")
                        .body());
        others.put("/account/{id}/comments/", comment.path("id").asText());
        others.put("/cockpit/", account);
        others.put("/configurations/", first("configuration"));
        others.put("/quotes/", first("quote"));
        others.put("/tickets/", first("ticket"));
        others.put(
                "/product-models/",
                foreign.getOrDefault("product-model", List.of(NOT_GIVEN)).get(0));
        lindiwe = Visitor.signedIn(weir.port(), "lindiwe");
        JsonNode sessions =
                ApiDescription.JSON.readTree(lindiwe.get("/api/me/sessions").body());
        others.put("/me/sessions/", sessions.findValuesAsText("id").get(0));
        JsonNode users = admin.read("/api/admin/users?limit=1");
        others.put("/admin/users/", users.findValuesAsText("id").get(0));
        others.put("/admin/services/", users.findValuesAsText("id").get(0));
    }

    private String first(String type) {
        return Objects.requireNonNull(foreign.get(type)).get(0);
    }

    @Test
    void no_operation_tells_or_changes_what_is_hidden() throws Exception {
        Map<String, Map<String, Long>> before = versions();
        int asked = 0;
        for (Operation operation : api.operations()) {
            for (String id : ids(operation)) {
                for (String who : List.of("wangfang", STRANGER, "")) {
                    asked++;
                    compare(operation, id, who);
                }
            }
        }
        assertTrue(asked > 2_000, "asked " + asked);
        tell();
        assertEquals(before, versions());
        JsonNode secret = new Api(weir, "lindiwe").read("/api/account/" + first("account") + "/comments");
        assertTrue(secret.toString().contains("secret"), secret::toString);
        assertEquals(
                200,
                lindiwe.get("/api/files/" + others.get("/files/") + "/content").status(),
                "session and file are left");
    }

    /** Which ids of others the operation can be called with. */
    private List<String> ids(Operation operation) {
        List<JsonNode> variables = operation.parameters("path");
        boolean own = operation.path().matches("/[a-z/-]+/\\{(id|account)}.*");
        if (variables.isEmpty() || !own) {
            return List.of();
        }
        String prefix = operation.path().substring(0, operation.path().indexOf('{'));
        String type = operation.path().split("/")[1];
        if (foreign.containsKey(type)) {
            return foreign.get(type);
        }
        return others.containsKey(prefix) ? List.of(others.get(prefix)) : List.of();
    }

    private void compare(Operation operation, String id, String who) throws IOException {
        boolean everybodys = who.equals("wangfang")
                && operation.path().startsWith("/product-models/")
                && foreign.get("product-model") == null;
        if (everybodys) {
            return;
        }
        Answer hidden = ask(operation, id, who);
        Answer nothing = ask(operation, NOT_GIVEN, who);
        String what = operation + " by " + (who.isEmpty() ? "nobody" : who);
        boolean empty = hidden.body().length == 0 || hidden.text().equals("{}");
        if (!REFUSED.contains(hidden.status()) && !empty) {
            faults.putIfAbsent(kind(operation, who), what + ": " + hidden);
        } else if (hidden.status() != nothing.status() || !plain(hidden, id).equals(plain(nothing, NOT_GIVEN))) {
            faults.putIfAbsent(
                    kind(operation, who), what + " differs:\n" + plain(hidden, id) + "\n" + plain(nothing, NOT_GIVEN));
        }
        if (who.isEmpty() && hidden.status() != 401 && !operation.path().startsWith("/session")) {
            faults.putIfAbsent(kind(operation, who), what + ": " + hidden.status() + " where sign-in is missing");
        }
    }

    private static String kind(Operation operation, String who) {
        return operation.method() + operation.path().replaceFirst("^/[a-z-]+", "") + who;
    }

    private Answer ask(Operation operation, String id, String who) throws IOException {
        String path = operation.path().replaceFirst("\\{(id|account)}", id);
        String inner = others.getOrDefault(operation.path().replaceAll("\\{[a-z]+}$", ""), NOT_GIVEN);
        path = path.replaceAll("\\{[A-Za-z]+}", inner);
        List<Header> headers = new ArrayList<>();
        if (!who.isEmpty()) {
            headers.add(Wire.basic(who));
        }
        if (operation.parameters("header").toString().contains("If-Match")) {
            headers.add(Wire.header("If-Match", "*"));
        }
        byte[] body = null;
        for (Map.Entry<String, JsonNode> it :
                operation.json().path("requestBody").path("content").properties()) {
            if (!it.getKey().startsWith("multipart/") && body == null) {
                boolean json = it.getKey().endsWith("json");
                headers.add(Wire.header("Content-Type", json ? it.getKey() : "text/plain"));
                JsonNode example = it.getValue().path("example");
                Targets none = new Targets().of("account", List.of(first("account")));
                body = !json
                        ? Hostile.bytes("text")
                        : example.isMissingNode()
                                ? new Hostile(1, api, none).proper(it.getValue().path("schema"))
                                : Hostile.bytes(example.toString());
            }
        }
        return wire.call(operation.method(), "/api" + path, headers, body);
    }

    /** The answer without what is another each time. */
    private static String plain(Answer answer, String id) {
        StringBuilder names = new StringBuilder();
        answer.headers().stream()
                .map(Header::name)
                .filter(it -> !it.equals("Date"))
                .forEach(it -> names.append(it).append(' '));
        return answer.status() + " " + names
                + answer.text().replace(id, "ID").replaceAll("urn:uuid:[0-9a-f-]{36}", "urn:uuid:…");
    }

    @Test
    void ids_of_others_in_bodies_and_filters_are_as_good_as_invented_ones() throws Exception {
        Map<String, Map<String, Long>> before = versions();
        Api china = new Api(weir, "wangfang");
        String own =
                Objects.requireNonNull(seenByChina.get("account")).iterator().next();
        for (String id : List.of(first("account"), NOT_GIVEN)) {
            String bulk = "{\"items\":[{\"operation\":\"update\",\"id\":\"" + id + "\",\"values\":{\"name\":\"Mine\"}},"
                    + "{\"operation\":\"delete\",\"id\":\"" + id + "\"}]}";
            JsonNode results = ApiDescription.JSON
                    .readTree(china.post("/api/account/bulk", bulk).body())
                    .path("results");
            assertEquals(List.of("404", "404"), results.findValuesAsText("status"));
            assertEquals(404, china.post("/api/account/bulk?atomic=true", bulk).statusCode());
            String parent = "{\"name\":\"Child\",\"kind\":\"subsidiary\",\"country\":\"CN\",\"parent\":\"" + id + "\"}";
            var created = china.post("/api/account", parent);
            assertEquals(422, created.statusCode(), created::body);
            assertFalse(created.body().contains("Zambia"), created::body);
            String filter = "/api/account?count=true&filter=";
            assertEquals(0, china.read(filter + "id==" + id).path("items").size());
            assertEquals(0, china.read(filter + "parent==" + id).path("items").size());
        }
        List<String> told = new ArrayList<>();
        for (String id : List.of(first("account"), NOT_GIVEN)) {
            var answer = china.post(
                    "/api/person", "{\"name\":\"X Y\",\"account\":\"" + id + "\",\"keyAccount\":\"" + id + "\"}");
            told.add(answer.statusCode()
                    + answer.body().replaceAll("urn:uuid:[0-9a-f-]{36}", "").replace(id, ""));
        }
        assertEquals(told.get(0), told.get(1));
        assertEquals(200, china.get("/api/account/" + own).statusCode());
        assertEquals(before, versions());
    }

    @Test
    void no_page_tells_or_changes_what_is_hidden() throws Exception {
        Map<String, Map<String, Long>> before = versions();
        Set<String> reads = new HashSet<>();
        Set<String> writes = new HashSet<>();
        try (Visitor seer = Visitor.signedIn(weir.port(), "demo-admin")) {
            for (Map.Entry<String, List<String>> it : foreign.entrySet()) {
                String id = it.getValue().get(0);
                Pages pages = Pages.seenBy(seer, 1, 1, "/r/" + it.getKey() + "/" + id);
                gather(pages.read, id, reads);
                gather(pages.written, id, writes);
                for (String tail :
                        List.of("", "/edit", "/panel", "/cell/name", "/history", "/timeline", "?tab=files")) {
                    reads.add("/r/" + it.getKey() + "/" + id + tail);
                }
                writes.add("/r/" + it.getKey() + "/" + id + "/edit");
                writes.add("/r/" + it.getKey() + "/" + id + "/cell/name");
            }
        }
        writes.add("/files/" + others.get("/files/") + "/remove/account");
        reads.add("/api/files/" + others.get("/files/") + "/content");
        reads.add("/api/files/" + others.get("/files/") + "/preview");
        reads.add("/jobs/" + others.get("/jobs/"));
        reads.add("/exports/" + others.get("/exports/"));
        reads.add("/imports/" + others.get("/imports/"));
        assertTrue(reads.size() > 200, "pages " + reads.size());
        assertTrue(writes.size() > 80, "forms " + writes.size());
        for (String who : List.of("wangfang", STRANGER)) {
            try (Visitor visitor = Visitor.signedIn(weir.port(), who)) {
                for (String page : reads) {
                    comparePage(who, page, visitor.get(page), visitor.get(invented(page)));
                }
                for (String page : writes) {
                    Map<String, String> form = Map.of("name", "Mine", "text", "Mine", "version", "1");
                    comparePage(who, "POST " + page, visitor.post(page, form), visitor.post(invented(page), form));
                }
            }
        }
        for (String page : reads) {
            Answer answer = wire.call("GET", page, List.of(), null);
            if (answer.status() != 303 && answer.status() != 401) {
                faults.put(page + " nobody", page + " by nobody: " + answer);
            }
        }
        tell();
        assertEquals(before, versions());
    }

    private static void gather(Map<String, Set<String>> found, String id, Set<String> into) {
        found.values().forEach(all -> all.stream().filter(it -> it.contains(id)).forEach(into::add));
    }

    private static String invented(String page) {
        return Pages.id().matcher(page).replaceFirst(NOT_GIVEN);
    }

    private void comparePage(String who, String page, Answer hidden, Answer nothing) {
        String kind = Pages.kind(page).replaceFirst("/r/[a-z-]+", "/r/TYPE") + " " + who;
        boolean list = page.contains("?filter=");
        if (!REFUSED.contains(hidden.status()) && !list) {
            faults.putIfAbsent(kind, page + " by " + who + ": " + hidden);
        } else if (hidden.status() != nothing.status() || !words(hidden).equals(words(nothing))) {
            faults.putIfAbsent(kind, page + " by " + who + " differs: " + difference(words(hidden), words(nothing)));
        }
    }

    private static String difference(String one, String other) {
        int at = 0;
        while (at < Math.min(one.length(), other.length()) && one.charAt(at) == other.charAt(at)) {
            at++;
        }
        int from = Math.max(0, at - 60);
        return one.substring(from, Math.min(one.length(), at + 60)) + " | "
                + other.substring(from, Math.min(other.length(), at + 60));
    }

    private static String words(Answer answer) {
        return Pages.id()
                .matcher(answer.text())
                .replaceAll("ID")
                .replaceAll("<[^>]*>", " ")
                .replaceAll("[0-9A-F]{8}", "…");
    }

    private void tell() {
        assertTrue(faults.isEmpty(), () -> faults.size() + " faults:\n" + String.join("\n", faults.values()));
    }

    private Map<String, Map<String, Long>> versions() throws Exception {
        Map<String, Map<String, Long>> all = new TreeMap<>();
        for (String type : foreign.keySet()) {
            Map<String, Long> stored = versions(admin, type);
            stored.keySet().retainAll(foreign.get(type));
            all.put(type, stored);
        }
        return all;
    }

    /** Version by id, of the first 500. */
    private static Map<String, Long> versions(Api person, String type) throws Exception {
        Map<String, Long> versions = new TreeMap<>();
        var answer = person.get("/api/" + type + "?limit=500&fields=id");
        if (answer.statusCode() == 200) {
            for (JsonNode it : ApiDescription.JSON.readTree(answer.body()).path("items")) {
                versions.put(it.path("id").asText(), it.path("version").asLong());
            }
        }
        return versions;
    }
}
