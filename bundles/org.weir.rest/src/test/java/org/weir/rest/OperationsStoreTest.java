package org.weir.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.ByteArrayInputStream;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.weir.access.api.Access;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.rest.api.Needed;
import org.weir.rest.api.Operation;
import org.weir.rest.api.Reply;
import org.weir.rest.http.SessionCookie;

/** Operations that other bundles bring. */
final class OperationsStoreTest extends OnRunningApi {
    record Wish(@Needed String words, int times) {}

    record Granted(String by, String words) {}

    private interface Code {
        Reply call(Operation.Ask ask) throws IOException;
    }

    private record Made(
            Method method, String path, String name, String permission, Input input, Output output, Code code)
            implements Operation {
        @Override
        public Text summary() {
            return Text.of("record.thing");
        }

        @Override
        public List<Param> params() {
            return List.of(new Param("loud", "boolean"));
        }

        @Override
        public Reply call(Ask ask) throws IOException {
            return code.call(ask);
        }
    }

    private static Operation wish() {
        return new Made(
                Operation.Method.POST,
                "/wishes/{id}",
                "wish",
                "thing:create",
                Operation.Input.json(Wish.class),
                Operation.Output.json(201, Granted.class),
                ask -> {
                    if (ask.body(Wish.class).times() > 3) {
                        throw ProblemException.conflict(Text.of("rest.problem.body-missing"));
                    }
                    return Reply.json(
                                    201,
                                    new Granted(
                                            ask.actor().name(),
                                            ask.body(Wish.class).words() + ask.param("loud")))
                            .with("Location", "/api/wishes/" + ask.pathId("id"));
                });
    }

    @Test
    void an_operation_takes_json_and_answers_it_under_the_rules_of_all() throws Exception {
        Operation wish = wish();
        house().resources.addOperation(wish);
        String path = "/api/wishes/0198a5c0-7f00-7abc-8def-0123456789ab";
        HttpResponse<String> answer = server().send("ada", "POST", path + "?loud=true", "{\"words\":\"more\"}");
        assertEquals(201, answer.statusCode(), answer.body());
        assertEquals("{\"by\":\"Ada\",\"words\":\"moretrue\"}", answer.body());
        assertEquals(path, answer.headers().firstValue("Location").orElseThrow());
        assertEquals(400, server().send("ada", "POST", path, "{\"word\":1}").statusCode());
        assertEquals(
                400,
                server().send("ada", "POST", path + "?x=y", "{\"words\":\"a\"}").statusCode());
        assertEquals(
                409,
                server().send("ada", "POST", path, "{\"words\":\"a\",\"times\":4}")
                        .statusCode());
        assertEquals(
                404,
                server().send("ada", "POST", "/api/wishes/1", "{\"words\":\"a\"}")
                        .statusCode());
        assertEquals(
                403, server().send("cid", "POST", path, "{\"words\":\"a\"}").statusCode());
        JsonNode told = OpenApiStoreTest.document("en").at("/paths/~1wishes~1{id}/post");
        assertEquals("wish", told.get("operationId").asText());
        assertEquals("uuid", told.at("/parameters/0/schema/format").asText());
        assertEquals(
                "#/components/schemas/OperationsStoreTestWish",
                told.at("/requestBody/content/application~1json/schema/$ref").asText());
        assertTrue(told.get("responses").has("201"));
        house().resources.removeOperation(wish);
        assertEquals(
                405, server().send("ada", "POST", path, "{\"words\":\"a\"}").statusCode());
    }

    @Test
    void a_browsers_session_needs_its_token() throws Exception {
        Operation wish = wish();
        house().resources.addOperation(wish);
        Access.SignedIn in = house().access.signIn("ada", House.PASSWORD, "127.0.0.1", "");
        for (String token : new String[] {"forged", in.session().csrf()}) {
            HttpRequest.Builder request = server().plain("/api/wishes/0198a5c0-7f00-7abc-8def-0123456789ab")
                    .header("Cookie", SessionCookie.NAME + "=" + in.token())
                    .header("X-CSRF", token)
                    .header("Content-Type", "application/json")
                    .POST(HttpRequest.BodyPublishers.ofString("{\"words\":\"a\"}"));
            assertEquals(
                    token.equals("forged") ? 403 : 201, server().send(request).statusCode());
        }
        house().resources.removeOperation(wish);
    }

    @Test
    void an_operation_takes_and_gives_files() throws Exception {
        AtomicInteger closed = new AtomicInteger();
        Operation put = new Made(
                Operation.Method.PUT,
                "/{type}/{id}/blob",
                "putBlob",
                "{type}:update",
                Operation.Input.FILE,
                Operation.Output.json(200, Granted.class),
                ask -> {
                    try (InputStream in = ask.file().open()) {
                        return Reply.json(Map.of(
                                "name", ask.file().name(),
                                "type", ask.path("type"),
                                "text", new String(in.readAllBytes(), StandardCharsets.UTF_8)));
                    }
                });
        Operation get = new Made(
                Operation.Method.GET,
                "/{type}/{id}/blob",
                "getBlob",
                "{type}:read",
                Operation.Input.NOTHING,
                Operation.Output.FILE,
                ask -> Reply.file(new Reply.Download(
                        "水 1.txt",
                        "text/plain",
                        5,
                        new FilterInputStream(new ByteArrayInputStream("hello".getBytes(StandardCharsets.UTF_8))) {
                            @Override
                            public void close() throws IOException {
                                closed.incrementAndGet();
                                super.close();
                            }
                        })));
        house().resources.addOperation(put);
        house().resources.addOperation(get);
        HttpResponse<String> sent = server().send(server().as("ada", "/api/tool/1/blob?fileName=a.txt")
                .header("Content-Type", "text/plain")
                .PUT(HttpRequest.BodyPublishers.ofString("water")));
        assertEquals(200, sent.statusCode(), sent.body());
        assertEquals("tool", json(sent).get("type").asText());
        assertEquals("water", json(sent).get("text").asText());
        assertEquals("a.txt", json(sent).get("name").asText());
        HttpResponse<String> file = server().get("ada", "/api/thing/1/blob");
        assertEquals("hello", file.body());
        assertEquals("5", file.headers().firstValue("Content-Length").orElseThrow());
        assertTrue(
                file.headers().firstValue("Content-Disposition").orElseThrow().startsWith("attachment"));
        server().send(server().as("ada", "/api/thing/1/blob").method("HEAD", HttpRequest.BodyPublishers.noBody()));
        assertEquals(2, closed.get());
        assertEquals(404, server().get("ada", "/api/nothing/1/blob").statusCode());
        assertEquals(403, server().get("cid", "/api/thing/1/blob").statusCode());
        JsonNode told = OpenApiStoreTest.document("en").get("paths");
        assertEquals(
                "getBlobThing", told.at("/~1thing~1{id}~1blob/get/operationId").asText());
        assertEquals(
                "tool:update", told.at("/~1tool~1{id}~1blob/put/x-permission").asText());
        house().resources.removeOperation(put);
        house().resources.removeOperation(get);
    }
}
