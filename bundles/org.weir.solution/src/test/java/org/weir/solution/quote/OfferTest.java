package org.weir.solution.quote;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class OfferTest {
    private static Offer.Line line(String item, long quantity, String price, @Nullable String cost) {
        BigDecimal unitPrice = new BigDecimal(price);
        return new Offer.Line(
                UUID.randomUUID(),
                1,
                "Urban",
                item,
                "hardware",
                item,
                quantity,
                1,
                unitPrice,
                BigDecimal.ZERO,
                Offer.lineTotal(quantity, 1, unitPrice, BigDecimal.ZERO, "EUR"),
                cost == null ? null : new BigDecimal(cost));
    }

    private static Offer offer(String discount, Offer.Line... lines) {
        return Offer.of("EUR", new BigDecimal(discount), new BigDecimal(18), new BigDecimal(34), List.of(lines));
    }

    @Test
    void the_edges_of_the_corridor_are_inside_and_a_cent_beyond_is_not() {
        assertEquals(
                Quote.Corridor.INSIDE,
                offer("0", line("A", 1, "100.00", "82.00")).corridor());
        assertEquals(
                Quote.Corridor.BELOW_FLOOR,
                offer("0", line("A", 1, "100.00", "82.01")).corridor());
        assertEquals(
                Quote.Corridor.INSIDE,
                offer("0", line("A", 1, "100.00", "66.00")).corridor());
        assertEquals(
                Quote.Corridor.ABOVE_CEILING,
                offer("0", line("A", 1, "100.00", "65.99")).corridor());
    }

    @Test
    void a_margin_that_only_looks_like_the_floor_when_rounded_is_below_it() {
        Offer offer = offer("0", line("A", 1, "100000.00", "82000.01"));
        assertEquals(new BigDecimal("18.00"), offer.margin());
        assertEquals(Quote.Corridor.BELOW_FLOOR, offer.corridor());
    }

    @Test
    void one_line_without_a_cost_makes_the_margin_unknown_and_giving_everything_away_is_below_the_floor() {
        Offer unknown = offer("0", line("A", 1, "100", "70"), line("B", 1, "1", null));
        assertNull(unknown.cost());
        assertEquals(Quote.Corridor.UNKNOWN, unknown.corridor());
        assertEquals(Quote.Corridor.UNKNOWN, offer("0").corridor());
        assertEquals(
                Quote.Corridor.BELOW_FLOOR,
                offer("100", line("A", 1, "100", "70")).corridor());
    }

    @Test
    void the_fingerprint_tells_figures_apart_and_not_how_they_are_written() {
        String one = offer("5", line("A", 1, "100", "70")).fingerprint();
        assertEquals(one, offer("5.00", line("A", 1, "100.0000", "70.00")).fingerprint());
        assertNotEquals(one, offer("5.01", line("A", 1, "100", "70")).fingerprint());
        assertNotEquals(one, offer("5", line("A", 2, "50", "35")).fingerprint());
        assertNotEquals(one, offer("5", line("B", 1, "100", "70")).fingerprint());
        assertNotEquals(one, offer("5", line("A", 1, "100", "71")).fingerprint());
    }

    @Test
    void versions_are_compared_by_what_the_lines_are_about() {
        Offer before = offer("0", line("A", 1, "100", "70"), line("B", 1, "50", "35"), line("C", 1, "5", "3"));
        Offer after = offer("0", line("C", 1, "5", "3"), line("A", 2, "100", "70"), line("D", 1, "7", "5"));
        List<CompareVersions.Pair> pairs = CompareVersions.of(before, after);
        assertEquals(
                List.of("SAME C", "CHANGED A", "ADDED D", "REMOVED B"),
                pairs.stream().map(it -> it.kind() + " " + about(it).item()).toList());
        assertEquals(new BigDecimal("100.00"), pairs.get(1).difference());
        assertEquals(new BigDecimal("-50.00"), pairs.get(3).difference());
    }

    private static Offer.Line about(CompareVersions.Pair pair) {
        Offer.Line after = pair.after();
        return after == null ? java.util.Objects.requireNonNull(pair.before()) : after;
    }
}
