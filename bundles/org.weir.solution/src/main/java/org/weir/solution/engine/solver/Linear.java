package org.weir.solution.engine.solver;

import java.math.BigDecimal;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.IntBinaryOperator;

/** An exact sum: weights of Boolean variables (which count when true) and a constant. Immutable once handed out. */
final class Linear {
    private final TreeMap<Integer, BigDecimal> weights = new TreeMap<>();
    private BigDecimal constant = BigDecimal.ZERO;

    static Linear of(BigDecimal constant) {
        Linear linear = new Linear();
        linear.constant = constant;
        return linear;
    }

    static Linear of(int literal) {
        Linear linear = new Linear();
        if ((literal & 1) == 0) {
            linear.put(literal >> 1, BigDecimal.ONE);
        } else {
            linear.constant = BigDecimal.ONE;
            linear.put(literal >> 1, BigDecimal.ONE.negate());
        }
        return linear;
    }

    private void put(int variable, BigDecimal weight) {
        BigDecimal sum = weights.getOrDefault(variable, BigDecimal.ZERO).add(weight);
        if (sum.signum() == 0) {
            weights.remove(variable);
        } else {
            weights.put(variable, sum);
        }
    }

    boolean constant() {
        return weights.isEmpty();
    }

    BigDecimal constantPart() {
        return constant;
    }

    Map<Integer, BigDecimal> weights() {
        return weights;
    }

    Linear plus(Linear other) {
        Linear sum = times(BigDecimal.ONE);
        other.weights.forEach(sum::put);
        sum.constant = constant.add(other.constant);
        return sum;
    }

    /** Adds in place; only while this is being built. */
    void add(Linear other, BigDecimal factor) {
        other.weights.forEach((variable, weight) -> put(variable, weight.multiply(factor)));
        constant = constant.add(other.constant.multiply(factor));
    }

    Linear minus(Linear other) {
        return plus(other.times(BigDecimal.ONE.negate()));
    }

    Linear times(BigDecimal factor) {
        Linear product = new Linear();
        weights.forEach((variable, weight) -> product.put(variable, weight.multiply(factor)));
        product.constant = constant.multiply(factor);
        return product;
    }

    /** @param both the variable that is true when both given ones are */
    Linear times(Linear other, IntBinaryOperator both) {
        Linear product = times(other.constant);
        other.weights.forEach((variable, weight) -> product.put(variable, weight.multiply(constant)));
        weights.forEach((left, leftWeight) -> other.weights.forEach((right, rightWeight) -> product.put(
                left.equals(right) ? left : both.applyAsInt(left, right), leftWeight.multiply(rightWeight))));
        return product;
    }

    /** The least (or greatest) it can be. */
    BigDecimal bound(boolean greatest) {
        BigDecimal bound = constant;
        for (BigDecimal weight : weights.values()) {
            if ((weight.signum() > 0) == greatest) {
                bound = bound.add(weight);
            }
        }
        return bound;
    }

    int scale() {
        int scale = Math.max(0, constant.stripTrailingZeros().scale());
        for (BigDecimal weight : weights.values()) {
            scale = Math.max(scale, weight.stripTrailingZeros().scale());
        }
        return scale;
    }
}
