package org.weir.rest.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
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

    record Measured(BigDecimal amount, LocalDate on, Instant at, long count) {}

    @Test
    void amounts_days_and_moments_are_read_exactly() {
        Measured measured = PlainReader.read(
                Json.newObject()
                        .put("amount", new BigDecimal("12.50"))
                        .put("on", "2026-05-04")
                        .put("at", "2026-05-04T10:00:00Z")
                        .put("count", 3_000_000_000L),
                Measured.class);
        assertEquals(
                new Measured(
                        new BigDecimal("12.50"),
                        LocalDate.of(2026, 5, 4),
                        Instant.parse("2026-05-04T10:00:00Z"),
                        3_000_000_000L),
                measured);
        ProblemException problem = assertThrows(
                ProblemException.class,
                () -> PlainReader.read(
                        Json.newObject()
                                .put("amount", new BigDecimal("1e999999"))
                                .put("on", "yesterday")
                                .put("at", 1)
                                .put("count", "1"),
                        Measured.class));
        assertEquals(4, problem.fields().size());
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
