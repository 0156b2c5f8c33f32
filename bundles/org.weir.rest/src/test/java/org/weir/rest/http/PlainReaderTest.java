package org.weir.rest.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.weir.base.api.ProblemException;
import org.weir.records.api.Exports;
import org.weir.rest.api.Needed;

final class PlainReaderTest {
    record Inner(@Needed String name) {}

    record Body(
            @Needed String text,
            @Nullable UUID id,
            int number,
            boolean flag,
            List<Inner> inner,
            Map<String, List<Integer>> columns,
            Exports.@Nullable Format format) {}

    @Test
    void a_body_becomes_a_record() {
        UUID id = UUID.randomUUID();
        Body body = read(
                "{\"text\":\"a\",\"id\":\"" + id
                        + "\",\"number\":3,\"flag\":true,\"inner\":[{\"name\":\"b\"}],\"columns\":{\"x\":[1,2]},\"format\":\"csv\"}");
        assertEquals(
                new Body("a", id, 3, true, List.of(new Inner("b")), Map.of("x", List.of(1, 2)), Exports.Format.CSV),
                body);
    }

    @Test
    void what_may_be_missing_is_empty() {
        assertEquals(new Body("a", null, 0, false, List.of(), Map.of(), null), read("{\"text\":\"a\"}"));
    }

    @Test
    void everything_that_is_wrong_is_named_at_once() {
        ProblemException problem = assertThrows(
                ProblemException.class,
                () -> read("{\"id\":\"1-1-1-1-1\",\"number\":1.5,\"flag\":\"true\",\"inner\":[{\"nam\":1}],"
                        + "\"columns\":{\"x\":[\"1\"]},\"format\":\"CSV\",\"other\":1}"));
        assertEquals(400, problem.status());
        assertEquals(
                List.of(
                        "text",
                        "id",
                        "number",
                        "flag",
                        "inner/0/name",
                        "inner/0/nam",
                        "columns/x/0",
                        "format",
                        "other"),
                problem.fields().stream().map(ProblemException.At::field).toList());
    }

    @Test
    void half_a_surrogate_pair_and_nul_are_no_text() {
        assertThrows(ProblemException.class, () -> read("{\"text\":\"\\ud800\"}"));
        assertThrows(ProblemException.class, () -> read("{\"text\":\"\\udc00\\ud800\"}"));
        assertThrows(ProblemException.class, () -> read("{\"text\":\"a\\u0000\"}"));
        assertEquals("🌊", read("{\"text\":\"\\ud83c\\udf0a\"}").text());
    }

    private static Body read(String json) {
        return PlainReader.read(Json.object(json.getBytes(StandardCharsets.UTF_8)), Body.class);
    }
}
