package org.weir.solution.engine;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.weir.solution.engine.solver.Budget;
import org.weir.solution.engine.uvl.UvlReader;

/** Everything the engine answers about some hundreds of small models, compared with all their products. */
final class BruteForceTest {
    private static final int MODELS = 600;

    @Test
    void standings_conflicts_and_completions_are_those_of_brute_force() {
        int full = 0;
        for (int seed = 0; seed < MODELS; seed++) {
            String source = RandomModel.of(seed);
            FeatureModel model = UvlReader.read(source);
            List<int[]> products = new BruteForce(model).products();
            CompiledModel compiled = CompiledModel.of(model);
            String where = "seed " + seed + "\n" + source;
            assertEquals(products.isEmpty(), compiled.isVoid(), where);
            full += products.isEmpty() ? 0 : 1;
            Random random = new Random(seed);
            List<Choice> choices = new ArrayList<>();
            for (int step = 0; step < 4 && !products.isEmpty(); step++) {
                standing(compiled, choices, products, where);
                completion(compiled, choices, products, where);
                Choice next = any(model, random);
                Choice wanted = next;
                List<Choice> others = new ArrayList<>(choices);
                others.removeIf(it -> it.feature() == wanted.feature());
                conflict(compiled, others, wanted, products, where);
                others.add(wanted);
                choices = some(products, others) ? others : choices;
            }
        }
        assertTrue(full > MODELS / 2, "too many models without products");
    }

    private static Choice any(FeatureModel model, Random random) {
        Feature feature = model.features().get(random.nextInt(model.features().size()));
        if (feature.counted() && random.nextBoolean()) {
            return Choice.count(feature, 1 + random.nextInt(feature.max()));
        }
        return random.nextInt(3) > 0 ? Choice.take(feature) : Choice.leave(feature);
    }

    private static boolean has(int[] product, Choice choice) {
        int pieces = product[choice.feature().index()];
        return choice.taken()
                ? pieces > 0 && (choice.value() == null || pieces == Integer.parseInt(choice.value()))
                : pieces == 0;
    }

    private static boolean some(List<int[]> products, List<Choice> choices) {
        return products.stream().anyMatch(it -> choices.stream().allMatch(choice -> has(it, choice)));
    }

    private static List<int[]> with(List<int[]> products, List<Choice> choices) {
        return products.stream()
                .filter(it -> choices.stream().allMatch(choice -> has(it, choice)))
                .toList();
    }

    private static void standing(CompiledModel compiled, List<Choice> choices, List<int[]> all, String where) {
        List<int[]> products = with(all, choices);
        Standing standing = compiled.standing(choices, List.of(), null);
        Standing glance = compiled.glance(choices);
        assertEquals(!products.isEmpty(), standing.possible(), where);
        for (Feature feature : compiled.model().features()) {
            String at = feature + " under " + choices + " of " + where;
            boolean ever = products.stream().anyMatch(it -> it[feature.index()] > 0);
            boolean always = products.stream().allMatch(it -> it[feature.index()] > 0);
            assertEquals(always, standing.forced(feature), at);
            assertEquals(!ever, standing.forbidden(feature), at);
            assertFalse(glance.forced(feature) && !always, at);
            assertFalse(glance.forbidden(feature) && ever, at);
            if (always && feature.counted()) {
                assertEquals(
                        products.stream()
                                .mapToInt(it -> it[feature.index()])
                                .min()
                                .orElse(-1),
                        standing.least(feature),
                        at);
                assertEquals(
                        products.stream()
                                .mapToInt(it -> it[feature.index()])
                                .max()
                                .orElse(-1),
                        standing.most(feature),
                        at);
            }
        }
    }

    private static void conflict(
            CompiledModel compiled, List<Choice> choices, Choice wanted, List<int[]> products, String where) {
        Explain.@Nullable Conflict conflict = new Explain(compiled).why(choices, wanted);
        List<Choice> all = new ArrayList<>(choices);
        all.add(wanted);
        if (some(products, all)) {
            assertNull(conflict, where);
            return;
        }
        assertNotNull(conflict, where);
        assertTrue(choices.containsAll(conflict.choices()), where);
        List<Choice> cited = new ArrayList<>(conflict.choices());
        cited.add(wanted);
        assertFalse(some(products, cited), where);
        for (Choice one : conflict.choices()) {
            List<Choice> fewer = new ArrayList<>(cited);
            fewer.remove(one);
            assertTrue(some(products, fewer), "not minimal: " + conflict + " in " + where);
        }
        assertTrue(conflict.never() || conflict.ways().size() >= 2, where);
        for (Explain.WayOut way : conflict.ways()) {
            List<Choice> after = new ArrayList<>(choices);
            after.removeAll(way.drop());
            for (Choice added : way.add()) {
                after.removeIf(it -> it.feature() == added.feature());
                after.add(added);
            }
            assertTrue(some(products, after), "no way out: " + way + " in " + where);
        }
    }

    private static void completion(CompiledModel compiled, List<Choice> choices, List<int[]> all, String where) {
        Complete.Completion completion =
                new Complete(compiled).of(choices, Map.of("w", BigDecimal.ONE), Budget.of(100_000));
        assertNotNull(completion, where);
        assertTrue(completion.proven(), where);
        BigDecimal least = with(all, choices).stream()
                .map(it -> weight(compiled.model(), it))
                .min(BigDecimal::compareTo)
                .orElseThrow();
        assertEquals(0, least.compareTo(completion.cost()), where);
        assertTrue(some(all, completion.product()), where);
    }

    private static BigDecimal weight(FeatureModel model, int[] product) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Feature feature : model.features()) {
            BigDecimal value = feature.number("w");
            long times = product[feature.index()];
            for (Feature above = feature.parent(); above != null; above = above.parent()) {
                times *= above.counted() ? product[above.index()] : 1;
            }
            sum = value == null ? sum : sum.add(value.multiply(BigDecimal.valueOf(times)));
        }
        return sum;
    }

    @Test
    void answers_do_not_depend_on_the_order_of_the_rules() {
        for (int seed = 0; seed < 200; seed++) {
            FeatureModel model = UvlReader.read(RandomModel.of(seed));
            List<Rule> turned = new ArrayList<>(model.rules());
            Collections.reverse(turned);
            CompiledModel one = CompiledModel.of(model);
            CompiledModel other = CompiledModel.of(new FeatureModel(model.features(), turned));
            if (!one.isVoid()) {
                Map<String, BigDecimal> goal = Map.of("w", BigDecimal.ONE);
                assertEquals(
                        new Complete(one).of(List.of(), goal, Budget.of(100_000)),
                        new Complete(other).of(List.of(), goal, Budget.of(100_000)));
                Random random = new Random(seed);
                List<Choice> choices = List.of(any(model, random), any(model, random), any(model, random));
                if (one.consistent(choices)) {
                    Choice wanted = any(model, random);
                    assertEquals(new Explain(one).why(choices, wanted), new Explain(other).why(choices, wanted));
                }
            }
        }
    }
}
