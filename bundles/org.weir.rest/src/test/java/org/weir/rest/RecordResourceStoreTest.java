package org.weir.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

final class RecordResourceStoreTest extends OnRunningApi {
    @Test
    void a_record_with_every_kind_of_value_comes_back_as_it_was_sent() throws Exception {
        UUID other = id(create("ada", "{\"name\":\"Other\"}"));
        String body = """
                {"name":"Weir 堰","note":"a\\nb","state":"worn-out","ready":true,"pieces":9007199254740993,
                "weight":12.500,"price":{"amount":"1234.5000","currency":"EUR"},"due":"2026-11-21",
                "seen":"2026-11-21T08:00:00.123456Z","codes":["A1","B2"],"parent":"%s","friends":[{"id":"%s"}],
                "email":"a@b.example"}""".formatted(other, other);
        HttpResponse<String> created = create("ada", body);
        assertEquals(201, created.statusCode(), created.body());
        assertEquals("\"v1\"", created.headers().firstValue("ETag").orElseThrow());
        String location = created.headers().firstValue("Location").orElseThrow();
        HttpResponse<String> read = server().get("ada", location);
        assertEquals(200, read.statusCode());
        assertEquals("no-store", read.headers().firstValue("Cache-Control").orElseThrow());
        JsonNode thing = JSON.readTree(read.body());
        assertEquals(created.body(), read.body());
        assertEquals(1, thing.get("version").asInt());
        assertEquals("Weir 堰", thing.get("name").asText());
        assertEquals("worn-out", thing.get("state").asText());
        assertTrue(thing.get("ready").asBoolean());
        assertEquals(9007199254740993L, thing.get("pieces").asLong());
        assertTrue(read.body().contains("\"weight\":12.500"), read.body());
        assertEquals("1234.5000", thing.get("price").get("amount").asText());
        assertEquals("EUR", thing.get("price").get("currency").asText());
        assertEquals("2026-11-21", thing.get("due").asText());
        assertEquals("2026-11-21T08:00:00.123456Z", thing.get("seen").asText());
        assertEquals("[\"A1\",\"B2\"]", thing.get("codes").toString());
        String ref = "{\"id\":\"" + other + "\",\"title\":\"Other\",\"type\":\"thing\"}";
        assertEquals(ref, thing.get("parent").toString());
        assertEquals("[" + ref + "]", thing.get("friends").toString());
        assertEquals("Ada", thing.get("owner").get("title").asText());
        assertEquals("user", thing.get("createdBy").get("type").asText());
        assertTrue(thing.get("secret").isNull());
    }

    @Test
    void what_has_not_changed_is_not_sent_again() throws Exception {
        UUID id = id(create("ada", "{\"name\":\"A\"}"));
        HttpResponse<String> same =
                server().send(server().as("ada", "/api/thing/" + id).header("If-None-Match", "\"v1\""));
        assertEquals(304, same.statusCode());
        assertEquals("", same.body());
        HttpResponse<String> other =
                server().send(server().as("ada", "/api/thing/" + id).header("If-None-Match", "\"v2\""));
        assertEquals(200, other.statusCode());
    }

    @Test
    void what_may_change_without_a_new_version_is_sent_again() throws Exception {
        UUID thing = id(create("ada", "{\"name\":\"A\"}"));
        HttpResponse<String> made =
                server().send("ada", "POST", "/api/tool", "{\"name\":\"Hammer\",\"thing\":\"" + thing + "\"}");
        assertEquals(201, made.statusCode(), made.body());
        HttpResponse<String> again =
                server().send(server().as("ada", "/api/tool/" + id(made)).header("If-None-Match", "\"v1\""));
        assertEquals(200, again.statusCode());
        assertEquals("\"v1\"", again.headers().firstValue("ETag").orElseThrow());
    }

    @Test
    void a_patch_changes_what_it_names_and_empties_what_it_nulls() throws Exception {
        UUID id = id(create("ada", "{\"name\":\"A\",\"note\":\"n\",\"codes\":[\"P1\"],\"pieces\":3}"));
        HttpResponse<String> patched = server().send(server().as("ada", "/api/thing/" + id)
                .header("If-Match", "\"v1\"")
                .header("Content-Type", "application/merge-patch+json; charset=UTF-8")
                .method(
                        "PATCH",
                        java.net.http.HttpRequest.BodyPublishers.ofString(
                                "{\"name\":\"B\",\"note\":null,\"codes\":null}")));
        assertEquals(200, patched.statusCode(), patched.body());
        assertEquals("\"v2\"", patched.headers().firstValue("ETag").orElseThrow());
        JsonNode thing = JSON.readTree(patched.body());
        assertEquals("B", thing.get("name").asText());
        assertTrue(thing.get("note").isNull());
        assertEquals("[]", thing.get("codes").toString());
        assertEquals(3, thing.get("pieces").asInt());
    }

    @Test
    void a_record_that_was_read_can_be_changed_and_sent_back_whole() throws Exception {
        UUID id = id(create("ada", "{\"name\":\"A\",\"note\":\"n\",\"pieces\":3}"));
        String body = server().get("ada", "/api/thing/" + id).body().replace("\"pieces\":3", "\"pieces\":4");
        HttpResponse<String> put = server().send("ada", "PUT", "/api/thing/" + id, body, "If-Match", "\"v1\"");
        assertEquals(200, put.statusCode(), put.body());
        assertEquals(4, JSON.readTree(put.body()).get("pieces").asInt());
        HttpResponse<String> bare = server().send(
                        "ada", "PUT", "/api/thing/" + id, "{\"name\":\"B\",\"state\":\"fresh\"}", "If-Match", "*");
        assertEquals(200, bare.statusCode(), bare.body());
        assertTrue(JSON.readTree(bare.body()).get("note").isNull());
        assertTrue(JSON.readTree(bare.body()).get("owner").isNull());
    }

    @Test
    void who_is_too_late_gets_what_is_stored() throws Exception {
        UUID id = id(create("ada", "{\"name\":\"A\"}"));
        String path = "/api/thing/" + id;
        assertEquals(
                200,
                server().send("ada", "PATCH", path, "{\"name\":\"B\"}", "If-Match", "\"v1\"")
                        .statusCode());
        for (String method : List.of("PATCH", "PUT", "DELETE")) {
            HttpResponse<String> late =
                    server().send("ada", method, path, "{\"name\":\"C\",\"state\":\"fresh\"}", "If-Match", "\"v1\"");
            assertEquals(412, late.statusCode(), method);
            JsonNode problem = JSON.readTree(late.body());
            assertEquals("B", problem.get("stored").get("name").asText());
            assertEquals(2, problem.get("stored").get("version").asInt());
            assertEquals(
                    428, server().send("ada", method, path, "{\"name\":\"C\"}").statusCode());
        }
        assertEquals(
                "B", JSON.readTree(server().get("ada", path).body()).get("name").asText());
    }

    @Test
    void of_many_changes_at_once_to_the_same_version_one_is_taken() throws Exception {
        String path = "/api/thing/" + id(create("ada", "{\"name\":\"Race\"}"));
        List<Future<Integer>> racing = new ArrayList<>();
        ExecutorService racers = Executors.newFixedThreadPool(8);
        try {
            for (int i = 0; i < 16; i++) {
                String body = "{\"pieces\":" + i + "}";
                racing.add(racers.submit(() -> server().send("ada", "PATCH", path, body, "If-Match", "\"v1\"")
                        .statusCode()));
            }
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> one : racing) {
                statuses.add(one.get());
            }
            assertEquals(1, Collections.frequency(statuses, 200), statuses.toString());
            assertEquals(15, Collections.frequency(statuses, 412), statuses.toString());
        } finally {
            racers.shutdownNow();
        }
        assertEquals(2, json(server().get("ada", path)).get("version").asInt());
    }

    @Test
    void a_record_sent_twice_at_once_under_ones_own_id_is_made_once() throws Exception {
        String path = "/api/thing/" + UUID.randomUUID();
        ExecutorService racers = Executors.newFixedThreadPool(8);
        List<Future<Integer>> racing = new ArrayList<>();
        try {
            for (int i = 0; i < 16; i++) {
                racing.add(racers.submit(
                        () -> server().send("ada", "PUT", path, "{\"name\":\"Twin\"}", "If-None-Match", "*")
                                .statusCode()));
            }
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> one : racing) {
                statuses.add(one.get());
            }
            assertEquals(1, Collections.frequency(statuses, 201), statuses.toString());
            assertTrue(statuses.stream().allMatch(it -> it == 201 || it == 409 || it == 412), statuses.toString());
        } finally {
            racers.shutdownNow();
        }
    }

    @Test
    void a_deleted_record_is_gone() throws Exception {
        UUID id = id(create("ada", "{\"name\":\"A\"}"));
        String path = "/api/thing/" + id;
        assertEquals(
                204,
                server().send("ada", "DELETE", path, "", "If-Match", "\"v1\"").statusCode());
        assertEquals(404, server().get("ada", path).statusCode());
        assertEquals(
                404,
                server().send("ada", "DELETE", path, "", "If-Match", "\"v1\"").statusCode());
    }

    @Test
    void a_record_in_use_is_not_deleted() throws Exception {
        UUID id = id(create("ada", "{\"name\":\"A\"}"));
        create("ada", "{\"name\":\"B\",\"parent\":\"" + id + "\"}");
        HttpResponse<String> refused = server().send("ada", "DELETE", "/api/thing/" + id, "", "If-Match", "*");
        assertEquals(409, refused.statusCode(), refused.body());
    }

    @Test
    void a_record_under_ones_own_id_is_made_once() throws Exception {
        String path = "/api/thing/" + UUID.randomUUID();
        String body = "{\"name\":\"A\"}";
        assertEquals(
                201,
                server().send("ada", "PUT", path, body, "If-None-Match", "*").statusCode());
        assertEquals(
                412,
                server().send("ada", "PUT", path, body, "If-None-Match", "*").statusCode());
        HttpResponse<String> hidden = server().send("ben", "PUT", path, body, "If-None-Match", "*");
        assertEquals(409, hidden.statusCode(), hidden.body());
        assertFalse(hidden.body().contains("Ada"));
    }

    @Test
    void wrong_values_are_named_field_by_field() throws Exception {
        HttpResponse<String> malformed = create("ada", """
                {"name":1,"ready":"true","pieces":1.5,"weight":"12","price":{"amount":12,"currency":"EUR"},
                "due":"21.11.2026","seen":"now","codes":"A","parent":"x","friends":[1],"other":1}""");
        assertEquals(400, malformed.statusCode());
        assertEquals(11, JSON.readTree(malformed.body()).get("errors").size(), malformed.body());
        assertEquals(
                "application/problem+json",
                malformed.headers().firstValue("Content-Type").orElseThrow());
        HttpResponse<String> invalid =
                create("ada", "{\"state\":\"broken\",\"email\":\"no\",\"parent\":\"" + UUID.randomUUID() + "\"}");
        assertEquals(422, invalid.statusCode(), invalid.body());
        List<String> fields = new ArrayList<>();
        JSON.readTree(invalid.body())
                .get("errors")
                .forEach(it -> fields.add(it.get("field").asText()));
        assertTrue(fields.containsAll(List.of("name", "state", "email", "parent")), invalid.body());
        assertEquals(
                "/email",
                JSON.readTree(invalid.body()).findValues("pointer").stream()
                        .map(JsonNode::asText)
                        .filter("/email"::equals)
                        .findFirst()
                        .orElse(""));
    }

    @Test
    void what_only_weir_sets_is_refused() throws Exception {
        for (String member : List.of(
                "\"id\":\"" + UUID.randomUUID() + "\"",
                "\"version\":7",
                "\"createdAt\":\"2020-01-01T00:00:00Z\"",
                "\"createdBy\":null",
                "\"secret\":\"mine\"")) {
            assertEquals(422, create("ada", "{\"name\":\"A\"," + member + "}").statusCode(), member);
        }
        UUID id = id(create("ada", "{\"name\":\"A\"}"));
        for (String member : List.of("\"secret\":\"mine\"", "\"version\":7", "\"createdBy\":null")) {
            assertEquals(
                    422,
                    server().send("ada", "PATCH", "/api/thing/" + id, "{" + member + "}", "If-Match", "*")
                            .statusCode(),
                    member);
        }
    }

    @Test
    void a_used_unique_value_is_a_conflict() throws Exception {
        create("ada", "{\"name\":\"A\",\"codes\":[\"X1\"]}");
        HttpResponse<String> second = create("ada", "{\"name\":\"B\",\"codes\":[\"X1\"]}");
        assertEquals(409, second.statusCode(), second.body());
    }

    @Test
    void other_peoples_records_do_not_exist() throws Exception {
        UUID hidden = id(create("ada", "{\"name\":\"A\"}"));
        String absent = UUID.randomUUID().toString();
        for (String id : List.of(hidden.toString(), absent, "1", "..;", "%00", "null")) {
            String path = "/api/thing/" + id;
            HttpResponse<String> read = server().get("ben", path);
            if (read.statusCode() != 404) {
                assertEquals(400, read.statusCode(), path);
                continue;
            }
            assertEquals(
                    404,
                    server().send("ben", "PATCH", path, "{\"name\":\"B\"}", "If-Match", "*")
                            .statusCode(),
                    path);
            assertEquals(
                    404,
                    server().send("ben", "DELETE", path, "", "If-Match", "*").statusCode(),
                    path);
        }
        assertEquals(
                without(server().get("ben", "/api/thing/" + hidden).body()),
                without(server().get("ben", "/api/thing/" + absent).body()));
        assertEquals(
                "[]",
                JSON.readTree(server().get("ben", "/api/thing").body())
                        .get("items")
                        .toString());
        HttpResponse<String> reference = create("ben", "{\"name\":\"B\",\"parent\":\"" + hidden + "\"}");
        assertEquals(422, reference.statusCode());
    }

    @Test
    void without_the_permission_nothing_is_done() throws Exception {
        HttpResponse<String> read = server().get("cid", "/api/thing");
        assertEquals(403, read.statusCode());
        assertTrue(read.body().contains("thing:read"), read.body());
        assertEquals(403, create("cid", "{\"name\":\"A\"}").statusCode());
        assertEquals(404, server().get("cid", "/api/nothing").statusCode());
    }

    @Test
    void a_list_is_filtered_sorted_pruned_counted_and_paged() throws Exception {
        for (int i = 0; i < 7; i++) {
            create("ada", "{\"name\":\"Thing " + i + "\",\"pieces\":" + i + "}");
        }
        HttpResponse<String> first = server().get(
                        "ada",
                        "/api/thing?filter=name==Thing*;pieces=ge=2&sort=-name&limit=2&fields=name,letters,owner&count=true");
        assertEquals(200, first.statusCode(), first.body());
        JsonNode page = JSON.readTree(first.body());
        assertEquals(2, page.get("items").size());
        assertEquals("Thing 6", page.get("items").get(0).get("name").asText());
        assertEquals(7, page.get("items").get(0).get("letters").asInt());
        assertEquals("Ada", page.get("items").get(0).get("owner").get("title").asText());
        assertFalse(page.get("items").get(0).has("pieces"));
        assertEquals("{\"number\":5,\"capped\":false}", page.get("count").toString());
        String link = first.headers().firstValue("Link").orElseThrow();
        assertTrue(link.endsWith("; rel=\"next\""), link);
        JsonNode second = JSON.readTree(
                server().get("ada", link.substring(1, link.indexOf('>'))).body());
        assertEquals("Thing 4", second.get("items").get(0).get("name").asText());
        assertFalse(second.get("previous").isNull());
    }

    @Test
    void what_cannot_be_understood_is_refused() throws Exception {
        for (String query : List.of(
                "filter=nothing==1",
                "filter=name==",
                "filter=((name==a)",
                "filter=due=gt=yesterday",
                "filter=" + "(".repeat(3_000),
                "sort=nothing",
                "sort=note",
                "fields=nothing",
                "limit=0",
                "limit=501",
                "limit=x",
                "after=xyz",
                "before=%00",
                "count=maybe",
                "nothing=1",
                "q=a&q=b",
                "after=a&before=b")) {
            HttpResponse<String> refused = server().get("ada", "/api/thing?" + query);
            assertEquals(400, refused.statusCode(), query + refused.body());
            assertTrue(refused.body().startsWith("{\"type\":\"urn:weir:"), refused.body());
        }
    }

    @Test
    void things_are_found_by_their_title() throws Exception {
        UUID id = id(create("ada", "{\"name\":\"Weir\"}"));
        String found = server().get("ada", "/api/lookup/thing?q=wei").body();
        assertTrue(found.contains(id.toString()), found);
        assertEquals(200, server().get("ada", "/api/lookup/user?q=be").statusCode());
        assertTrue(server().get("ada", "/api/lookup/user?q=be").body().contains("Ben"));
        assertEquals(404, server().get("ada", "/api/lookup/nothing?q=wei").statusCode());
        assertEquals(403, server().get("cid", "/api/lookup/thing?q=wei").statusCode());
    }

    private static String without(String problem) {
        return problem.replaceAll("urn:uuid:[0-9a-f-]+", "");
    }
}
