package org.weir.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Every operation of the document, called with nasty values: each answer is defined, none is a 500. */
final class FuzzStoreTest extends OnRunningApi {
    private static final List<String> NASTY = List.of(
            "",
            " ",
            "null",
            "0",
            "-1",
            "9999999999999999999999",
            "1e999999999",
            "NaN",
            "true",
            "2026-02-30",
            "+999999999-12-31",
            "9999-12-31T23:59:59.999999999-18:00",
            "00000000-0000-0000-0000-000000000000",
            "' or '1'='1",
            "'; drop table things.thing; --",
            "<script>alert(1)</script>",
            "${jndi:ldap://x}",
            "{0}{99}'",
            "%s%n",
            "../../../etc/passwd",
            "*",
            "((((((((",
            "a==b;c==d,e==f",
            "name=in=(a,b,c",
            "name==*",
            "parent.parent.parent.parent.name==a",
            "tools.name==a",
            "id==x",
            "due=gt=today-99999999999",
            "seen=gt=today--1",
            "pieces==1.5",
            "price=gt=12 XXX",
            "weight==1e400000",
            "-name,-name,name",
            "-",
            ",",
            "\u0001\u0007\u001b",
            "\uFEFF\u202e\u2028",
            "𠜎𠜱🌊👩‍👩‍👧",
            "堰".repeat(300),
            "x".repeat(3_000),
            "\"\\\"",
            "\\",
            "a\nb\r\nc");

    private static final List<String> JSON_VALUES = List.of(
            "null",
            "0",
            "-1",
            "1.5",
            "1e400",
            "123456789012345678901234567890123456789",
            "1e-400",
            "9223372036854775807",
            "9223372036854775808",
            "true",
            "\"\"",
            "\" \"",
            "\"\\u0000\"",
            "\"\\ud800\"",
            "\"\\u202e\\ufeff\"",
            "\"'; drop table things.thing; --\"",
            "\"<script>alert(1)</script>\"",
            "\"{0}'\"",
            "\"0000-00-00\"",
            "\"+999999999-12-31\"",
            "\"-0001-01-01\"",
            "\"9999-12-31T23:59:59.9999999999Z\"",
            "\"00000000-0000-0000-0000-000000000000\"",
            "[]",
            "[null]",
            "[[]]",
            "[\"\"]",
            "[\"a\",\"a\"]",
            "{}",
            "{\"id\":null}",
            "{\"id\":\"x\",\"type\":\"user\"}",
            "{\"amount\":\"1\",\"currency\":\"XXX\"}",
            "{\"amount\":\"-99999999999999999999999999999.9999999999\",\"currency\":\"EUR\"}",
            "{\"amount\":\"1\",\"currency\":\"EUR\",\"more\":1}",
            "\"" + "x".repeat(20_000) + "\"",
            "\"" + "堰".repeat(6_000) + "\"");

    private final List<String> failures = new ArrayList<>();

    @Test
    void no_parameter_and_no_path_makes_it_fail() throws Exception {
        UUID id = id(create("ada", "{\"name\":\"Fuzz\"}"));
        Random random = new Random(7);
        JsonNode document = OpenApiStoreTest.document("en");
        for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
            JsonNode get = path.getValue().get("get");
            if (get == null) {
                continue;
            }
            String plain = path.getKey().replace("{id}", id.toString()).replaceAll("\\{[a-z]+}", id.toString());
            for (JsonNode parameter : get.path("parameters")) {
                String name = parameter.get("name").asText();
                for (String nasty : parameter.get("in").asText().equals("header") ? List.<String>of() : NASTY) {
                    boolean query = parameter.get("in").asText().equals("query");
                    String at = query
                            ? plain + "?" + name + "=" + encode(nasty)
                            : path.getKey()
                                    .replace("{" + name + "}", encode(nasty))
                                    .replaceAll("\\{[a-z]+}", id.toString());
                    check("GET", at, server().as(random.nextBoolean() ? "ada" : "ben", "/api" + at));
                }
            }
        }
        assertEquals(List.of(), failures);
    }

    @Test
    void no_value_of_a_field_makes_it_fail() throws Exception {
        UUID id = id(create("ada", "{\"name\":\"Fuzz\"}"));
        for (String member : List.of(
                "name",
                "note",
                "state",
                "ready",
                "pieces",
                "weight",
                "price",
                "due",
                "seen",
                "codes",
                "parent",
                "friends",
                "owner",
                "email",
                "secret",
                "id",
                "version",
                "createdAt",
                "updatedBy",
                "nothing",
                "__proto__",
                "")) {
            for (String value : JSON_VALUES) {
                ObjectNode body = JSON.createObjectNode().put("name", "Fuzz");
                body.set(member, JSON.createObjectNode());
                String json =
                        "{\"" + member + "\":" + value + (member.equals("name") ? "" : ",\"name\":\"Fuzz\"") + "}";
                check("POST", member + value, json(server().as("ada", "/api/thing"), "POST", json));
                check(
                        "PATCH",
                        member + value,
                        json(server().as("ada", "/api/thing/" + id).header("If-Match", "*"), "PATCH", json));
            }
        }
        HttpResponse<String> whole = server().get("ada", "/api/thing?limit=500");
        assertEquals(200, whole.statusCode(), whole.body());
        assertEquals(List.of(), failures);
    }

    @Test
    void no_body_of_any_operation_makes_it_fail() throws Exception {
        UUID id = id(create("ada", "{\"name\":\"Fuzz\"}"));
        JsonNode document = OpenApiStoreTest.document("en");
        for (Map.Entry<String, JsonNode> path : document.get("paths").properties()) {
            for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
                String method = operation.getKey().toUpperCase(Locale.ROOT);
                if (method.equals("GET") || path.getKey().equals("/me/password")) {
                    continue;
                }
                String at = path.getKey().replaceAll("\\{[a-z]+}", id.toString());
                JsonNode content = operation.getValue().at("/requestBody/content");
                JsonNode schema = content.path("application/json").path("schema");
                for (String body : bodies(document, schema)) {
                    HttpRequest.Builder request =
                            server().as("ada", "/api" + at).header("If-Match", "\"v1\"");
                    check(method, at + " " + body, json(request, method, body));
                }
                for (Map.Entry<String, JsonNode> media : content.properties()) {
                    check(
                            method,
                            at + media.getKey(),
                            server().as("ada", "/api" + at)
                                    .header("Content-Type", media.getKey())
                                    .method(method, BodyPublishers.ofString("\u0000\u0001,\"\n;\tPK\u0003\u0004")));
                }
            }
        }
        assertEquals(List.of(), failures);
        assertEquals(200, server().get("ada", "/api/me").statusCode());
    }

    /** Each member of the schema in turn with each nasty value, and some that are no objects at all. */
    private static List<String> bodies(JsonNode document, JsonNode schema) {
        List<String> bodies = new ArrayList<>(List.of("", "{}", "[]", "null", "{", "\"x\"", "{\"a\":1}"));
        JsonNode resolved =
                schema.has("$ref") ? document.at(schema.get("$ref").asText().substring(1)) : schema;
        for (Map.Entry<String, JsonNode> property : resolved.path("properties").properties()) {
            for (int i = 0; i < JSON_VALUES.size(); i += 3) {
                bodies.add("{\"" + property.getKey() + "\":" + JSON_VALUES.get(i) + "}");
            }
        }
        return bodies;
    }

    @Test
    void no_garbage_of_headers_makes_it_fail() throws Exception {
        UUID id = id(create("ada", "{\"name\":\"Fuzz\"}"));
        for (String header : List.of(
                "If-Match",
                "If-None-Match",
                "Accept",
                "Accept-Language",
                "Content-Type",
                "Cookie",
                "X-CSRF",
                "Authorization")) {
            for (String nasty : NASTY) {
                if (nasty.chars().allMatch(c -> c >= 0x20 && c < 0x7f)) {
                    String path = "/api/thing/" + id;
                    HttpRequest.Builder read = server().plain(path).setHeader("Authorization", TestServer.basic("ada"));
                    check("GET", header + nasty, read.setHeader(header, nasty));
                    HttpRequest.Builder change = server().plain(path)
                            .setHeader("Authorization", TestServer.basic("ada"))
                            .setHeader("Content-Type", "application/json")
                            .method("PATCH", BodyPublishers.ofString("{}"));
                    check("PATCH", header + nasty, change.setHeader(header, nasty));
                }
            }
        }
        assertEquals(List.of(), failures);
    }

    private static HttpRequest.Builder json(HttpRequest.Builder request, String method, String body) {
        return request.header("Content-Type", "application/json").method(method, BodyPublishers.ofString(body));
    }

    private void check(String method, String what, HttpRequest.Builder request) throws Exception {
        HttpResponse<String> answer;
        try {
            answer = server().send(request);
        } catch (IOException broken) {
            failures.add(method + " " + what.substring(0, Math.min(120, what.length())) + " → " + broken);
            return;
        }
        boolean problem = answer.headers().firstValue("Content-Type").orElse("").equals("application/problem+json");
        // Jetty itself refuses ambiguous paths
        boolean jetty = answer.statusCode() == 400 && (what.contains("%") || what.contains("//"));
        if (answer.statusCode() >= 500 || answer.statusCode() >= 400 && !problem && !jetty) {
            String said = answer.body().length() > 200 ? answer.body().substring(0, 200) : answer.body();
            String shown = what.length() > 120 ? what.substring(0, 120) : what;
            failures.add(method + " " + shown + " → " + answer.statusCode() + " " + said);
        }
        assertTrue(failures.size() < 40, () -> String.join("\n", failures));
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
