package org.weir.itest.attack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
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
 * What only Weir sets is set by nobody else: ids, versions, who and when, numbers, states, everything that the OpenAPI
 * calls read-only, whichever way it is sent. REST refuses it, forms pass over it, import has no column for it, history
 * does not turn it back.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class MassAssignmentIT {
    private static final String OTHER = "01a202ee-0000-7000-8000-00000000beef";

    private Weir weir;
    private Wire wire;
    private Api admin;
    private ApiDescription api;
    private JsonNode document;
    private final Map<String, String> faults = new TreeMap<>();

    @BeforeAll
    void start(@TempDir Path folder) throws Exception {
        weir = new Weir(folder)
                .configured("org.weir.rest.cfg", "requests.per.minute=0\n")
                .started("--region", "eu", "--demo");
        Eventually.until("demo data", () -> weir.log().contains("Demo data made: aftersales"));
        wire = new Wire(weir.port());
        admin = new Api(weir, "demo-admin");
        document = admin.read("/api/openapi.json");
        api = new ApiDescription(document);
    }

    @AfterAll
    void stop() throws IOException {
        wire.close();
        weir.close();
    }

    /** The read-only members of a type with a value that is another than the stored one. */
    private Map<String, JsonNode> forged(String type, JsonNode stored) {
        JsonNode schema = document.path("components").path("schemas").path(name(type) + "Record");
        Map<String, JsonNode> forged = new LinkedHashMap<>();
        for (Map.Entry<String, JsonNode> it : schema.path("properties").properties()) {
            if (it.getValue().path("readOnly").asBoolean()) {
                forged.put(it.getKey(), other(it.getValue(), stored.path(it.getKey())));
            }
        }
        return forged;
    }

    private static String name(String type) {
        StringBuilder name = new StringBuilder();
        for (String word : type.split("-")) {
            name.append(Character.toUpperCase(word.charAt(0))).append(word.substring(1));
        }
        return name.toString();
    }

    private JsonNode other(JsonNode schema, JsonNode stored) {
        var nodes = com.fasterxml.jackson.databind.node.JsonNodeFactory.instance;
        for (JsonNode choice : schema.path("enum")) {
            if (!choice.isNull() && !choice.equals(stored)) {
                return choice;
            }
        }
        List<String> types = ApiDescription.types(schema);
        if (types.contains("integer") || types.contains("number")) {
            return nodes.numberNode(stored.asInt() + 41);
        }
        if (types.contains("boolean")) {
            return nodes.booleanNode(!stored.asBoolean());
        }
        return switch (schema.path("format").asText()) {
            case "date" -> nodes.textNode("2031-01-01");
            case "date-time" -> nodes.textNode("2031-01-01T00:00:00Z");
            default ->
                nodes.textNode(
                        schema.has("anyOf") || schema.path("format").asText().equals("uuid") ? OTHER : "forged");
        };
    }

    @Test
    void the_api_refuses_every_read_only_member_of_every_type() throws Exception {
        int tried = 0;
        for (String type : Targets.types(api)) {
            JsonNode stored =
                    admin.read("/api/" + type + "?limit=1").path("items").path(0);
            String path = "/api/" + type + "/" + stored.path("id").asText();
            for (Map.Entry<String, JsonNode> it : forged(type, stored).entrySet()) {
                ObjectNode body = ApiDescription.JSON.createObjectNode();
                body.set(it.getKey(), it.getValue());
                String what = type + " " + it;
                refused("create " + what, call("POST", "/api/" + type, body.toString()));
                refused("by key " + what, call("PUT", "/api/" + type + "/by/name/forged", body.toString()));
                if (stored.has("id")) {
                    tried++;
                    refused("patch " + what, call("PATCH", path, body.toString()));
                    ObjectNode whole = stored.deepCopy();
                    whole.set(it.getKey(), it.getValue());
                    refused("put " + what, call("PUT", path, whole.toString()));
                }
                bulk(type, stored, what, body);
            }
            if (stored.has("id")) {
                assertEquals(stored.path("version"), admin.read(path).path("version"), type);
            }
        }
        assertTrue(tried > 250, "tried " + tried);
        assertTrue(faults.isEmpty(), () -> faults.size() + " faults:\n" + String.join("\n", faults.values()));
    }

    private void bulk(String type, JsonNode stored, String what, ObjectNode body) throws IOException {
        String create =
                "{\"items\":[{\"operation\":\"create\",\"values\":" + body + "},{\"operation\":\"update\",\"id\":\""
                        + stored.path("id").asText(OTHER) + "\",\"values\":" + body + "}]}";
        Answer answer = call("POST", "/api/" + type + "/bulk", create);
        for (JsonNode it : ApiDescription.JSON.readTree(answer.body()).path("results")) {
            if (it.path("status").asInt() < 400) {
                faults.put("bulk " + what, "bulk " + what + ": " + it);
            }
        }
    }

    private Answer call(String method, String path, String body, Header... more) throws IOException {
        List<Header> headers = new ArrayList<>(List.of(more));
        headers.add(Wire.basic("demo-admin"));
        headers.add(Wire.header("Content-Type", "application/json"));
        headers.add(Wire.header("If-Match", "*"));
        return wire.call(method, path, headers, Hostile.bytes(body));
    }

    private void refused(String what, Answer answer) {
        if (answer.status() < 400 || answer.status() >= 500) {
            faults.put(what, what + ": " + answer);
        }
    }

    @Test
    void forms_and_cells_pass_over_what_is_read_only() throws Exception {
        try (Visitor visitor = Visitor.signedIn(weir.port(), "demo-admin")) {
            for (String type : Targets.types(api)) {
                JsonNode stored =
                        admin.read("/api/" + type + "?limit=1").path("items").path(0);
                if (!stored.has("id")) {
                    continue;
                }
                String id = stored.path("id").asText();
                Map<String, String> form = new LinkedHashMap<>();
                forged(type, stored).forEach((name, value) -> {
                    form.put(name, value.asText());
                    form.put("_present", name);
                });
                for (String name : form.keySet()) {
                    if (!name.startsWith("_")) {
                        Answer cell = visitor.post("/r/" + type + "/" + id + "/cell/" + name, form);
                        assertTrue(cell.status() >= 400 && cell.status() < 500, () -> type + " " + name + cell);
                    }
                }
                form.remove("version");
                Answer answer = visitor.post("/r/" + type + "/" + id + "/edit", form);
                assertTrue(answer.status() < 500, () -> type + ": " + answer);
                JsonNode now = admin.read("/api/" + type + "/" + id);
                assertEquals(stored, now, type);
            }
        }
    }

    @Test
    void import_has_no_column_for_what_is_read_only() throws Exception {
        for (String type : Targets.types(api)) {
            JsonNode schema = document.path("components").path("schemas").path(name(type) + "Record");
            List<String> readOnly = new ArrayList<>();
            for (Map.Entry<String, JsonNode> it : schema.path("properties").properties()) {
                if (it.getValue().path("readOnly").asBoolean()) {
                    readOnly.add(it.getKey());
                }
            }
            String csv = String.join(",", readOnly) + "\n" + "x,".repeat(readOnly.size() - 1) + "x\n";
            Answer sent = wire.call(
                    "POST",
                    "/api/" + type + "/imports?fileName=a.csv",
                    List.of(Wire.basic("demo-admin"), Wire.header("Content-Type", "text/csv")),
                    csv.getBytes(StandardCharsets.UTF_8));
            assertEquals(201, sent.status(), () -> type + ": " + sent);
            JsonNode made = ApiDescription.JSON.readTree(sent.body());
            JsonNode guessed = made.path("mapping").path("columns");
            for (String name : readOnly) {
                boolean number = guessed.has(name) && stored(type, name).matches("[A-Z]+-?\\d.*|");
                assertTrue(!guessed.has(name) || number, () -> type + " is guessed to import " + name);
                Answer mapped = call(
                        "PUT",
                        "/api/imports/" + made.path("id").asText() + "/mapping",
                        "{\"columns\":{\"" + name + "\":[0]},\"language\":\"en\"}");
                if (mapped.status() != 422 && !number) {
                    faults.put(type + name, type + "." + name + ": " + mapped);
                }
            }
        }
        assertTrue(faults.isEmpty(), () -> faults.size() + " faults:\n" + String.join("\n", faults.values()));
    }

    private String stored(String type, String field) throws IOException, InterruptedException {
        return admin.read("/api/" + type + "?limit=1")
                .path("items")
                .path(0)
                .path(field)
                .asText();
    }

    @Test
    void history_turns_back_no_state_that_an_action_brought_about() throws Exception {
        JsonNode ticket = admin.read("/api/ticket?limit=1&filter=state==new")
                .path("items")
                .path(0);
        String id = ticket.path("id").asText();
        admin.act("ticket", id, "take", Map.of());
        String state = admin.read("/api/ticket/" + id).path("state").asText();
        assertFalse(state.equals("new"), state);
        for (JsonNode entry : admin.read("/api/ticket/" + id + "/history").path("items")) {
            Answer answer = call(
                    "POST", "/api/ticket/" + id + "/history/" + entry.path("id").asText() + "/restore", "");
            assertTrue(answer.status() < 500, answer::toString);
            assertEquals(state, admin.read("/api/ticket/" + id).path("state").asText());
        }
    }

    @Test
    void nobody_makes_more_of_himself() throws Exception {
        Api lindiwe = new Api(weir, "lindiwe");
        JsonNode before = lindiwe.read("/api/me");
        Header json = Wire.header("Content-Type", "application/json");
        List<Header> as = List.of(Wire.basic("lindiwe"), json);
        for (String more : List.of(
                "\"roles\":[\"administrator\"]",
                "\"grants\":{\"*\":[\"all\"]}",
                "\"regions\":[\"eu\",\"cn\"]",
                "\"team\":\"" + OTHER + "\"",
                "\"login\":\"demo-admin\"",
                "\"id\":\"" + OTHER + "\"",
                "\"active\":true",
                "\"admin\":true",
                "\"password\":\"x\"",
                "\"passwordHash\":\"$2a$10$x\"",
                "\"mustChangePassword\":false",
                "\"__proto__\":{\"admin\":true}")) {
            for (Answer answer : List.of(
                    wire.call("PATCH", "/api/me", as, Hostile.bytes("{" + more + "}")),
                    wire.call("PATCH", "/api/me", as, Hostile.bytes("{\"language\":\"en\"," + more + "}")))) {
                assertTrue(Set.of(400, 422).contains(answer.status()), () -> more + ": " + answer);
            }
            Answer user = call(
                    "POST",
                    "/api/admin/users",
                    "{\"login\":\"forged\",\"name\":\"F\",\"active\":true,\"createdAt\":\"2020-01-01T00:00:00Z\","
                            + more.replace("\"login\"", "\"version\"") + "}");
            assertTrue(Set.of(400, 422).contains(user.status()), () -> more + ": " + user);
        }
        assertEquals(before.path("grants"), lindiwe.read("/api/me").path("grants"));
        Answer token = wire.call(
                "POST",
                "/api/me/tokens",
                as,
                Hostile.bytes(
                        "{\"name\":\"more\",\"permissions\":[\"*\",\"admin:users\",\"user:update\"],\"present\":\""
                                + Wire.PASSWORD + "\"}"));
        if (token.status() == 201) {
            String secret =
                    ApiDescription.JSON.readTree(token.body()).path("secret").asText();
            List<Header> bearer = List.of(Wire.header("Authorization", "Bearer " + secret));
            assertEquals(403, wire.call("GET", "/api/admin/users", bearer, null).status());
        }
        for (Operation it : api.operations()) {
            if (it.path().startsWith("/admin/")) {
                String path = "/api" + it.path().replaceAll("\\{[A-Za-z]+}", OTHER);
                Targets none = new Targets().of("account", List.of(OTHER));
                JsonNode schema = it.json()
                        .path("requestBody")
                        .path("content")
                        .path("application/json")
                        .path("schema");
                byte[] body =
                        schema.isMissingNode() ? null : new Hostile(new Random(1).nextLong(), api, none).proper(schema);
                Answer answer = wire.call(it.method(), path, body == null ? List.of(Wire.basic("lindiwe")) : as, body);
                assertTrue(Set.of(403, 404).contains(answer.status()), () -> it + ": " + answer);
            }
        }
    }

    @Test
    void nobody_gives_a_record_to_where_he_may_not_create() throws Exception {
        Api lindiwe = new Api(weir, "lindiwe");
        String other = admin.read("/api/lookup/user?q=Sven")
                .path("items")
                .path(0)
                .path("id")
                .asText();
        String team = admin.read("/api/account?limit=1&filter=region==cn")
                .path("items")
                .path(0)
                .path("team")
                .path("id")
                .asText();
        Map<String, Object> account =
                new LinkedHashMap<>(Map.of("name", "Given away", "kind", "company", "country", "CN", "region", "cn"));
        account.put("owner", other);
        if (!team.isEmpty()) {
            account.put("team", team);
        }
        String body = ApiDescription.JSON.writeValueAsString(account);
        int status = lindiwe.post("/api/account", body).statusCode();
        assertTrue(status == 403 || status == 400 || status == 422, "status " + status);
        assertEquals(
                0,
                admin.read("/api/account?filter=name==%22Given%20away%22")
                        .path("items")
                        .size());
    }
}
