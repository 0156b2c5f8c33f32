package org.weir.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;

final class TokenStoreTest extends OnRunningApi {
    private static HttpResponse<String> with(String token, String method, String path, String body) throws Exception {
        return server().send(server().plain(path)
                .header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(body)));
    }

    private static String token(String login, String more) throws Exception {
        HttpResponse<String> made = server().send(
                        login,
                        "POST",
                        "/api/me/tokens",
                        "{\"name\":\"Test\",\"present\":\"" + House.PASSWORD + "\"" + more + "}");
        assertEquals(201, made.statusCode(), made.body());
        return json(made).get("secret").asText();
    }

    @Test
    void a_token_reads_and_writes_as_its_owner() throws Exception {
        String token = token("ada", "");
        assertEquals("ada", json(with(token, "GET", "/api/me", "")).get("login").asText());
        assertEquals(
                201,
                with(token, "POST", "/api/thing", "{\"name\":\"By token\"}").statusCode());
        assertEquals(401, with(token + "x", "GET", "/api/me", "").statusCode());
    }

    @Test
    void a_reading_token_changes_nothing() throws Exception {
        String token = token("ada", ",\"readOnly\":true,\"days\":1");
        assertEquals(200, with(token, "GET", "/api/thing", "").statusCode());
        HttpResponse<String> refused = with(token, "POST", "/api/thing", "{\"name\":\"No\"}");
        assertEquals(403, refused.statusCode());
        assertTrue(refused.body().contains("token-read-only"), refused.body());
        assertEquals(403, with(token, "GET", "/api/admin/users", "").statusCode());
    }

    @Test
    void a_limited_token_reaches_no_further() throws Exception {
        String token = token("ada", ",\"permissions\":[\"thing:read\"]");
        assertEquals(200, with(token, "GET", "/api/thing", "").statusCode());
        assertEquals(403, with(token, "POST", "/api/thing", "{\"name\":\"No\"}").statusCode());
        assertEquals(403, with(token, "GET", "/api/admin/users", "").statusCode());
    }

    @Test
    void a_token_makes_no_tokens_and_changes_no_password() throws Exception {
        String token = token("ada", "");
        String wanted = "{\"name\":\"More\",\"present\":\"" + House.PASSWORD + "\"}";
        assertEquals(403, with(token, "POST", "/api/me/tokens", wanted).statusCode());
        assertEquals(
                403,
                with(token, "POST", "/api/me/password", "{\"present\":\"a\",\"next\":\"b\"}")
                        .statusCode());
    }

    @Test
    void a_revoked_token_is_unknown() throws Exception {
        String token = token("ben", "");
        JsonNode own = json(server().get("ben", "/api/me/tokens")).get("items");
        assertFalse(own.toString().contains(token));
        for (JsonNode each : own) {
            assertEquals(
                    204,
                    server().send(
                                    "ben",
                                    "DELETE",
                                    "/api/me/tokens/" + each.get("id").asText(),
                                    "")
                            .statusCode());
        }
        assertEquals(401, with(token, "GET", "/api/me", "").statusCode());
    }

    @Test
    void a_service_account_is_made_given_a_token_and_shut() throws Exception {
        String body = "{\"login\":\"erp\",\"name\":\"ERP\",\"roles\":[\"worker\"],\"active\":true}";
        assertEquals(
                403, server().send("ben", "POST", "/api/admin/services", body).statusCode());
        HttpResponse<String> made = server().send("ada", "POST", "/api/admin/services", body);
        assertEquals(201, made.statusCode(), made.body());
        String at = "/api/admin/services/" + json(made).get("id").asText();
        HttpResponse<String> token = server().send("ada", "POST", at + "/tokens", "{\"name\":\"Nightly\"}");
        assertEquals(201, token.statusCode(), token.body());
        String secret = json(token).get("secret").asText();
        assertEquals(
                201, with(secret, "POST", "/api/thing", "{\"name\":\"By ERP\"}").statusCode());
        assertEquals(
                200,
                server().send("ada", "PUT", at, body.replace("true", "false")).statusCode());
        assertEquals(401, with(secret, "GET", "/api/thing", "").statusCode());
    }
}
