package org.weir.solution.engine.uvl;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.weir.base.api.Text;
import org.weir.solution.engine.Feature;
import org.weir.solution.engine.FeatureModel;
import org.weir.solution.engine.Group;
import org.weir.solution.engine.ModelException;
import org.weir.solution.engine.Rule;
import org.weir.solution.engine.uvl.Token.Kind;

/**
 * Reads one model in the Universal Variability Language: all levels (Boolean, arithmetic with aggregates, types), without
 * imports of other files. A line of comment above a rule says what the rule means to people: {@code // en: …} and {@code // zh:
 * …}.
 */
public final class UvlReader {
    private static final Map<String, Group.Kind> GROUPS = Map.of(
            "mandatory", Group.Kind.MANDATORY,
            "optional", Group.Kind.OPTIONAL,
            "or", Group.Kind.OR,
            "alternative", Group.Kind.ALTERNATIVE);
    private static final Map<String, Feature.Kind> KINDS = Map.of(
            "Boolean", Feature.Kind.BOOLEAN,
            "Integer", Feature.Kind.INTEGER,
            "Real", Feature.Kind.REAL,
            "String", Feature.Kind.STRING);
    private static final int MANY = 10_000;
    private static final int DEEPEST_ATTRIBUTE = 50;

    private final String[] lines;
    private final Map<Integer, String> comments;
    private final Tokens tokens;
    private final List<Feature> features = new ArrayList<>();
    private final Map<String, Feature> byName = new HashMap<>();
    private final List<Integer> inner = new ArrayList<>();
    private final List<@Nullable Feature> innerOf = new ArrayList<>();
    private final List<Rule> rules = new ArrayList<>();

    private UvlReader(String source) {
        Lexer lexer = new Lexer(source);
        this.lines = source.split("\n", -1);
        this.tokens = new Tokens(lexer.tokens());
        this.comments = lexer.comments();
    }

    /** @throws ModelException with line, column and reason */
    public static FeatureModel read(String source) {
        return new UvlReader(source).model();
    }

    private FeatureModel model() {
        while (tokens.peek().kind() != Kind.END) {
            section();
        }
        if (features.isEmpty()) {
            throw tokens.wrong(Text.of("uvl.no-features"));
        }
        int end = tokens.position();
        RuleReader reader = new RuleReader(tokens, byName);
        for (int i = 0; i < inner.size(); i++) {
            tokens.back(inner.get(i));
            Token first = tokens.peek();
            rules.add(rule(first, reader.under(innerOf.get(i))));
        }
        tokens.back(end);
        return new FeatureModel(features, rules);
    }

    private void section() {
        if (tokens.take(Kind.NEWLINE)) {
            return;
        }
        Token head = tokens.next();
        switch (head.text()) {
            case "namespace" -> skipLine();
            case "include" -> skipBlock();
            case "imports" -> throw Tokens.at(head, Text.of("uvl.no-imports"));
            case "features" -> roots();
            case "constraints" -> constraints();
            default -> throw Tokens.at(head, Text.of("uvl.expected-section", head.shown()));
        }
    }

    private void skipLine() {
        while (!tokens.take(Kind.NEWLINE) && tokens.peek().kind() != Kind.END) {
            tokens.next();
        }
    }

    private void skipBlock() {
        skipLine();
        if (tokens.take(Kind.INDENT)) {
            int depth = 1;
            while (depth > 0) {
                Kind kind = tokens.next().kind();
                depth += kind == Kind.INDENT ? 1 : kind == Kind.DEDENT ? -1 : 0;
            }
        }
    }

    private void roots() {
        tokens.expect(Kind.NEWLINE, "uvl.expected-line-end");
        tokens.expect(Kind.INDENT, "uvl.expected-feature");
        feature(null);
        if (tokens.peek().kind() != Kind.DEDENT) {
            throw tokens.wrong(Text.of("uvl.one-root"));
        }
        tokens.next();
    }

    private Feature feature(@Nullable Feature parent) {
        Feature.Kind kind = Feature.Kind.BOOLEAN;
        if (tokens.peek().kind() == Kind.NAME
                && KINDS.containsKey(tokens.peek().text())
                && tokens.peek(1).named()) {
            kind = KINDS.getOrDefault(tokens.next().text(), Feature.Kind.BOOLEAN);
        }
        Token name = tokens.expectName();
        int[] quantity = {1, 1};
        if (tokens.takeWord("cardinality")) {
            quantity = cardinality();
        }
        if (byName.containsKey(name.text())) {
            throw Tokens.at(name, Text.of("uvl.twice", name.text()));
        }
        Feature feature = new Feature(features.size(), name.text(), kind, parent, quantity[0], quantity[1]);
        features.add(feature);
        byName.put(name.text(), feature);
        if (tokens.take("{")) {
            attributes(feature, "");
        }
        end("uvl.expected-line-end");
        if (tokens.take(Kind.INDENT)) {
            while (!tokens.take(Kind.DEDENT)) {
                group(feature);
            }
        }
        return feature;
    }

    private void end(String otherwise) {
        if (!tokens.take(Kind.NEWLINE) && tokens.peek().kind() != Kind.END) {
            throw tokens.wrong(Text.of(otherwise, tokens.peek().shown()));
        }
    }

    private void group(Feature parent) {
        Token head = tokens.peek();
        Group.Kind kind = head.kind() == Kind.NAME ? GROUPS.get(head.text()) : null;
        int[] bounds = {0, 0};
        if (kind != null) {
            tokens.next();
        } else if (head.is("[")) {
            kind = Group.Kind.CARDINALITY;
            bounds = cardinality();
        } else {
            throw tokens.wrong(Text.of("uvl.expected-group", head.shown()));
        }
        end("uvl.expected-line-end");
        tokens.expect(Kind.INDENT, "uvl.expected-feature");
        List<Feature> children = new ArrayList<>();
        while (!tokens.take(Kind.DEDENT)) {
            children.add(feature(parent));
        }
        parent.groups().add(new Group(kind, bounds[0], Math.min(bounds[1], children.size()), List.copyOf(children)));
    }

    /** {@code [n]}, {@code [n..m]} or {@code [n..*]}. */
    private int[] cardinality() {
        Token from = tokens.expect("[");
        int min = whole();
        int max = min;
        if (tokens.take("..")) {
            max = tokens.take("*") ? MANY : whole();
        }
        tokens.expect("]");
        if (max < min || max > MANY) {
            throw Tokens.at(from, Text.of("uvl.cardinality", MANY));
        }
        return new int[] {min, max};
    }

    private int whole() {
        Token number = tokens.expect(Kind.NUMBER, "uvl.expected-number");
        try {
            return Integer.parseInt(number.text());
        } catch (NumberFormatException e) {
            throw Tokens.at(number, Text.of("uvl.expected-number", number.text()));
        }
    }

    private void attributes(Feature feature, String prefix) {
        while (!tokens.take("}")) {
            if (tokens.peek().word("constraint")) {
                tokens.next();
                later(feature);
            } else if (tokens.peek().word("constraints")) {
                tokens.next();
                tokens.expect("[");
                while (!tokens.take("]")) {
                    later(feature);
                    tokens.take(",");
                }
            } else {
                attribute(feature, prefix);
            }
            if (!tokens.peek().is("}")) {
                tokens.expect(",");
            }
        }
    }

    private void attribute(Feature feature, String prefix) {
        String key = prefix + tokens.expectName().text();
        Token value = tokens.peek();
        if (tokens.take("{")) {
            if (prefix.chars().filter(it -> it == '.').count() >= DEEPEST_ATTRIBUTE) {
                throw Tokens.at(value, Text.of("uvl.too-deep", DEEPEST_ATTRIBUTE));
            }
            attributes(feature, key + ".");
        } else if (tokens.take("[")) {
            int depth = 1;
            while (depth > 0) {
                Token it = tokens.next();
                depth += it.is("[") ? 1 : it.is("]") ? -1 : 0;
            }
        } else if (value.is(",") || value.is("}")) {
            feature.attributes().put(key, true);
        } else {
            feature.attributes().put(key, value());
        }
    }

    private Object value() {
        boolean negative = tokens.take("-");
        Token token = tokens.next();
        if (token.kind() == Kind.NUMBER) {
            BigDecimal number = new BigDecimal(token.text());
            return negative ? number.negate() : number;
        }
        if (!negative && token.kind() == Kind.TEXT) {
            return token.text();
        }
        if (!negative && (token.word("true") || token.word("false"))) {
            return token.text().equals("true");
        }
        throw Tokens.at(token, Text.of("uvl.expected-value", token.shown()));
    }

    /** A rule inside a feature's attributes is read when all features are known. */
    private void later(Feature feature) {
        inner.add(tokens.position());
        innerOf.add(feature);
        int depth = 0;
        while (depth > 0
                || !(tokens.peek().is(",")
                        || tokens.peek().is("}")
                        || tokens.peek().is("]"))) {
            Token it = tokens.next();
            if (it.kind() == Kind.END) {
                throw Tokens.at(it, Text.of("uvl.expected", "}", it.shown()));
            }
            depth += it.is("(") ? 1 : it.is(")") ? -1 : 0;
        }
    }

    private void constraints() {
        tokens.expect(Kind.NEWLINE, "uvl.expected-line-end");
        if (!tokens.take(Kind.INDENT)) {
            return;
        }
        RuleReader reader = new RuleReader(tokens, byName);
        while (!tokens.take(Kind.DEDENT)) {
            Token first = tokens.peek();
            rules.add(rule(first, reader.condition()));
            end("uvl.expected-operator");
        }
    }

    private Rule rule(Token first, org.weir.solution.engine.Expression condition) {
        int last = Math.max(
                first.line(),
                tokens.peek().kind() == Kind.NEWLINE ? tokens.peek().line() : first.line());
        StringBuilder text = new StringBuilder();
        for (int i = first.line(); i <= Math.min(last, lines.length); i++) {
            text.append(text.length() == 0 ? "" : " ").append(lines[i - 1].strip());
        }
        return new Rule(first.line(), text.toString(), condition, labels(first.line()));
    }

    private Map<String, String> labels(int line) {
        Map<String, String> labels = new LinkedHashMap<>();
        Set<Integer> seen = new HashSet<>();
        for (int i = line - 1; comments.containsKey(i) && seen.add(i); i--) {
            String comment = comments.getOrDefault(i, "");
            int colon = comment.indexOf(':');
            boolean tagged = colon == 2 && Character.isLetter(comment.charAt(0));
            labels.putIfAbsent(
                    tagged ? comment.substring(0, 2) : "en",
                    tagged ? comment.substring(3).strip() : comment);
        }
        return Map.copyOf(labels);
    }
}
