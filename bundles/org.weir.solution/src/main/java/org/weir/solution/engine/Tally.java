package org.weir.solution.engine;

import java.math.BigDecimal;
import java.math.RoundingMode;

/** Adds attributes up over what is taken for certain, each in the fewest pieces it will have. */
public final class Tally {
    private final FeatureModel model;
    private final Standing standing;

    public Tally(FeatureModel model, Standing standing) {
        this.model = model;
        this.standing = standing;
    }

    /** Pieces in the whole product, 0 when it is not taken for certain. */
    public int pieces(Feature feature) {
        int pieces = standing.forced(feature) ? standing.least(feature) : 0;
        for (Feature above = feature.parent(); above != null && pieces > 0; above = above.parent()) {
            pieces *= above.counted() ? standing.least(above) : 1;
        }
        return pieces;
    }

    public BigDecimal sum(String attribute) {
        BigDecimal sum = BigDecimal.ZERO;
        for (Feature feature : model.features()) {
            BigDecimal value = feature.number(attribute);
            if (value != null && standing.forced(feature)) {
                sum = sum.add(value.multiply(BigDecimal.valueOf(pieces(feature))));
            }
        }
        return sum;
    }

    /** The value of a capacity: numbers, sums and attributes with + - * /. */
    public BigDecimal value(Expression expression) {
        if (expression instanceof Expression.Number number) {
            return number.value();
        }
        if (expression instanceof Expression.Sum sum && sum.below() == null) {
            return sum(sum.attribute());
        }
        if (expression instanceof Expression.Attribute attribute && standing.forced(attribute.feature())) {
            BigDecimal number = attribute.feature().number(attribute.attribute());
            return number == null ? BigDecimal.ZERO : number;
        }
        if (expression instanceof Expression.ValueOf of && of.feature().kind() == Feature.Kind.BOOLEAN) {
            return BigDecimal.valueOf(standing.forced(of.feature()) ? standing.least(of.feature()) : 0);
        }
        return expression instanceof Expression.Arithmetic arithmetic ? arithmetic(arithmetic) : BigDecimal.ZERO;
    }

    private BigDecimal arithmetic(Expression.Arithmetic it) {
        BigDecimal left = value(it.left());
        BigDecimal right = value(it.right());
        return switch (it.operator()) {
            case '+' -> left.add(right);
            case '-' -> left.subtract(right);
            case '*' -> left.multiply(right);
            default -> right.signum() == 0 ? BigDecimal.ZERO : left.divide(right, 6, RoundingMode.HALF_EVEN);
        };
    }
}
