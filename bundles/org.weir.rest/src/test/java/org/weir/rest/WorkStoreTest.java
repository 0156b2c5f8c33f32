package org.weir.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Actions, history, comments, import, export, administration through the API. */
final class WorkStoreTest extends OnRunningApi {
    @Test
    void an_action_runs_on_one_and_on_several() throws Exception {
        UUID one = id(create("ada", "{\"name\":\"One\"}"));
        UUID two = id(create("ada", "{\"name\":\"Two\"}"));
        JsonNode allowed = json(server().get("ada", "/api/thing/" + one + "/actions"));
        assertEquals("[\"update\",\"delete\"]", allowed.get("operations").toString());
        assertEquals("rename", allowed.get("actions").get(0).get("name").asText());
        assertEquals(
                "To",
                allowed.get("actions").get(0).get("input").get(0).get("label").asText());
        HttpResponse<String> renamed =
                server().send("ada", "POST", "/api/thing/" + one + "/actions/rename", "{\"to\":\"Uno\"}");
        assertEquals(200, renamed.statusCode(), renamed.body());
        assertEquals("1 renamed", json(renamed).get("message").asText());
        HttpResponse<String> both = server().send(
                        "ada",
                        "POST",
                        "/api/thing/actions/rename",
                        "{\"ids\":[\"" + one + "\",\"" + two + "\"],\"input\":{\"to\":\"Same\"}}");
        assertEquals(200, both.statusCode(), both.body());
        assertEquals(
                "Same",
                json(server().get("ada", "/api/thing/" + two)).get("name").asText());
        HttpResponse<String> counted =
                server().send("ada", "POST", "/api/thing/actions/count", "{\"filter\":\"name==Same\"}");
        assertEquals("2 counted", json(counted).get("message").asText());
        assertEquals("{\"number\":2}", json(counted).get("data").toString());
        assertNull(json(renamed).get("data"));
        JsonNode told = OpenApiStoreTest.document("en")
                .at("/paths/~1thing~1actions~1count/post/responses/200/content/application~1json/schema");
        assertTrue(
                told.toString().contains("$ref") || told.at("/properties/data").isObject(), told.toString());
        JsonNode history = json(server().get("ada", "/api/thing/" + two + "/history"));
        assertEquals("action:rename", history.get("items").get(0).get("via").asText());
    }

    @Test
    void an_action_that_cannot_run_says_why() throws Exception {
        UUID id = id(create("ada", "{\"name\":\"Old\",\"state\":\"worn-out\"}"));
        String path = "/api/thing/" + id + "/actions/rename";
        assertEquals(409, server().send("ada", "POST", path, "{\"to\":\"New\"}").statusCode());
        UUID fresh = id(create("ada", "{\"name\":\"Fresh\"}"));
        String on = "/api/thing/" + fresh + "/actions/";
        assertEquals(422, server().send("ada", "POST", on + "rename", "{}").statusCode());
        assertEquals(
                422,
                server().send("ada", "POST", on + "rename", "{\"to\":\"" + "x".repeat(51) + "\"}")
                        .statusCode());
        assertEquals(
                400,
                server().send("ada", "POST", on + "rename", "{\"to\":1,\"more\":2}")
                        .statusCode());
        assertEquals(404, server().send("ada", "POST", on + "nothing", "{}").statusCode());
        assertEquals(
                404,
                server().send("ben", "POST", on + "rename", "{\"to\":\"New\"}").statusCode());
        assertEquals(
                403,
                server().send("cid", "POST", on + "rename", "{\"to\":\"New\"}").statusCode());
        assertEquals(
                "Fresh",
                json(server().get("ada", "/api/thing/" + fresh)).get("name").asText());
    }

    @Test
    void a_change_is_in_the_history_and_can_be_taken_back() throws Exception {
        UUID id = id(create("ada", "{\"name\":\"Before\"}"));
        String path = "/api/thing/" + id;
        server().send("ada", "PATCH", path, "{\"name\":\"After\"}", "If-Match", "*");
        JsonNode entry =
                json(server().get("ada", path + "/history")).get("items").get(0);
        assertEquals("Ada", entry.get("by").get("title").asText());
        assertEquals("changed", entry.get("kind").asText());
        assertEquals(
                "{\"field\":\"name\",\"label\":\"Name\",\"before\":\"Before\",\"after\":\"After\"}",
                entry.get("changes").get(0).toString());
        HttpResponse<String> restored = server().send(
                        "ada", "POST", path + "/history/" + entry.get("id").asText() + "/restore", "");
        assertEquals(200, restored.statusCode(), restored.body());
        assertEquals("Before", json(restored).get("name").asText());
        assertEquals("\"v3\"", restored.headers().firstValue("ETag").orElseThrow());
        assertEquals(404, server().get("ben", path + "/history").statusCode());
        assertEquals(404, server().get("ben", path + "/timeline").statusCode());
        assertEquals(
                404,
                server().send(
                                "ben",
                                "POST",
                                path + "/history/" + entry.get("id").asText() + "/restore",
                                "")
                        .statusCode());
    }

    @Test
    void comments_are_made_changed_and_deleted_by_their_writer() throws Exception {
        UUID id = id(create("ada", "{\"name\":\"Talk\"}"));
        String path = "/api/thing/" + id + "/comments";
        HttpResponse<String> made = server().send("ada", "POST", path, "{\"text\":\"<b>hello</b> 堰\"}");
        assertEquals(201, made.statusCode(), made.body());
        String comment = path + "/" + json(made).get("id").asText();
        assertEquals(
                "<b>hello</b> 堰",
                json(server().get("ada", path)).get("items").get(0).get("text").asText());
        HttpResponse<String> edited = server().send("ada", "PUT", comment, "{\"text\":\"bye\"}");
        assertEquals("bye", json(edited).get("text").asText());
        assertNotNull(json(edited).get("editedAt"));
        assertEquals(422, server().send("ada", "POST", path, "{\"text\":\"\"}").statusCode());
        assertEquals(
                422,
                server().send("ada", "POST", path, "{\"text\":\"" + "x".repeat(10_001) + "\"}")
                        .statusCode());
        assertEquals(
                404, server().send("ben", "PUT", comment, "{\"text\":\"mine\"}").statusCode());
        assertEquals(404, server().send("ben", "DELETE", comment, "").statusCode());
        assertEquals(204, server().send("ada", "DELETE", comment, "").statusCode());
        assertTrue(json(server().get("ada", path))
                .get("items")
                .get(0)
                .get("deleted")
                .asBoolean());
        JsonNode following = json(server().send("ada", "PUT", "/api/thing/" + id + "/follow", ""));
        assertTrue(following.get("following").asBoolean());
        assertFalse(json(server().send("ada", "DELETE", "/api/thing/" + id + "/follow", ""))
                .get("following")
                .asBoolean());
        assertEquals(200, server().get("ada", "/api/thing/" + id + "/timeline").statusCode());
        assertEquals(200, server().get("ada", "/api/followed").statusCode());
    }

    @Test
    void a_file_is_imported_and_taken_back() throws Exception {
        String csv = "Name,State,Pieces\nImported one,fresh,1\nImported two,broken,2\nImported three,fresh,3\n";
        HttpResponse<String> uploaded = server().send(server().as("ada", "/api/thing/imports?fileName=things.csv")
                .header("Content-Type", "text/csv")
                .POST(BodyPublishers.ofString(csv)));
        assertEquals(201, uploaded.statusCode(), uploaded.body());
        String batch = uploaded.headers().firstValue("Location").orElseThrow();
        assertEquals(
                "[\"Name\",\"State\",\"Pieces\"]", json(uploaded).get("heads").toString());
        String mapping = "{\"columns\":{\"name\":[0],\"state\":[1],\"pieces\":[2]},\"keys\":[],\"language\":\"en\"}";
        HttpResponse<String> mapped = server().send("ada", "PUT", batch + "/mapping", mapping);
        assertEquals(200, mapped.statusCode(), mapped.body());
        await(server().send("ada", "POST", batch + "/dry-run", ""));
        JsonNode checked = json(server().get("ada", batch));
        assertEquals("checked", checked.get("state").asText());
        assertEquals(1, checked.get("counts").get("failed").asInt(), checked.toString());
        await(server().send("ada", "POST", batch + "/run", ""));
        JsonNode results = json(server().get("ada", batch + "/results?outcome=failed"));
        assertEquals("state", results.get("items").get(0).get("field").asText(), results.toString());
        HttpResponse<String> errors = server().get("ada", batch + "/errors");
        assertEquals(200, errors.statusCode());
        assertTrue(errors.body().contains("Imported two"), errors.body());
        assertTrue(
                errors.headers().firstValue("Content-Disposition").orElseThrow().contains("things-errors.csv"));
        assertEquals(2, count("name==Imported*"));
        assertEquals(404, server().get("ben", batch).statusCode());
        await(server().send("ada", "POST", batch + "/undo", ""));
        assertEquals(0, count("name==Imported*"));
        assertEquals("undone", json(server().get("ada", batch)).get("state").asText());
    }

    @Test
    void a_form_with_a_file_is_taken_like_the_file() throws Exception {
        String form = "--b\r\nContent-Disposition: form-data; name=\"file\"; filename=\"../../etc/x.csv\"\r\n"
                + "Content-Type: text/csv\r\n\r\nName\nA\n\r\n--b--\r\n";
        HttpResponse<String> uploaded = upload("multipart/form-data; boundary=b", form);
        assertEquals(201, uploaded.statusCode(), uploaded.body());
        assertEquals("x.csv", json(uploaded).get("fileName").asText());
        assertEquals(
                400,
                upload("multipart/form-data; boundary=b", form.replace("name=\"file\"", "name=\"f\""))
                        .statusCode());
        assertEquals(400, upload("multipart/form-data", form).statusCode());
        assertEquals(400, upload("multipart/form-data; boundary=c", form).statusCode());
        assertEquals(400, upload("text/csv", "Name\nA\n").statusCode());
        assertEquals(415, upload("image/png", "Name\nA\n").statusCode());
        assertEquals(
                403,
                server().send(server().as("cid", "/api/thing/imports?fileName=x.csv")
                                .header("Content-Type", "text/csv")
                                .POST(BodyPublishers.ofString("Name\nA\n")))
                        .statusCode());
    }

    private HttpResponse<String> upload(String contentType, String body) throws Exception {
        return server().send(server().as("ada", "/api/thing/imports")
                .header("Content-Type", contentType)
                .POST(BodyPublishers.ofString(body)));
    }

    @Test
    void a_list_is_exported() throws Exception {
        create("ada", "{\"name\":\"Export =1+1\"}");
        HttpResponse<String> begun = server().send(
                        "ada",
                        "POST",
                        "/api/thing/exports",
                        "{\"filter\":\"name==Export*\",\"fields\":[\"name\",\"state\"],\"format\":\"csv\"}");
        assertEquals(202, begun.statusCode(), begun.body());
        await(begun);
        HttpResponse<String> file = server().get("ada", json(begun).get("file").asText());
        assertEquals(200, file.statusCode());
        assertTrue(file.body().contains("Export =1+1"), file.body());
        assertTrue(
                file.headers().firstValue("Content-Disposition").orElseThrow().startsWith("attachment"));
        assertEquals(404, server().get("ben", json(begun).get("file").asText()).statusCode());
        assertEquals(404, server().get("ben", json(begun).get("href").asText()).statusCode());
        for (String wrong : List.of(
                "{}",
                "{\"format\":\"pdf\"}",
                "{\"format\":\"csv\",\"fields\":[\"nothing\"]}",
                "{\"format\":\"csv\",\"sort\":\"x\"}")) {
            assertEquals(
                    400,
                    server().send("ada", "POST", "/api/thing/exports", wrong).statusCode(),
                    wrong);
        }
    }

    @Test
    void users_teams_and_roles_are_kept() throws Exception {
        HttpResponse<String> team = server().send("ada", "POST", "/api/admin/teams", "{\"name\":\"North\"}");
        assertEquals(201, team.statusCode(), team.body());
        String teamId = json(team).get("id").asText();
        HttpResponse<String> role = server().send(
                        "ada",
                        "PUT",
                        "/api/admin/roles/reader",
                        "{\"name\":\"Reader\",\"grants\":{\"access:audit\":[\"all\"]}}");
        assertEquals(200, role.statusCode(), role.body());
        assertEquals(
                422,
                server().send(
                                "ada",
                                "PUT",
                                "/api/admin/roles/r2",
                                "{\"name\":\"R\",\"grants\":{\"nothing:read\":[\"all\"]}}")
                        .statusCode());
        String login = "dan" + UUID.randomUUID().toString().substring(0, 8);
        String body = "{\"login\":\"" + login + "\",\"name\":\"Dan\",\"active\":true,\"team\":\"" + teamId
                + "\",\"roles\":[\"reader\"]}";
        HttpResponse<String> user = server().send("ada", "POST", "/api/admin/users", body);
        assertEquals(201, user.statusCode(), user.body());
        assertEquals(409, server().send("ada", "POST", "/api/admin/users", body).statusCode());
        String path = user.headers().firstValue("Location").orElseThrow();
        HttpResponse<String> changed = server().send("ada", "PUT", path, body.replace("Dan", "Daniel"));
        assertEquals("Daniel", json(changed).get("name").asText());
        assertEquals(
                409,
                server().send("ada", "DELETE", "/api/admin/roles/reader", "").statusCode());
        assertEquals(200, server().get("ada", "/api/admin/audit/verdict").statusCode());
        HttpResponse<String> wrong = server().send(
                        "ada", "PUT", path, body.replace("reader", "nothing").replace("Dan\"", "\""));
        assertEquals(422, wrong.statusCode(), wrong.body());
    }

    private static int count(String filter) throws Exception {
        return json(server().get("ada", "/api/thing?count=true&filter=" + filter))
                .get("count")
                .get("number")
                .asInt();
    }

    private static void await(HttpResponse<String> begun) throws Exception {
        assertEquals(202, begun.statusCode(), begun.body());
        String href = json(begun).get("href").asText();
        JsonNode job = json(server().get("ada", href));
        for (int i = 0; i < 600 && job.get("endedAt") == null; i++) {
            Thread.sleep(50);
            job = json(server().get("ada", href));
        }
        assertEquals("done", job.get("state").asText(), job.toString());
    }
}
