package org.weir.solution.engine;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** All products of a small model, by trying everything; the meaning of models written down a second time. */
final class BruteForce {
    private final FeatureModel model;
    private final List<int[]> products = new ArrayList<>();

    /** A number as a fraction, so that division is exact; null is "undefined". */
    private record Fraction(BigInteger top, BigInteger bottom) {
        static Fraction of(BigDecimal number) {
            BigInteger scale = BigInteger.TEN.pow(Math.max(0, number.scale()));
            return new Fraction(number.multiply(new BigDecimal(scale)).toBigIntegerExact(), scale);
        }

        int compare(Fraction other) {
            int sign = bottom.signum() * other.bottom.signum();
            return sign * top.multiply(other.bottom).compareTo(other.top.multiply(bottom));
        }
    }

    BruteForce(FeatureModel model) {
        this.model = model;
        go(new int[model.features().size()], 0);
    }

    /** Pieces by feature, 0 for not taken. */
    List<int[]> products() {
        return products;
    }

    private void go(int[] pieces, int at) {
        if (at == pieces.length) {
            if (tree(pieces) && model.rules().stream().allMatch(it -> holds(it.condition(), pieces))) {
                products.add(pieces.clone());
            }
            return;
        }
        Feature feature = model.features().get(at);
        for (int count = 0; count <= feature.max(); count++) {
            if (count == 0 || count >= feature.min()) {
                pieces[at] = count;
                go(pieces, at + 1);
            }
        }
    }

    private boolean tree(int[] pieces) {
        if (pieces[0] == 0) {
            return false;
        }
        for (Feature feature : model.features()) {
            boolean taken = pieces[feature.index()] > 0;
            if (taken && feature.parent() != null && pieces[feature.parent().index()] == 0) {
                return false;
            }
            for (Group group : feature.groups()) {
                long count = group.features().stream()
                        .filter(it -> pieces[it.index()] > 0)
                        .count();
                if (taken && !fits(group, count, pieces)) {
                    return false;
                }
            }
        }
        return true;
    }

    private static boolean fits(Group group, long count, int[] pieces) {
        return switch (group.kind()) {
            case MANDATORY -> group.features().stream().allMatch(it -> it.min() == 0 || pieces[it.index()] > 0);
            case OPTIONAL -> true;
            case OR -> count >= 1;
            case ALTERNATIVE -> count == 1;
            case CARDINALITY -> count >= group.min() && count <= group.max();
        };
    }

    private boolean holds(Expression it, int[] pieces) {
        if (it instanceof Expression.Taken taken) {
            return pieces[taken.feature().index()] > 0;
        }
        if (it instanceof Expression.Not not) {
            return !holds(not.of(), pieces);
        }
        if (it instanceof Expression.All all) {
            return all.of().stream().allMatch(part -> holds(part, pieces));
        }
        if (it instanceof Expression.Any any) {
            return any.of().stream().anyMatch(part -> holds(part, pieces));
        }
        if (it instanceof Expression.Same same) {
            return holds(same.left(), pieces) == holds(same.right(), pieces);
        }
        Expression.Compare compare = (Expression.Compare) it;
        Fraction left = value(compare.left(), pieces);
        Fraction right = value(compare.right(), pieces);
        if (left == null || right == null) {
            return false;
        }
        int sign = left.compare(right);
        return switch (compare.how()) {
            case EQUAL -> sign == 0;
            case UNEQUAL -> sign != 0;
            case LESS -> sign < 0;
            case AT_MOST -> sign <= 0;
            case GREATER -> sign > 0;
            case AT_LEAST -> sign >= 0;
        };
    }

    private @Nullable Fraction value(Expression it, int[] pieces) {
        if (it instanceof Expression.Number number) {
            return Fraction.of(number.value());
        }
        if (it instanceof Expression.ValueOf of) {
            return Fraction.of(BigDecimal.valueOf(pieces[of.feature().index()]));
        }
        if (it instanceof Expression.Attribute attribute) {
            BigDecimal number = attribute.feature().number(attribute.attribute());
            return Fraction.of(pieces[attribute.feature().index()] == 0 || number == null ? BigDecimal.ZERO : number);
        }
        if (it instanceof Expression.Sum sum) {
            return Fraction.of(sum(sum.below(), sum.attribute(), pieces)[0]);
        }
        if (it instanceof Expression.Average average) {
            BigDecimal[] sum = sum(average.below(), average.attribute(), pieces);
            return over(Fraction.of(sum[0]), Fraction.of(sum[1]));
        }
        Expression.Arithmetic arithmetic = (Expression.Arithmetic) it;
        Fraction left = value(arithmetic.left(), pieces);
        Fraction right = value(arithmetic.right(), pieces);
        if (left == null || right == null) {
            return null;
        }
        BigInteger cross = left.top().multiply(right.bottom());
        BigInteger other = right.top().multiply(left.bottom());
        BigInteger bottom = left.bottom().multiply(right.bottom());
        return switch (arithmetic.operator()) {
            case '+' -> new Fraction(cross.add(other), bottom);
            case '-' -> new Fraction(cross.subtract(other), bottom);
            case '*' -> new Fraction(left.top().multiply(right.top()), bottom);
            default -> over(left, right);
        };
    }

    private static @Nullable Fraction over(Fraction top, Fraction bottom) {
        return bottom.top().signum() == 0
                ? null
                : new Fraction(top.top().multiply(bottom.bottom()), top.bottom().multiply(bottom.top()));
    }

    private BigDecimal[] sum(@Nullable Feature below, String attribute, int[] pieces) {
        BigDecimal sum = BigDecimal.ZERO;
        long count = 0;
        for (Feature feature : model.features()) {
            BigDecimal value = feature.number(attribute);
            if (value != null && (below == null || feature.within(below))) {
                long times = pieces[feature.index()];
                for (Feature above = feature.parent(); above != null; above = above.parent()) {
                    times *= above.counted() ? pieces[above.index()] : 1;
                }
                sum = sum.add(value.multiply(BigDecimal.valueOf(times)));
                count += times;
            }
        }
        return new BigDecimal[] {sum, BigDecimal.valueOf(count)};
    }
}
