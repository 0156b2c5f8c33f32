package org.weir.solution.engine.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * What has to hold, over Boolean variables numbered from 0: clauses, and sums of literals with weights that reach a bound.
 * The literal of variable v is {@code 2v}, its negation {@code 2v+1}. Filled once, then only read.
 */
public final class Clauses {
    private final List<int[]> clauses = new ArrayList<>();
    private final List<Sum> sums = new ArrayList<>();
    private int variables;
    private boolean empty;

    /** {@code weights[i]} counts when {@code literals[i]} is true; weights positive, greatest first. */
    public record Sum(int[] literals, long[] weights, long bound) {
        long most() {
            return Arrays.stream(weights).sum();
        }
    }

    public static int not(int literal) {
        return literal ^ 1;
    }

    public int variables() {
        return variables;
    }

    public void atLeast(int count) {
        variables = Math.max(variables, count);
    }

    /** The positive literal of a new variable. */
    public int fresh() {
        return 2 * variables++;
    }

    /** At least one of them. Without any: nothing fits any more. */
    public void add(int... literals) {
        int[] sorted = Arrays.stream(literals).sorted().distinct().toArray();
        for (int i = 1; i < sorted.length; i++) {
            if (sorted[i] == (sorted[i - 1] ^ 1)) {
                return;
            }
        }
        if (sorted.length == 0) {
            empty = true;
        } else {
            atLeast((sorted[sorted.length - 1] >> 1) + 1);
            clauses.add(sorted);
        }
    }

    /** Weights positive; the bound may already be reached (then it says nothing). */
    void addSum(int[] literals, long[] weights, long bound) {
        if (bound <= 0) {
            return;
        }
        Integer[] order = new Integer[literals.length];
        Arrays.setAll(order, i -> i);
        Arrays.sort(
                order,
                (a, b) -> weights[a] == weights[b]
                        ? Integer.compare(literals[a], literals[b])
                        : Long.compare(weights[b], weights[a]));
        int[] sortedLiterals = new int[literals.length];
        long[] sortedWeights = new long[literals.length];
        for (int i = 0; i < order.length; i++) {
            sortedLiterals[i] = literals[order[i]];
            sortedWeights[i] = Math.min(weights[order[i]], bound);
        }
        Sum sum = new Sum(sortedLiterals, sortedWeights, bound);
        if (sum.most() < bound) {
            empty = true;
        } else if (sortedWeights[literals.length - 1] >= bound) {
            add(sortedLiterals);
        } else {
            sums.add(sum);
        }
    }

    /** Something that can never hold is among them. */
    boolean contradictory() {
        return empty;
    }

    List<int[]> clauses() {
        return clauses;
    }

    List<Sum> sums() {
        return sums;
    }

    /** All of this, and besides the weights of the true literals stay at or below {@code most}. */
    public Clauses with(int[] literals, long[] weights, long most) {
        Clauses copy = new Clauses();
        copy.clauses.addAll(clauses);
        copy.sums.addAll(sums);
        copy.variables = variables;
        copy.empty = empty || most < 0;
        int[] off = Arrays.stream(literals).map(Clauses::not).toArray();
        copy.addSum(off, weights, Arrays.stream(weights).sum() - most);
        return copy;
    }
}
