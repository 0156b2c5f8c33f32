package org.weir.solution.engine.uvl;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.weir.base.api.Text;
import org.weir.solution.engine.Expression;
import org.weir.solution.engine.Expression.Comparison;
import org.weir.solution.engine.Feature;

/** Finds out what a rule as written says: conditions, numbers and texts, each where it belongs. */
final class MeaningOfRule {
    private static final Map<String, Comparison> COMPARISONS = Map.of(
            "==", Comparison.EQUAL,
            "!=", Comparison.UNEQUAL,
            "<", Comparison.LESS,
            "<=", Comparison.AT_MOST,
            ">", Comparison.GREATER,
            ">=", Comparison.AT_LEAST);

    private final Map<String, Feature> features;

    MeaningOfRule(Map<String, Feature> features) {
        this.features = features;
    }

    Expression condition(Node node) {
        List<Node> of = node.of();
        return switch (node.operator()) {
            case "()" -> condition(of.get(0));
            case "!" -> new Expression.Not(condition(of.get(0)));
            case "&" -> new Expression.All(of.stream().map(this::condition).toList());
            case "|" -> new Expression.Any(of.stream().map(this::condition).toList());
            case "=>" -> new Expression.Any(List.of(new Expression.Not(condition(of.get(0))), condition(of.get(1))));
            case "<=>" -> new Expression.Same(condition(of.get(0)), condition(of.get(1)));
            case "true" -> new Expression.All(List.of());
            case "false" -> new Expression.Any(List.of());
            case "name" -> named(node);
            default -> comparison(node);
        };
    }

    private Expression comparison(Node node) {
        Comparison how = COMPARISONS.get(node.operator());
        if (how == null) {
            throw Tokens.at(
                    node.at(), Text.of("uvl.expected-condition", node.at().shown()));
        }
        return new Expression.Compare(
                how, value(node.of().get(0)), value(node.of().get(1)));
    }

    private Expression named(Node node) {
        List<String> path = path(node);
        Feature feature = feature(node, path.get(0));
        return path.size() == 1
                ? new Expression.Taken(feature)
                : new Expression.Flag(feature, attribute(node, feature, path));
    }

    private Expression value(Node node) {
        List<Node> of = node.of();
        return switch (node.operator()) {
            case "()" -> value(of.get(0));
            case "number" -> new Expression.Number(new BigDecimal(node.at().text()));
            case "text" -> new Expression.Literal(node.at().text());
            case "negative" -> new Expression.Arithmetic('-', new Expression.Number(BigDecimal.ZERO), value(of.get(0)));
            case "+", "-", "*", "/" ->
                new Expression.Arithmetic(node.operator().charAt(0), value(of.get(0)), value(of.get(1)));
            case "sum", "avg" -> aggregate(node);
            case "floor" -> new Expression.Rounded(value(of.get(0)), false);
            case "ceil" -> new Expression.Rounded(value(of.get(0)), true);
            case "name" -> valueOfName(node);
            case "len" -> length(node);
            default ->
                throw Tokens.at(
                        node.at(), Text.of("uvl.expected-value", node.at().shown()));
        };
    }

    private Expression valueOfName(Node node) {
        List<String> path = path(node);
        Feature feature = feature(node, path.get(0));
        return path.size() == 1
                ? new Expression.ValueOf(feature)
                : new Expression.Attribute(feature, attribute(node, feature, path));
    }

    private Expression aggregate(Node node) {
        List<Node> of = node.of();
        Node last = of.get(of.size() - 1);
        if (of.size() > 2 || !of.stream().allMatch(it -> it.operator().equals("name"))) {
            throw Tokens.at(node.at(), Text.of("uvl.aggregate", node.operator()));
        }
        Feature below = of.size() == 2 ? feature(of.get(0), path(of.get(0)).get(0)) : null;
        String attribute = String.join(".", path(last));
        return node.operator().equals("sum")
                ? new Expression.Sum(below, attribute)
                : new Expression.Average(below, attribute);
    }

    private Expression length(Node node) {
        Expression of = value(node.of().get(0));
        if (of instanceof Expression.Literal text) {
            return new Expression.Number(BigDecimal.valueOf(text.text().length()));
        }
        String text = of instanceof Expression.Attribute it ? it.feature().text(it.attribute()) : null;
        if (text != null && of instanceof Expression.Attribute attribute) {
            return new Expression.Arithmetic(
                    '*',
                    new Expression.Number(BigDecimal.valueOf(text.length())),
                    new Expression.ValueOf(attribute.feature()));
        }
        throw Tokens.at(node.at(), Text.of("uvl.length"));
    }

    private Feature feature(Node node, String name) {
        Feature feature = features.get(name);
        if (feature == null) {
            throw Tokens.at(node.at(), Text.of("uvl.unknown-feature", name));
        }
        return feature;
    }

    private static String attribute(Node node, Feature feature, List<String> path) {
        String attribute = String.join(".", path.subList(1, path.size()));
        if (!feature.attributes().containsKey(attribute)) {
            throw Tokens.at(node.at(), Text.of("uvl.unknown-attribute", feature.name(), attribute));
        }
        return attribute;
    }

    private static List<String> path(Node node) {
        if (node.reference() == null) {
            throw Tokens.at(node.at(), Text.of("uvl.expected-name", node.at().shown()));
        }
        return Objects.requireNonNull(node.reference()).path();
    }
}
