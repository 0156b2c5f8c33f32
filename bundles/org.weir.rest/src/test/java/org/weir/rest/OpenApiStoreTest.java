package org.weir.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

final class OpenApiStoreTest extends OnRunningApi {
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    @Test
    void the_document_fits_the_schema_of_openapi_3_1() throws Exception {
        JsonNode document = document("en");
        JsonSchema schema = FACTORY.getSchema(OpenApiStoreTest.class.getResourceAsStream("/openapi/schema-3.1.json"));
        Set<ValidationMessage> errors = schema.validate(document);
        assertEquals(Set.of(), errors);
    }

    @Test
    void every_reference_leads_somewhere_and_every_operation_has_its_own_name() throws Exception {
        JsonNode document = document("en");
        for (JsonNode ref : document.findValues("$ref")) {
            assertFalse(document.at(ref.asText().substring(1)).isMissingNode(), ref.asText());
        }
        Set<String> operations = new HashSet<>();
        for (JsonNode operation : document.findValues("operationId")) {
            assertTrue(operations.add(operation.asText()), operation.asText());
        }
        assertTrue(operations.containsAll(Set.of("listThing", "createThing", "actThingRename", "actOnManyThingCount")));
    }

    @Test
    void every_text_of_the_document_is_there_in_both_languages() throws Exception {
        for (String language : new String[] {"en", "zh-CN"}) {
            Set<String> missing = new TreeSet<>();
            collectKeys(document(language), missing);
            assertEquals(Set.of(), missing, language);
        }
        assertTrue(document("zh-CN").toString().contains("物件"));
    }

    @Test
    void every_schema_is_a_json_schema_and_the_examples_fit() throws Exception {
        JsonNode document = document("en");
        JsonSchema meta = FACTORY.getSchema(java.net.URI.create("https://json-schema.org/draft/2020-12/schema"));
        for (Map.Entry<String, JsonNode> schema :
                document.at("/components/schemas").properties()) {
            assertEquals(Set.of(), meta.validate(schema.getValue()), schema.getKey());
        }
        for (String path :
                new String[] {"/paths/~1thing/post", "/paths/~1thing~1{id}/patch", "/paths/~1thing~1{id}/put"}) {
            for (JsonNode media : document.at(path).at("/requestBody/content")) {
                assertFits(document, media.get("schema"), media.get("example"));
            }
        }
    }

    @Test
    void what_is_answered_fits_what_is_told() throws Exception {
        JsonNode document = document("en");
        String id = id(create("ada", "{\"name\":\"Fit\",\"price\":{\"amount\":\"1\",\"currency\":\"EUR\"}}"))
                .toString();
        Map<String, String> paths = Map.of(
                "/thing", "/thing?count=true",
                "/thing/{id}", "/thing/" + id,
                "/thing/{id}/history", "/thing/" + id + "/history",
                "/thing/{id}/actions", "/thing/" + id + "/actions",
                "/thing/{id}/follow", "/thing/" + id + "/follow",
                "/me", "/me",
                "/", "/",
                "/admin/users", "/admin/users",
                "/admin/roles", "/admin/roles",
                "/admin/audit", "/admin/audit");
        for (Map.Entry<String, String> path : paths.entrySet()) {
            HttpResponse<String> answer = server().get("ada", "/api" + path.getValue());
            assertEquals(200, answer.statusCode(), path.getKey() + answer.body());
            JsonNode schema =
                    document.get("paths").get(path.getKey()).at("/get/responses/200/content/application~1json/schema");
            assertFits(document, schema, json(answer));
        }
        HttpResponse<String> problem = server().get("ada", "/api/thing?sort=nothing");
        assertFits(document, document.at("/components/schemas/Problem"), json(problem));
    }

    @Test
    void the_document_can_be_read_as_a_page() throws Exception {
        HttpResponse<String> page =
                server().send(server().as("ada", "/api/docs").header("Accept", "text/html"));
        assertEquals(200, page.statusCode(), page.body());
        assertTrue(page.body().contains("<code>/api/thing/{id}/actions/rename</code>"), page.body());
        String policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
        assertTrue(policy.startsWith("default-src 'none'; style-src 'sha256-"), policy);
    }

    @Test
    void the_document_can_be_kept() throws Exception {
        String keep = System.getProperty("weir.openapi");
        if (keep != null) {
            Files.writeString(Path.of(keep), document("en").toPrettyString());
        }
        assertTrue(document("en").get("paths").size() > 20);
    }

    private static void assertFits(JsonNode document, JsonNode schema, JsonNode value) {
        ObjectNode whole = JSON.createObjectNode();
        whole.put("$schema", "https://json-schema.org/draft/2020-12/schema");
        whole.set("components", document.get("components"));
        whole.putArray("allOf").add(schema);
        assertEquals(Set.of(), FACTORY.getSchema(whole).validate(value), value.toString());
    }

    /** Texts that have remained keys. */
    private static void collectKeys(JsonNode node, Set<String> keys) {
        for (String member : new String[] {"title", "summary", "description"}) {
            JsonNode text = node.get(member);
            if (text != null && text.isTextual() && text.asText().matches("[a-z-]+(\\.[A-Za-z0-9-]+)+")) {
                keys.add(text.asText());
            }
        }
        for (Iterator<JsonNode> children = node.elements(); children.hasNext(); ) {
            collectKeys(children.next(), keys);
        }
    }

    static JsonNode document(String language) throws Exception {
        HttpRequest.Builder request = server().as("ada", "/api/openapi.json").header("Accept-Language", language);
        HttpResponse<String> answer = server().send(request);
        assertEquals(200, answer.statusCode(), answer.body());
        return json(answer);
    }
}
