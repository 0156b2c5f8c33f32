package org.weir.solution.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.weir.solution.engine.solver.Budget;
import org.weir.solution.engine.solver.Clauses;
import org.weir.solution.engine.solver.Search;
import org.weir.solution.engine.solver.Search.Outcome;

/**
 * Finds the product with the given choices that costs least, by halving the distance between the best found and what is
 * proven. Of several equally good ones it takes the one that leaves out the first feature they differ in.
 */
public final class Complete {
    private static final long PER_STEP = 4_000;
    private static final int TIES_UP_TO = 3_000;

    private final CompiledModel compiled;

    public Complete(CompiledModel compiled) {
        this.compiled = compiled;
    }

    /**
     * @param product what is taken, with quantities and values
     * @param cost of the product
     * @param atLeast no product costs less than this; the same as {@code cost} when that is proven to be the least
     */
    public record Completion(List<Choice> product, BigDecimal cost, BigDecimal atLeast) {
        public boolean proven() {
            return cost.compareTo(atLeast) == 0;
        }
    }

    /**
     * @param objective attributes with the factor each counts with; attributes that no feature has count nothing
     * @return null when no product has the choices, or the budget is spent before one was found
     */
    public @Nullable Completion of(List<Choice> choices, Map<String, BigDecimal> objective, Budget budget) {
        int[] assumed = compiled.literals(choices);
        if (assumed == null) {
            return null;
        }
        Costs costs = Costs.of(compiled, objective);
        boolean[] best = costs.solve(compiled.encoding().clauses(), assumed, Long.MAX_VALUE, budget)
                .solution();
        if (best == null) {
            return null;
        }
        long low = costs.offset();
        long proven = low;
        while (low < costs.of(best) && !budget.spent()) {
            long middle = Math.floorDiv(low + costs.of(best) - 1, 2);
            Costs.Found found = costs.solve(compiled.encoding().clauses(), assumed, middle, Budget.of(PER_STEP));
            if (found.solution() != null) {
                best = found.solution();
            } else {
                proven = found.outcome() == Outcome.NONE ? middle + 1 : proven;
                low = middle + 1;
            }
        }
        best = canonical(costs, assumed, best);
        BigDecimal cost = costs.number(costs.of(best));
        return new Completion(product(best), cost, costs.number(proven).min(cost));
    }

    private boolean[] canonical(Costs costs, int[] assumed, boolean[] best) {
        if (compiled.model().features().size() > TIES_UP_TO) {
            return best;
        }
        Search search = new Search(costs.capped(compiled.encoding().clauses(), costs.of(best)));
        for (int literal : assumed) {
            search.assume(literal);
        }
        boolean[] now = best;
        for (Feature feature : compiled.model().features()) {
            for (int variable : variables(feature)) {
                now = without(search, variable, now);
            }
        }
        return now;
    }

    /** The feature itself, then "at least k pieces" from many to few. */
    private int[] variables(Feature feature) {
        int[] steps = compiled.encoding().steps(feature);
        if (steps.length == 0) {
            return new int[] {feature.index()};
        }
        return Arrays.stream(steps).distinct().toArray();
    }

    private static boolean[] without(Search search, int variable, boolean[] now) {
        if (search.value(2 * variable) != 0) {
            return now;
        }
        int off = 2 * variable + 1;
        if (!now[variable]) {
            search.assume(off);
            return now;
        }
        int mark = search.assumed();
        if (search.assume(off) && search.solve(Budget.of(PER_STEP)) == Outcome.FOUND) {
            return search.model();
        }
        search.retract(mark);
        search.assume(off ^ 1);
        return now;
    }

    private List<Choice> product(boolean[] solution) {
        List<Choice> product = new ArrayList<>();
        for (Feature feature : compiled.model().features()) {
            if (solution[feature.index()]) {
                boolean valued = feature.counted() || feature.kind() != Feature.Kind.BOOLEAN;
                product.add(
                        valued && feature.kind() != Feature.Kind.STRING
                                ? new Choice(
                                        feature,
                                        true,
                                        compiled.encoding()
                                                .read(feature, solution)
                                                .stripTrailingZeros()
                                                .toPlainString())
                                : Choice.take(feature));
            }
        }
        return List.copyOf(product);
    }

    /** Weights of variables as whole numbers. */
    private record Costs(int[] literals, long[] weights, long offset, int scale) {
        record Found(Outcome outcome, boolean @Nullable [] solution) {}

        static Costs of(CompiledModel compiled, Map<String, BigDecimal> objective) {
            TreeMap<Integer, BigDecimal> sum = new TreeMap<>();
            objective.forEach((attribute, factor) -> compiled.weights(attribute)
                    .forEach((variable, weight) -> sum.merge(variable, weight.multiply(factor), BigDecimal::add)));
            sum.values().removeIf(it -> it.signum() == 0);
            int scale = sum.values().stream()
                    .mapToInt(it -> Math.max(0, it.stripTrailingZeros().scale()))
                    .max()
                    .orElse(0);
            int[] literals = new int[sum.size()];
            long[] weights = new long[sum.size()];
            long offset = 0;
            int i = 0;
            for (Map.Entry<Integer, BigDecimal> it : sum.entrySet()) {
                long weight = it.getValue().movePointRight(scale).longValueExact();
                literals[i] = weight > 0 ? 2 * it.getKey() : 2 * it.getKey() + 1;
                weights[i++] = Math.abs(weight);
                offset += Math.min(0, weight);
            }
            return new Costs(literals, weights, offset, scale);
        }

        long of(boolean[] solution) {
            long cost = offset;
            for (int i = 0; i < literals.length; i++) {
                cost += solution[literals[i] >> 1] == ((literals[i] & 1) == 0) ? weights[i] : 0;
            }
            return cost;
        }

        BigDecimal number(long cost) {
            return BigDecimal.valueOf(cost, scale);
        }

        Clauses capped(Clauses clauses, long most) {
            return clauses.with(literals, weights, most - offset);
        }

        Found solve(Clauses clauses, int[] assumed, long most, Budget budget) {
            Search search = new Search(most == Long.MAX_VALUE ? clauses : capped(clauses, most));
            for (int literal : assumed) {
                if (!search.assume(literal)) {
                    return new Found(Outcome.NONE, null);
                }
            }
            Outcome outcome = search.solve(budget);
            return new Found(outcome, outcome == Outcome.FOUND ? search.model() : null);
        }
    }
}
