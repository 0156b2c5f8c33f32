package org.weir.solution.engine.solver;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.weir.base.api.Text;
import org.weir.solution.engine.ModelException;

/** A rule over literals, with negation only at the leaves. */
sealed interface Condition {
    Condition TRUE = new All(List.of());
    Condition FALSE = new Any(List.of());

    record Lit(int literal) implements Condition {}

    /** The weights of the true literals reach the bound; weights positive. */
    record Reach(int[] literals, long[] weights, long bound) implements Condition {}

    record All(List<Condition> of) implements Condition {}

    record Any(List<Condition> of) implements Condition {}

    default Condition negated() {
        if (this instanceof Lit lit) {
            return new Lit(lit.literal() ^ 1);
        }
        if (this instanceof All all) {
            return new Any(all.of().stream().map(Condition::negated).toList());
        }
        if (this instanceof Any any) {
            return new All(any.of().stream().map(Condition::negated).toList());
        }
        Reach reach = (Reach) this;
        int[] literals = new int[reach.literals().length];
        long total = 0;
        for (int i = 0; i < literals.length; i++) {
            literals[i] = reach.literals()[i] ^ 1;
            total += reach.weights()[i];
        }
        return reach(literals, reach.weights(), total - reach.bound() + 1);
    }

    /** The sum is 0 or more ({@code strict}: more than 0). */
    static Condition positive(Linear sum, boolean strict, int line) {
        int scale = sum.scale();
        int count = sum.weights().size();
        int[] literals = new int[count];
        long[] weights = new long[count];
        long bound = Math.subtractExact(strict ? 1 : 0, whole(sum.constantPart(), scale, line));
        int i = 0;
        for (Map.Entry<Integer, BigDecimal> it : sum.weights().entrySet()) {
            long weight = whole(it.getValue(), scale, line);
            literals[i] = weight > 0 ? 2 * it.getKey() : 2 * it.getKey() + 1;
            weights[i++] = Math.abs(weight);
            bound -= Math.min(0, weight);
        }
        return reach(literals, weights, bound);
    }

    private static Condition reach(int[] literals, long[] weights, long bound) {
        long total = 0;
        for (long weight : weights) {
            total += weight;
        }
        if (bound <= 0) {
            return TRUE;
        }
        if (total < bound) {
            return FALSE;
        }
        return literals.length == 1 ? new Lit(literals[0]) : new Reach(literals, weights, bound);
    }

    private static long whole(BigDecimal number, int scale, int line) {
        BigDecimal scaled = number.movePointRight(scale);
        if (scaled.abs().compareTo(BigDecimal.valueOf(1L << 52)) > 0) {
            throw new ModelException(line, 1, Text.of("uvl.too-great"));
        }
        return scaled.longValueExact();
    }
}
