package org.weir.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.weir.access.second.Totp;

final class SecondFactorStoreTest extends OnRunningApi {
    private static HttpResponse<String> signIn(String login, String more) throws Exception {
        return server().send(server().plain("/api/session")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString(
                        "{\"login\":\"" + login + "\",\"password\":\"" + House.PASSWORD + "\"" + more + "}")));
    }

    @Test
    void a_second_factor_is_set_up_asked_for_and_reset() throws Exception {
        String login = "second" + UUID.randomUUID().toString().substring(0, 8);
        house().user(login, "Second", "worker");
        UUID id = house().actor(login).user();
        String present = "{\"present\":\"" + House.PASSWORD + "\"}";
        HttpResponse<String> setup = server().send(login, "POST", "/api/me/second-factor", present);
        assertEquals(201, setup.statusCode(), setup.body());
        String secret = json(setup).get("secret").asText();
        assertEquals(
                422,
                server().send(login, "POST", "/api/me/second-factor/confirm", "{\"code\":\"000000\"}")
                        .statusCode());
        HttpResponse<String> confirmed = server().send(
                        login,
                        "POST",
                        "/api/me/second-factor/confirm",
                        "{\"code\":\"" + Totp.code(secret, Instant.now()) + "\"}");
        assertEquals(200, confirmed.statusCode(), confirmed.body());
        String recovery = json(confirmed).get("codes").get(0).asText();
        assertEquals(403, server().get(login, "/api/me").statusCode());
        HttpResponse<String> without = signIn(login, "");
        assertEquals(401, without.statusCode());
        assertTrue(without.body().contains("code-missing"), without.body());
        assertEquals(422, signIn(login, ",\"code\":\"000000\"").statusCode());
        assertEquals(201, signIn(login, ",\"code\":\"" + recovery + "\"").statusCode());
        String at = "/api/admin/users/" + id + "/second-factor";
        assertEquals(403, server().send("ben", "DELETE", at, "").statusCode());
        assertEquals(204, server().send("ada", "DELETE", at, "").statusCode());
        assertEquals(201, signIn(login, "").statusCode());
    }
}
