package org.weir.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpResponse;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.weir.base.api.Text;
import org.weir.rest.api.Resource;

/** Resources that other bundles bring. */
final class ResourcesStoreTest extends OnRunningApi {
    private record Echo(String path, String name, String permission) implements Resource {
        @Override
        public Text summary() {
            return Text.of("record.thing.many");
        }

        @Override
        public Map<String, ?> get(Ask ask) {
            Map<String, Object> answer = new LinkedHashMap<>();
            answer.put("who", ask.actor().name());
            answer.put("id", ask.pathId("someThing"));
            answer.put("kind", ask.path("kind"));
            answer.put("deep", String.valueOf(ask.param("deep")));
            answer.put("day", LocalDate.of(2026, 11, 22));
            answer.put("label", Text.of("record.thing"));
            answer.put("list", List.of(1, true));
            return answer;
        }
    }

    @Test
    void a_resource_comes_and_goes_with_its_bundle() throws Exception {
        Resource echo = new Echo("/echo/{kind}/{someThing}", "readEcho", "thing:read");
        UUID id = UUID.randomUUID();
        String path = "/api/echo/x/" + id;
        assertEquals(404, server().get("ada", path).statusCode());
        house().resources.add(echo);
        HttpResponse<String> answer = server().get("ada", path + "?deep=yes");
        assertEquals(200, answer.statusCode(), answer.body());
        assertEquals(
                "{\"who\":\"Ada\",\"id\":\"" + id + "\",\"kind\":\"x\",\"deep\":\"yes\",\"day\":\"2026-11-22\","
                        + "\"label\":\"Thing\",\"list\":[1,true]}",
                answer.body());
        assertEquals(403, server().get("cid", path).statusCode());
        HttpResponse<String> noId = server().get("ada", "/api/echo/x/y");
        assertEquals(404, noId.statusCode());
        assertEquals(
                "application/problem+json",
                noId.headers().firstValue("Content-Type").orElseThrow());
        assertEquals(405, server().send("ada", "POST", path, "{}").statusCode());
        JsonNode told = OpenApiStoreTest.document("en").at("/paths/~1echo~1{kind}~1{someThing}/get");
        assertEquals("readEcho", told.get("operationId").asText());
        assertEquals("Things", told.get("summary").asText());
        assertEquals("thing:read", told.get("x-permission").asText());
        assertEquals(2, told.get("parameters").size());
        assertEquals(
                "object",
                told.at("/responses/200/content/application~1json/schema/type").asText());
        house().resources.remove(echo);
        assertEquals(404, server().get("ada", path).statusCode());
        assertTrue(OpenApiStoreTest.document("en")
                .at("/paths/~1echo~1{kind}~1{someThing}")
                .isMissingNode());
    }

    @Test
    void a_resource_whose_path_or_name_is_taken_is_refused_and_the_others_stand() throws Exception {
        List<Resource> all = List.of(
                new Echo("/me", "readMe", "thing:read"),
                new Echo("/other/{kind}/{someThing}", "list", "thing:read"),
                new Echo("/bare/{kind}/{someThing}", "readBare", ""),
                new Echo("/z-fine/{kind}/{someThing}", "readFine", "signed-in"));
        all.forEach(house().resources::add);
        assertEquals("ada", json(server().get("ada", "/api/me")).get("login").asText());
        String id = "/x/" + UUID.randomUUID();
        assertEquals(404, server().get("ada", "/api/other" + id).statusCode());
        assertEquals(404, server().get("ada", "/api/bare" + id).statusCode());
        assertEquals(200, server().get("cid", "/api/z-fine" + id).statusCode());
        all.forEach(house().resources::remove);
        assertEquals(404, server().get("cid", "/api/z-fine" + id).statusCode());
    }

    @Test
    void a_resource_below_a_record_leaves_the_records_api_as_it_is() throws Exception {
        UUID id = id(create("ada", "{\"name\":\"Planned\"}"));
        Resource plan = new Echo("/thing/{someThing}/{kind}", "readThingPlan", "thing:read");
        Resource part = new Echo("/thing/{someThing}/plan/{kind}", "readThingPart", "thing:read");
        house().resources.add(plan);
        house().resources.add(part);
        assertEquals(200, server().get("ada", "/api/thing").statusCode());
        assertEquals(200, server().get("ada", "/api/thing/" + id).statusCode());
        assertEquals(200, server().get("ada", "/api/thing/" + id + "/plan").statusCode());
        assertEquals(200, server().get("ada", "/api/thing/" + id + "/plan/x").statusCode());
        assertEquals(
                201,
                server().send("ada", "POST", "/api/thing/" + id + "/comments", "{\"text\":\"hello\"}")
                        .statusCode());
        assertEquals(
                200,
                server().send("ada", "POST", "/api/thing/" + id + "/actions/rename", "{\"to\":\"Other\"}")
                        .statusCode());
        house().resources.remove(plan);
        house().resources.remove(part);
    }
}
