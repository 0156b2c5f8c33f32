package org.weir.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.AfterParameterizedClassInvocation;
import org.junit.jupiter.params.BeforeParameterizedClassInvocation;
import org.junit.jupiter.params.Parameter;
import org.junit.jupiter.params.ParameterizedClass;
import org.junit.jupiter.params.provider.EnumSource;
import org.weir.store.api.Database;
import org.weir.store.api.Dialect;
import org.weir.testkit.database.TestDatabase;

/** Tests that share one running API per database, and so make records of their own. */
@ParameterizedClass(name = "{0}")
@EnumSource(Dialect.class)
abstract class OnRunningApi {
    static final ObjectMapper JSON = new ObjectMapper();

    private static @Nullable TestDatabase databases;
    private static @Nullable House house;
    private static @Nullable TestServer server;

    @Parameter
    @Nullable
    Dialect dialect;

    @BeforeParameterizedClassInvocation
    static void open(Dialect dialect) throws Exception {
        TestDatabase opened = TestDatabase.open(dialect, House.SCHEMAS);
        Path data = Files.createTempDirectory("weir-rest-test");
        House built = new House(opened, data);
        databases = opened;
        house = built;
        server = new TestServer(built.endpoint());
    }

    @AfterParameterizedClassInvocation
    static void close() {
        server().close();
        house().close();
        Objects.requireNonNull(databases).close();
    }

    static Database database(String schema) {
        return Objects.requireNonNull(databases).schema(schema);
    }

    static House house() {
        return Objects.requireNonNull(house);
    }

    static TestServer server() {
        return Objects.requireNonNull(server);
    }

    static HttpResponse<String> create(String login, String body) throws Exception {
        return server().send(login, "POST", "/api/thing", body);
    }

    static UUID id(HttpResponse<String> created) throws Exception {
        assertEquals(201, created.statusCode(), created.body());
        return UUID.fromString(json(created).get("id").asText());
    }

    static JsonNode json(HttpResponse<String> response) throws Exception {
        return JSON.readTree(response.body());
    }
}
