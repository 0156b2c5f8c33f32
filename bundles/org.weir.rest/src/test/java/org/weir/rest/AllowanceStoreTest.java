package org.weir.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.net.http.HttpResponse;
import org.junit.jupiter.api.Test;
import org.weir.rest.http.Allowance;

/** Who asks too often is told when to come again. */
final class AllowanceStoreTest extends OnRunningApi {
    @Test
    void one_who_asks_too_often_is_told_when_to_come_again_and_others_are_not_touched() throws Exception {
        try (TestServer limited = new TestServer(house().endpoint(new Allowance(1, 2)))) {
            HttpResponse<String> first = limited.get("ada", "/api/me");
            assertEquals(200, first.statusCode());
            assertEquals(
                    "\"caller\";r=1;t=60",
                    first.headers().firstValue("RateLimit").orElseThrow());
            assertEquals(
                    "\"caller\";q=2;w=120",
                    first.headers().firstValue("RateLimit-Policy").orElseThrow());
            limited.get("ada", "/api/me");
            HttpResponse<String> refused = limited.get("ada", "/api/me");
            assertEquals(429, refused.statusCode(), refused.body());
            assertEquals("60", refused.headers().firstValue("Retry-After").orElseThrow());
            assertEquals(200, limited.get("ben", "/api/me").statusCode());
        }
    }
}
