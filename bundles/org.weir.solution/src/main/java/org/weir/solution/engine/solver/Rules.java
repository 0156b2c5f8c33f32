package org.weir.solution.engine.solver;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.weir.base.api.Text;
import org.weir.solution.engine.Expression;
import org.weir.solution.engine.Expression.Comparison;
import org.weir.solution.engine.Feature;
import org.weir.solution.engine.ModelException;

/** Turns rules into conditions over literals. Numbers are exact; division by something that is 0 makes a comparison false. */
final class Rules {
    private static final int TERMS = 200_000;

    private final List<Feature> features;
    private final Clauses clauses;
    private final Numbers numbers;
    private final Map<Feature, TreeMap<String, Integer>> texts = new HashMap<>();
    private int line;

    /** {@code top / bottom} */
    private record Ratio(Linear top, Linear bottom) {}

    Rules(List<Feature> features, Clauses clauses, Numbers numbers) {
        this.features = features;
        this.clauses = clauses;
        this.numbers = numbers;
    }

    /** What text features may be compared with has to be known before. */
    void knowTexts(Map<Feature, ? extends java.util.Collection<String>> known) {
        known.forEach((feature, values) -> {
            TreeMap<String, Integer> literals = new TreeMap<>();
            for (String value : values) {
                int literal = clauses.fresh();
                clauses.add(literal ^ 1, Numbers.taken(feature));
                literals.values().forEach(other -> clauses.add(other ^ 1, literal ^ 1));
                literals.put(value, literal);
            }
            texts.put(feature, literals);
        });
    }

    Map<Feature, TreeMap<String, Integer>> texts() {
        return texts;
    }

    /** @param line for errors */
    Condition condition(Expression rule, int line) {
        this.line = line;
        return condition(rule);
    }

    private Condition condition(Expression it) {
        if (it instanceof Expression.Taken taken) {
            return new Condition.Lit(Numbers.taken(taken.feature()));
        }
        if (it instanceof Expression.Flag flag) {
            boolean on = flag.feature().flag(flag.attribute());
            return on ? new Condition.Lit(Numbers.taken(flag.feature())) : Condition.FALSE;
        }
        if (it instanceof Expression.Not not) {
            return condition(not.of()).negated();
        }
        if (it instanceof Expression.All all) {
            return new Condition.All(all.of().stream().map(this::condition).toList());
        }
        if (it instanceof Expression.Any any) {
            return new Condition.Any(any.of().stream().map(this::condition).toList());
        }
        if (it instanceof Expression.Same same) {
            Condition left = condition(same.left());
            Condition right = condition(same.right());
            return new Condition.All(List.of(
                    new Condition.Any(List.of(left.negated(), right)),
                    new Condition.Any(List.of(left, right.negated()))));
        }
        if (it instanceof Expression.Compare compare) {
            return textual(compare.left()) || textual(compare.right()) ? texts(compare) : compare(compare);
        }
        throw wrong(Text.of("uvl.expected-condition", it.toString()));
    }

    private Condition compare(Expression.Compare compare) {
        Ratio left = ratio(compare.left());
        Ratio right = ratio(compare.right());
        Linear difference = times(left.top(), right.bottom()).minus(times(right.top(), left.bottom()));
        Linear bottom = times(left.bottom(), right.bottom());
        if (bottom.constant()) {
            int sign = bottom.constantPart().signum();
            return sign == 0 ? Condition.FALSE : how(compare.how(), sign > 0 ? difference : negative(difference));
        }
        return new Condition.Any(List.of(
                new Condition.All(List.of(Condition.positive(bottom, true, line), how(compare.how(), difference))),
                new Condition.All(List.of(
                        Condition.positive(negative(bottom), true, line), how(compare.how(), negative(difference))))));
    }

    private Condition how(Comparison how, Linear difference) {
        return switch (how) {
            case AT_LEAST -> Condition.positive(difference, false, line);
            case GREATER -> Condition.positive(difference, true, line);
            case AT_MOST -> Condition.positive(negative(difference), false, line);
            case LESS -> Condition.positive(negative(difference), true, line);
            case EQUAL ->
                new Condition.All(List.of(how(Comparison.AT_LEAST, difference), how(Comparison.AT_MOST, difference)));
            case UNEQUAL ->
                new Condition.Any(List.of(how(Comparison.LESS, difference), how(Comparison.GREATER, difference)));
        };
    }

    /** The expression as an exact sum over the variables, where it is one. */
    @Nullable
    Linear linear(Expression expression) {
        Ratio ratio = ratio(expression);
        return ratio.bottom().constant() && ratio.bottom().constantPart().compareTo(BigDecimal.ONE) == 0
                ? ratio.top()
                : null;
    }

    private Ratio ratio(Expression it) {
        if (it instanceof Expression.Number number) {
            return whole(Linear.of(number.value()));
        }
        if (it instanceof Expression.ValueOf of) {
            return whole(
                    of.feature().kind() == Feature.Kind.BOOLEAN
                            ? numbers.quantity(of.feature())
                            : numbers.value(of.feature()));
        }
        if (it instanceof Expression.Attribute attribute) {
            return whole(Linear.of(Numbers.taken(attribute.feature())).times(number(attribute)));
        }
        if (it instanceof Expression.Sum sum) {
            return whole(numbers.sum(below(sum.below()), sum.attribute()));
        }
        if (it instanceof Expression.Average average) {
            return average(average);
        }
        if (it instanceof Expression.Rounded rounded) {
            return whole(rounded(rounded));
        }
        if (it instanceof Expression.Arithmetic arithmetic) {
            return arithmetic(arithmetic);
        }
        throw wrong(Text.of("uvl.expected-value", it.toString()));
    }

    private Ratio arithmetic(Expression.Arithmetic it) {
        Ratio left = ratio(it.left());
        Ratio right = ratio(it.right());
        Linear bottom = times(left.bottom(), right.bottom());
        return switch (it.operator()) {
            case '*' -> new Ratio(times(left.top(), right.top()), bottom);
            case '/' -> new Ratio(times(left.top(), right.bottom()), times(left.bottom(), right.top()));
            default -> {
                Linear a = times(left.top(), right.bottom());
                Linear b = times(right.top(), left.bottom());
                yield new Ratio(it.operator() == '+' ? a.plus(b) : a.minus(b), bottom);
            }
        };
    }

    private Ratio average(Expression.Average it) {
        Linear count = new Linear();
        for (Feature feature : below(it.below())) {
            if (feature.number(it.attribute()) != null) {
                count.add(numbers.pieces(feature), BigDecimal.ONE);
            }
        }
        return new Ratio(numbers.sum(below(it.below()), it.attribute()), count);
    }

    private Linear rounded(Expression.Rounded it) {
        Ratio of = ratio(it.of());
        if (!of.bottom().constant() || of.bottom().constantPart().signum() == 0) {
            throw wrong(Text.of("uvl.rounding"));
        }
        BigDecimal by = of.bottom().constantPart();
        Linear top = by.signum() > 0 ? of.top() : negative(of.top());
        BigDecimal divisor = by.abs();
        RoundingMode mode = it.up() ? RoundingMode.CEILING : RoundingMode.FLOOR;
        BigDecimal low = top.bound(false).divide(divisor, 0, mode);
        BigDecimal high = top.bound(true).divide(divisor, 0, mode);
        if (top.constant()) {
            return Linear.of(low);
        }
        Linear whole = numbers.free(low, high);
        Linear rest = it.up() ? whole.times(divisor).minus(top) : top.minus(whole.times(divisor));
        Tseitin.add(clauses, Condition.positive(rest, false, line));
        Tseitin.add(clauses, Condition.positive(Linear.of(divisor).minus(rest), true, line));
        return whole;
    }

    private BigDecimal number(Expression.Attribute attribute) {
        Object value = attribute.feature().attributes().get(attribute.attribute());
        if (value instanceof BigDecimal number) {
            return number;
        }
        if (value instanceof Boolean flag) {
            return flag ? BigDecimal.ONE : BigDecimal.ZERO;
        }
        throw wrong(Text.of("uvl.no-number", attribute.feature().name(), attribute.attribute()));
    }

    private List<Feature> below(@Nullable Feature top) {
        return top == null
                ? features
                : features.stream().filter(it -> it.within(top)).toList();
    }

    private Linear times(Linear left, Linear right) {
        if ((long) left.weights().size() * right.weights().size() > TERMS) {
            throw wrong(Text.of("uvl.too-many-terms", TERMS));
        }
        return left.times(right, numbers::both);
    }

    private static Linear negative(Linear linear) {
        return linear.times(BigDecimal.ONE.negate());
    }

    private static Ratio whole(Linear linear) {
        return new Ratio(linear, Linear.of(BigDecimal.ONE));
    }

    private static boolean textual(Expression it) {
        return it instanceof Expression.Literal
                || (it instanceof Expression.ValueOf of && of.feature().kind() == Feature.Kind.STRING)
                || (it instanceof Expression.Attribute attribute
                        && attribute.feature().text(attribute.attribute()) != null);
    }

    private Condition texts(Expression.Compare compare) {
        if (compare.how() != Comparison.EQUAL && compare.how() != Comparison.UNEQUAL) {
            throw wrong(Text.of("uvl.text-order"));
        }
        Map<String, Condition> left = possible(compare.left());
        Map<String, Condition> right = possible(compare.right());
        List<Condition> equal = new ArrayList<>();
        left.forEach((text, when) -> {
            if (right.containsKey(text)) {
                equal.add(new Condition.All(List.of(when, right.get(text))));
            }
        });
        Condition same = new Condition.Any(equal);
        return compare.how() == Comparison.EQUAL ? same : same.negated();
    }

    /** Which texts it may be, and when. */
    private Map<String, Condition> possible(Expression it) {
        if (it instanceof Expression.Literal literal) {
            return Map.of(literal.text(), Condition.TRUE);
        }
        if (it instanceof Expression.Attribute attribute) {
            String text = attribute.feature().text(attribute.attribute());
            return text == null ? Map.of() : Map.of(text, new Condition.Lit(Numbers.taken(attribute.feature())));
        }
        if (it instanceof Expression.ValueOf of && texts.containsKey(of.feature())) {
            return texts.get(of.feature()).entrySet().stream()
                    .collect(Collectors.toMap(Map.Entry::getKey, entry -> new Condition.Lit(entry.getValue())));
        }
        throw wrong(Text.of("uvl.expected-value", it.toString()));
    }

    private ModelException wrong(Text reason) {
        return new ModelException(line, 1, reason);
    }
}
