package org.weir.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Many at once, and by a key of their own. */
final class BulkStoreTest extends OnRunningApi {
    private static HttpResponse<String> bulk(String login, String query, String items) throws Exception {
        return server().send(login, "POST", "/api/thing/bulk" + query, "{\"items\":[" + items + "]}");
    }

    private static HttpResponse<String> put(String login, String key, String body) throws Exception {
        return server().send(login, "PUT", "/api/thing/by/codes/" + key, body);
    }

    @Test
    void each_item_has_a_result_of_its_own_and_what_fails_leaves_the_others() throws Exception {
        UUID there = id(create("ada", "{\"name\":\"There\"}"));
        UUID gone = id(create("ada", "{\"name\":\"Gone\"}"));
        HttpResponse<String> answer = bulk(
                "ada",
                "",
                "{\"operation\":\"create\",\"values\":{\"name\":\"New\"}},"
                        + "{\"operation\":\"create\",\"values\":{\"name\":\"\"}},"
                        + "{\"operation\":\"update\",\"id\":\"" + there
                        + "\",\"version\":9,\"values\":{\"note\":\"x\"}},"
                        + "{\"operation\":\"update\",\"id\":\"" + there + "\",\"values\":{\"note\":\"x\"}},"
                        + "{\"operation\":\"delete\",\"id\":\"" + gone + "\"},"
                        + "{\"operation\":\"delete\",\"id\":\"" + UUID.randomUUID() + "\"}");
        assertEquals(200, answer.statusCode(), answer.body());
        JsonNode results = json(answer).get("results");
        int[] expected = {201, 422, 412, 200, 204, 404};
        for (int i = 0; i < expected.length; i++) {
            assertEquals(expected[i], results.get(i).get("status").asInt(), results.toString());
        }
        assertTrue(results.get(1).at("/errors/name").isTextual(), results.toString());
        assertEquals(2, results.get(3).get("version").asInt());
        assertEquals(404, server().get("ada", "/api/thing/" + gone).statusCode());
        assertEquals(
                200,
                server().get("ada", "/api/thing/" + results.get(0).get("id").asText())
                        .statusCode());
    }

    @Test
    void atomic_means_all_or_nothing_and_names_the_item() throws Exception {
        HttpResponse<String> refused = bulk(
                "ada",
                "?atomic=true",
                "{\"operation\":\"create\",\"values\":{\"name\":\"Half\"}},"
                        + "{\"operation\":\"create\",\"values\":{\"name\":\"\"}}");
        assertEquals(422, refused.statusCode(), refused.body());
        assertEquals("items/1/values/name", json(refused).at("/errors/0/field").asText());
        assertFalse(server().get("ada", "/api/thing?q=Half").body().contains("\"Half\""));
    }

    @Test
    void bulk_needs_the_permission_of_each_operation_and_has_a_limit() throws Exception {
        HttpResponse<String> cid = bulk("cid", "", "{\"operation\":\"create\",\"values\":{\"name\":\"X\"}}");
        assertEquals(403, cid.statusCode());
        assertEquals(400, bulk("ada", "", "").statusCode());
        UUID adas = id(create("ada", "{\"name\":\"Hers\"}"));
        HttpResponse<String> ben = bulk("ben", "", "{\"operation\":\"delete\",\"id\":\"" + adas + "\"}");
        assertEquals(404, json(ben).at("/results/0/status").asInt(), ben.body());
    }

    @Test
    void a_record_is_created_by_its_key_once_and_then_changed() throws Exception {
        HttpResponse<String> made = put("ada", "K-77", "{\"name\":\"Keyed\"}");
        assertEquals(201, made.statusCode(), made.body());
        assertEquals("K-77", json(made).at("/codes/0").asText());
        HttpResponse<String> again = put("ada", "K-77", "{\"name\":\"Renamed\"}");
        assertEquals(200, again.statusCode(), again.body());
        assertEquals(json(made).get("id"), json(again).get("id"));
        assertEquals("K-77", json(again).at("/codes/0").asText());
        HttpResponse<String> read = server().get("ada", "/api/thing/by/codes/K-77");
        assertEquals("Renamed", json(read).get("name").asText());
        assertEquals(404, server().get("ada", "/api/thing/by/codes/K-78").statusCode());
        assertEquals(404, server().get("ada", "/api/thing/by/note/x").statusCode());
        assertEquals(422, put("ada", "K-77", "{\"codes\":[\"other\"]}").statusCode());
        assertEquals(409, put("ben", "K-77", "{\"name\":\"Mine\"}").statusCode());
    }
}
