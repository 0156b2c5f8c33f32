package org.weir.solution.engine.solver;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.weir.solution.engine.Feature;

/**
 * Numbers over Boolean variables. A quantity up to 200 is written in unary ({@code at least k}), which concludes best; greater
 * ones and typed features in binary.
 */
final class Numbers {
    private static final int UNARY = 200;
    private static final BigDecimal FAR = BigDecimal.valueOf(1L << 20);
    private static final int DECIMALS_OF_REAL = 3;

    private final Clauses clauses;
    private final Map<Feature, int[]> unary = new HashMap<>();
    private final Map<Feature, Binary> binary = new HashMap<>();
    private final Map<Long, Integer> both = new HashMap<>();

    /** {@code low + step · Σ 2^i bit_i}, 0 when the feature is not taken. */
    record Binary(BigDecimal low, BigDecimal high, BigDecimal step, int[] bits) {}

    Numbers(Clauses clauses) {
        this.clauses = clauses;
    }

    static int taken(Feature feature) {
        return 2 * feature.index();
    }

    /** How many pieces: 0 when it is not taken. */
    Linear quantity(Feature feature) {
        if (!feature.counted()) {
            return Linear.of(taken(feature));
        }
        if (feature.max() > UNARY) {
            return value(feature);
        }
        Linear sum = new Linear();
        for (int literal : atLeast(feature)) {
            sum.add(Linear.of(literal), BigDecimal.ONE);
        }
        return sum;
    }

    /** Literals for "at least k", k from 1, of a counted feature; null when it is written in binary. */
    int @Nullable [] unary(Feature feature) {
        return feature.counted() && feature.max() <= UNARY ? atLeast(feature) : null;
    }

    @Nullable
    Binary binary(Feature feature) {
        return binary.get(feature);
    }

    private int[] atLeast(Feature feature) {
        return unary.computeIfAbsent(feature, it -> {
            int[] literals = new int[it.max()];
            for (int k = 0; k < literals.length; k++) {
                literals[k] = k < Math.max(1, it.min()) ? taken(it) : clauses.fresh();
                if (k >= Math.max(1, it.min())) {
                    clauses.add(literals[k] ^ 1, literals[k - 1]);
                }
            }
            return literals;
        });
    }

    /** The value of a typed feature (or a great quantity). */
    Linear value(Feature feature) {
        Binary number = binary.get(feature);
        if (number == null) {
            number = make(feature);
            binary.put(feature, number);
        }
        Linear sum = Linear.of(taken(feature)).times(number.low());
        for (int i = 0; i < number.bits().length; i++) {
            sum.add(Linear.of(number.bits()[i]), number.step().multiply(BigDecimal.valueOf(1L << i)));
        }
        return sum;
    }

    private Binary make(Feature feature) {
        boolean quantity = feature.kind() == Feature.Kind.BOOLEAN;
        BigDecimal given = feature.number("min");
        BigDecimal low =
                quantity ? BigDecimal.valueOf(Math.max(1, feature.min())) : given == null ? FAR.negate() : given;
        BigDecimal most = feature.number("max");
        BigDecimal high = quantity ? BigDecimal.valueOf(feature.max()) : most == null ? FAR : most;
        BigDecimal step =
                feature.kind() == Feature.Kind.REAL ? BigDecimal.ONE.movePointLeft(DECIMALS_OF_REAL) : BigDecimal.ONE;
        int[] bits = bits(high.subtract(low).divideToIntegralValue(step).longValue());
        for (int bit : bits) {
            clauses.add(bit ^ 1, taken(feature));
        }
        return new Binary(low, high, step, bits);
    }

    private int[] bits(long most) {
        int count = 64 - Long.numberOfLeadingZeros(most);
        int[] bits = new int[count];
        long[] weights = new long[count];
        int[] off = new int[count];
        for (int i = 0; i < count; i++) {
            bits[i] = clauses.fresh();
            off[i] = bits[i] ^ 1;
            weights[i] = 1L << i;
        }
        clauses.addSum(off, weights, (1L << count) - 1 - most);
        return bits;
    }

    /** An integer that nothing but rules binds. */
    Linear free(BigDecimal low, BigDecimal high) {
        Linear sum = Linear.of(low);
        int[] bits = bits(high.subtract(low).longValue());
        for (int i = 0; i < bits.length; i++) {
            sum.add(Linear.of(bits[i]), BigDecimal.valueOf(1L << i));
        }
        return sum;
    }

    /** The variable that is true when both are. */
    int both(int left, int right) {
        long key = ((long) Math.min(left, right) << 32) | Math.max(left, right);
        return both.computeIfAbsent(key, it -> {
            int literal = clauses.fresh();
            clauses.add(literal ^ 1, 2 * left);
            clauses.add(literal ^ 1, 2 * right);
            clauses.add(literal, 2 * left ^ 1, 2 * right ^ 1);
            return literal >> 1;
        });
    }

    /** Pieces in the whole product: those of the feature times those of each counted feature above it. */
    Linear pieces(Feature feature) {
        Linear pieces = quantity(feature);
        for (Feature above = feature.parent(); above != null; above = above.parent()) {
            if (above.counted()) {
                int ofAbove = taken(above) >> 1;
                pieces = pieces.times(
                        quantity(above),
                        (left, right) -> right == ofAbove ? left : left == ofAbove ? right : both(left, right));
            }
        }
        return pieces;
    }

    /** The weighted pieces of all features that carry the attribute. */
    Linear sum(List<Feature> features, String attribute) {
        Linear sum = new Linear();
        for (Feature feature : features) {
            BigDecimal value = feature.number(attribute);
            if (value != null && value.signum() != 0) {
                sum.add(pieces(feature), value);
            }
        }
        return sum;
    }

    /** Literals that fix the number; empty when no rule looks at it; null when it is out of reach. */
    @Nullable
    List<Integer> exactly(Feature feature, BigDecimal value) {
        List<Integer> literals = new ArrayList<>(List.of(taken(feature)));
        int[] steps = unary(feature);
        if (steps != null) {
            int wanted = value.intValue();
            if (wanted < Math.max(1, feature.min()) || wanted > feature.max()) {
                return null;
            }
            literals.add(steps[wanted - 1]);
            if (wanted < feature.max()) {
                literals.add(steps[wanted] ^ 1);
            }
            return literals;
        }
        Binary number = binary.get(feature);
        if (number == null) {
            return literals;
        }
        BigDecimal[] steps2 = value.subtract(number.low()).divideAndRemainder(number.step());
        if (steps2[1].signum() != 0 || value.compareTo(number.low()) < 0 || value.compareTo(number.high()) > 0) {
            return null;
        }
        long pattern = steps2[0].longValueExact();
        for (int i = 0; i < number.bits().length; i++) {
            literals.add((pattern >> i & 1) == 1 ? number.bits()[i] : number.bits()[i] ^ 1);
        }
        return literals;
    }

    /** The value in a solution. */
    BigDecimal read(Feature feature, boolean[] solution) {
        Linear linear = unary(feature) != null || binary.get(feature) == null ? quantity(feature) : value(feature);
        BigDecimal sum = linear.constantPart();
        for (Map.Entry<Integer, BigDecimal> it : new TreeMap<>(linear.weights()).entrySet()) {
            sum = solution[it.getKey()] ? sum.add(it.getValue()) : sum;
        }
        return sum;
    }
}
