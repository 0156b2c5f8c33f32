package org.weir.rest.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.weir.base.api.ProblemException;

final class JsonTest {
    @Test
    void malformed_json_is_refused_with_line_and_column() {
        ProblemException problem = refused("{\n  \"name\": ,\n}");
        assertEquals(
                "rest.problem.json-malformed[rest.problem.json-at[2, 11]]",
                problem.text().toString());
    }

    @Test
    void a_member_that_is_there_twice_is_refused() {
        assertEquals(400, refused("{\"a\":1,\"a\":2}").status());
    }

    @Test
    void anything_behind_the_object_is_refused() {
        assertEquals(400, refused("{} {}").status());
        assertEquals(400, refused("{}]").status());
    }

    @Test
    void what_is_no_object_is_refused() {
        for (String body : new String[] {"[]", "1", "\"a\"", "null", "true", ""}) {
            assertEquals(400, refused(body).status(), body);
        }
    }

    @Test
    void endless_nesting_is_refused() {
        assertEquals(400, refused("{\"a\":" + "[".repeat(100_000)).status());
    }

    @Test
    void numbers_of_a_thousand_digits_are_refused() {
        assertEquals(400, refused("{\"a\":" + "9".repeat(1_000) + "}").status());
    }

    @Test
    void bytes_that_are_no_utf8_are_refused() {
        byte[] body = "{\"a\":\"?\"}".getBytes(StandardCharsets.UTF_8);
        body[6] = (byte) 0xff;
        assertEquals(
                400,
                assertThrows(ProblemException.class, () -> Json.object(body)).status());
    }

    @Test
    void decimals_are_read_and_written_exactly() throws Exception {
        BigDecimal read = Json.object("{\"a\":0.10000000000000000001}".getBytes(StandardCharsets.UTF_8))
                .get("a")
                .decimalValue();
        assertEquals(new BigDecimal("0.10000000000000000001"), read);
        byte[] written = Json.bytes(json -> json.writeNumber(new BigDecimal("1E+3")));
        assertEquals("1000", new String(written, StandardCharsets.UTF_8));
    }

    private static ProblemException refused(String body) {
        return assertThrows(ProblemException.class, () -> Json.object(body.getBytes(StandardCharsets.UTF_8)), body);
    }
}
