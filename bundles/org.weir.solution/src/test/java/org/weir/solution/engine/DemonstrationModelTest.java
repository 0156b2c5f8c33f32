package org.weir.solution.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.weir.solution.engine.solver.Budget;
import org.weir.solution.engine.uvl.UvlReader;

final class DemonstrationModelTest {
    private final CompiledModel compiled = compiled();
    private final Explain explain = new Explain(compiled);

    private static CompiledModel compiled() {
        try (InputStream in = DemonstrationModelTest.class.getResourceAsStream("/models/site-energy-and-radio.uvl")) {
            return CompiledModel.of(
                    UvlReader.read(new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8)));
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private Feature feature(String name) {
        return Objects.requireNonNull(compiled.model().find(name), name);
    }

    private Choice take(String name) {
        return Choice.take(feature(name));
    }

    private Choice count(String name, int pieces) {
        return Choice.count(feature(name), pieces);
    }

    @Test
    void every_feature_can_be_had_and_few_are_in_every_site() {
        assertFalse(compiled.isVoid());
        for (Feature feature : compiled.model().features()) {
            assertFalse(compiled.bare().forbidden(feature), feature.name());
        }
        assertTrue(compiled.bare().forced(feature("Installation")));
        assertTrue(compiled.bare().open(feature("Lithium100")));
    }

    @Test
    void what_follows_from_a_kind_of_site_is_known_with_its_quantities() {
        Standing urban = compiled.standing(List.of(take("UrbanMacro")), List.of(), null);
        assertTrue(urban.forced(feature("Radio5G")));
        assertEquals(2, urban.least(feature("Radio5G")));
        assertTrue(urban.forced(feature("Licence5G")));
        assertEquals(2, urban.least(feature("Licence5G")));
        assertTrue(urban.forbidden(feature("Generator")));
        Standing small = compiled.standing(List.of(take("Rectifier12"), take("Lithium200")), List.of(), null);
        assertEquals(2, small.most(feature("Lithium200")));
    }

    @Test
    void a_quantity_beyond_the_capacity_is_explained_and_smaller_ones_are_offered() {
        List<Choice> choices = List.of(take("UrbanMacro"), take("ExistingCabinet"), take("Rectifier12"));
        Explain.Conflict conflict = explain.why(choices, count("Lithium200", 4));
        assertNotNull(conflict);
        assertEquals(List.of(take("Rectifier12")), conflict.choices());
        assertTrue(conflict.ways().size() >= 2, conflict.ways().toString());
        assertEquals(
                new Explain.WayOut(List.of(take("Rectifier12")), List.of(count("Lithium200", 4), take("Rectifier24"))),
                conflict.ways().get(0));
        assertEquals(
                new Explain.WayOut(List.of(), List.of(count("Lithium200", 2))),
                conflict.ways().get(1));
        for (Explain.WayOut way : conflict.ways()) {
            List<Choice> after = new ArrayList<>(choices);
            after.removeAll(way.drop());
            after.addAll(way.add());
            assertTrue(compiled.consistent(after), way.toString());
        }
    }

    @Test
    void completion_is_proven_to_be_the_cheapest_and_energy_is_another_goal() {
        Complete complete = new Complete(compiled);
        List<Choice> urban = List.of(take("UrbanMacro"));
        Complete.Completion cheapest =
                Objects.requireNonNull(complete.of(urban, Map.of("price", BigDecimal.ONE), Budget.of(100_000)));
        assertTrue(cheapest.proven());
        assertEquals(new BigDecimal("11200"), cheapest.cost());
        Complete.Completion green =
                Objects.requireNonNull(complete.of(urban, Map.of("energy", BigDecimal.ONE), Budget.of(100_000)));
        assertTrue(green.proven());
        assertTrue(green.product().contains(count("SolarSet2", 4))
                || green.product().stream().anyMatch(it -> it.feature().name().startsWith("SolarSet")));
        assertTrue(compiled.consistent(green.product()));
        assertTrue(compiled.consistent(cheapest.product()));
    }
}
