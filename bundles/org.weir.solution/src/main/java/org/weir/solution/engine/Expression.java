package org.weir.solution.engine;

import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The language of rules. Conditions are {@link Taken}, {@link Flag}, {@link Not}, {@link All}, {@link Any}, {@link Same} and {@link
 * Compare}; the others are numbers or texts.
 */
public sealed interface Expression {
    /** The feature is part of the product. */
    record Taken(Feature feature) implements Expression {}

    /** The feature is taken and its attribute says true. */
    record Flag(Feature feature, String attribute) implements Expression {}

    record Not(Expression of) implements Expression {}

    record All(List<Expression> of) implements Expression {}

    record Any(List<Expression> of) implements Expression {}

    /** Both hold or neither. */
    record Same(Expression left, Expression right) implements Expression {}

    record Compare(Comparison how, Expression left, Expression right) implements Expression {}

    record Number(BigDecimal value) implements Expression {}

    record Literal(String text) implements Expression {}

    /** An integer, real or text feature's value; a counted feature's quantity; 1 for any other that is taken; 0 or "" if not. */
    record ValueOf(Feature feature) implements Expression {}

    /** What the attribute says if the feature is taken, else 0 or "". */
    record Attribute(Feature feature, String attribute) implements Expression {}

    /** @param below only features there; null for the whole model */
    record Sum(@Nullable Feature below, String attribute) implements Expression {}

    /** The sum over how many pieces carry the attribute; undefined (every comparison false) when there is none. */
    record Average(@Nullable Feature below, String attribute) implements Expression {}

    record Arithmetic(char operator, Expression left, Expression right) implements Expression {}

    /** @param up to the next greater integer, else to the next smaller */
    record Rounded(Expression of, boolean up) implements Expression {}

    enum Comparison {
        EQUAL,
        UNEQUAL,
        LESS,
        AT_MOST,
        GREATER,
        AT_LEAST
    }
}
