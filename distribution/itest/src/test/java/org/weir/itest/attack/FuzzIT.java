package org.weir.itest.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
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
 * Every operation of the OpenAPI is sent what nobody meant. Whatever comes, the answer is one that the document declares,
 * refusals are problems with a type, and the suite is well afterwards. {@code -Dweir.fuzz.seed} and {@code
 * -Dweir.fuzz.calls} (an operation) choose other requests and more of them.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class FuzzIT {
    private static final long SEED = Long.getLong("weir.fuzz.seed", 20261122);
    private static final int CALLS = Integer.getInteger("weir.fuzz.calls", 8);
    private static final int MOST_FAULTS = 60;

    private Weir weir;
    private Wire wire;
    private ApiDescription api;
    private Targets targets;
    private final Map<String, String> faults = new TreeMap<>();
    private String before = "";

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        weir = new Weir(folder)
                .configured("org.weir.rest.cfg", "requests.per.minute=0\n")
                .started("--region", "eu", "--demo");
        Eventually.until("demo data", () -> weir.log().contains("Demo data made: aftersales"));
        wire = new Wire(weir.port());
        Api admin = new Api(weir, "demo-admin");
        api = new ApiDescription(admin.read("/api/openapi.json"));
        targets = Targets.seenBy(admin, api, 5)
                .with("/admin/users/", "00000000-0000-0000-0000-00000000beef")
                .with("/admin/settings/", "org.weir.nothing")
                .with("/admin/roles/", "fuzz")
                .with("/schedules/", "nothing")
                .with("/lookup/", "account", "user", "team", "nothing")
                .with("/chain/", "account", "need", "contract", "user")
                .with("/jobs/", admin.read("/api/jobs").path("items"))
                .with("/cockpit/", admin.read("/api/account?limit=3").path("items"));
    }

    @AfterAll
    void stop() throws IOException {
        wire.close();
        weir.close();
    }

    @Test
    void every_operation_answers_what_nobody_meant_as_declared_and_the_suite_is_well_afterwards() throws Exception {
        System.err.println("Fuzzing with -Dweir.fuzz.seed=" + SEED + " -Dweir.fuzz.calls=" + CALLS);
        int sent = 0;
        for (Operation operation : api.operations()) {
            Hostile hostile = new Hostile(SEED ^ operation.toString().hashCode(), api, targets);
            for (int i = 0; i < CALLS && !operation.path().equals("/session"); i++) {
                attack(operation, hostile, i);
                sent++;
            }
        }
        wire.close();
        System.err.println("Sent " + sent + " requests");
        assertTrue(faults.isEmpty(), () -> faults.size() + " faults:\n" + String.join("\n", faults.values()));
        assertEquals(200, wire.call("GET", "/health/ready", List.of(), null).status());
        JsonNode me = new Api(weir, "demo-admin").read("/api/me");
        assertEquals("demo-admin", me.path("login").asText());
        assertFalse(weir.log().contains("OutOfMemoryError"));
    }

    @Test
    void what_is_read_without_malice_looks_as_declared() throws Exception {
        for (Operation operation : api.operations()) {
            if (operation.reads()) {
                String path = operation.path();
                for (JsonNode it : operation.parameters("path")) {
                    String name = it.path("name").asText();
                    path = path.replace(
                            "{" + name + "}", targets.value(operation.path(), name, new java.util.Random(1)));
                }
                Answer answer = wire.call(
                        "GET", "/api" + (path.equals("/") ? "" : path), List.of(Wire.basic("demo-admin")), null);
                look(operation, "GET " + path, answer);
            }
        }
        assertTrue(faults.isEmpty(), () -> faults.size() + " faults:\n" + String.join("\n", faults.values()));
    }

    private void attack(Operation operation, Hostile hostile, int turn) throws IOException {
        String target = hostile.path(operation) + hostile.query(operation);
        List<Header> headers = new ArrayList<>(List.of(Wire.basic("demo-admin")));
        byte[] body = null;
        JsonNode contents = operation.json().path("requestBody").path("content");
        String media = media(contents);
        if (media != null) {
            headers.add(Wire.header("Content-Type", hostile.in(15) ? "text/x-nothing; charset=utf-16" : media));
            body = hostile.body(contents.path(media).path("schema"));
        } else if (hostile.in(8)) {
            body = hostile.body(ApiDescription.JSON.createObjectNode());
        }
        for (JsonNode it : operation.parameters("header")) {
            headers.add(header(it.path("name").asText(), turn, hostile));
        }
        if (hostile.in(8)) {
            headers.add(hostile.one(ODD));
        }
        String method = hostile.in(40)
                ? hostile.one(List.of("TRACE", "PROPFIND", "get", "HEAD", "OPTIONS", "CONNECT"))
                : operation.method();
        Answer answer;
        try {
            answer = wire.call(method, target, headers, body);
        } catch (IOException broken) {
            fault(operation, method + " " + target + " " + headers, "no answer: " + broken + ", before: " + before);
            return;
        }
        before = method + " " + target + " " + headers;
        if (HttpLayer.refuses(target, headers)) {
            HttpLayer.look(answer).forEach(it -> fault(operation, method + " " + target, it));
            return;
        }
        if (method.equals(operation.method())) {
            look(operation, method + " " + target, answer);
        } else if (answer.status() >= 500) {
            fault(operation, method + " " + target, answer.toString());
        }
    }

    private static final List<Header> ODD = List.of(
            Wire.header("Accept", "image/webp"),
            Wire.header("Accept", "*/*;q=0, ;;;,"),
            Wire.header("Accept-Language", "-,;q=x,zh-Hant-TW-x-nothing;q=2"),
            Wire.header("Accept-Encoding", "x;q=,,gzip;q=9"),
            Wire.header("Cookie", "weir=\u00ff; weir=; =;;; $Version=1"),
            Wire.header("Cookie", "weir=" + "x".repeat(4_000)),
            Wire.header("Range", "bytes=9-1,,-"),
            Wire.header("If-Modified-Since", "yesterday"),
            Wire.header("Expect", "200-maybe"),
            Wire.header("X-Forwarded-For", "\u00e4, ::, 999.1.1.1"),
            Wire.header("X-Request-Id", "\u00ff\u00fe' ${jndi:x} " + "y".repeat(3_000)),
            Wire.header("X-HTTP-Method-Override", "DELETE"));

    private static @Nullable String media(JsonNode contents) {
        String first = null;
        for (Map.Entry<String, JsonNode> it : contents.properties()) {
            if (first == null && !it.getKey().startsWith("multipart/")) {
                first = it.getKey().equals("*/*") ? "application/octet-stream" : it.getKey();
            }
        }
        return first;
    }

    private static Header header(String name, int turn, Hostile hostile) {
        List<String> values =
                switch (name) {
                    case "If-Match" ->
                        List.of(
                                "*",
                                "*",
                                "\"v1\"",
                                "\"v1\"",
                                "v1",
                                "\"v-1\"",
                                "\"v99999999999999999999\"",
                                "\"",
                                "*, *");
                    case "If-None-Match" -> List.of("*", "\"v1\"", "W/\"v1\"", "\"\"", ",");
                    default -> List.of("k" + turn, "", "\u00e4", "x".repeat(5_000), "a b");
                };
        return Wire.header(name, hostile.one(values));
    }

    private void look(Operation operation, String what, Answer answer) throws IOException {
        int status = answer.status();
        if (status >= 500 && status != 507) {
            fault(operation, what, answer.toString());
        } else if (status >= 400) {
            String refused = refusal(answer);
            if (!refused.isEmpty()) {
                fault(operation, what, refused + " " + answer);
            }
        } else {
            List<String> wrong = api.faults(operation, answer);
            if (!wrong.isEmpty()) {
                fault(operation, what, status + " " + wrong.subList(0, Math.min(3, wrong.size())));
            }
        }
    }

    /** What is wrong with a refusal; empty when it is a problem with a type, a status and a text. */
    private static String refusal(Answer answer) throws IOException {
        if (!answer.header("Content-Type").startsWith("application/problem+json")) {
            return "is no problem+json";
        }
        JsonNode problem = ApiDescription.JSON.readTree(answer.body());
        if (problem.path("status").asInt() != answer.status()) {
            return "another status in the body";
        }
        return problem.path("type").asText().startsWith("urn:weir:")
                        && !problem.path("detail").asText().isEmpty()
                ? ""
                : "without type or detail";
    }

    /** One of a kind is enough. */
    private void fault(Operation operation, String what, String text) {
        String kind = operation.method() + operation.path().replaceFirst("^/[a-z-]+", "");
        String key =
                kind + " " + text.split("\n", 2)[0].replaceAll("[0-9a-f]{8,}|[0-9]{2,}-|[0-9a-f-]{36}|\\[Header.*", "");
        if (faults.size() < MOST_FAULTS) {
            String shown = what.length() > 300 ? what.substring(0, 300) + "…" : what;
            faults.putIfAbsent(key, operation + "\n  " + shown + "\n  " + text.replace("\n", "\n  "));
        }
    }
}
