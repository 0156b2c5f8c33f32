package org.weir.solution.engine.uvl;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.weir.base.api.Text;
import org.weir.solution.engine.Expression;
import org.weir.solution.engine.Feature;
import org.weir.solution.engine.uvl.Token.Kind;

/** Reads a rule: {@code <=>}, {@code =>}, {@code |}, {@code &}, comparisons, {@code + -}, {@code * /}, from loose to tight. */
final class RuleReader {
    private static final List<Set<String>> LEVELS = List.of(
            Set.of("<=>"),
            Set.of("=>"),
            Set.of("|"),
            Set.of("&"),
            Set.of("==", "!=", "<", ">", "<=", ">="),
            Set.of("+", "-"),
            Set.of("*", "/"));
    private static final int COMPARISON = 4;
    /** Whoever reads the tree goes down as deep as it is. */
    static final int DEEPEST = 100;

    private static final int LONGEST_CHAIN = 2_000;
    private static final Set<String> FUNCTIONS = Set.of("sum", "avg", "len", "floor", "ceil");

    private final Tokens tokens;
    private final MeaningOfRule meaning;
    private int depth;

    RuleReader(Tokens tokens, Map<String, Feature> features) {
        this.tokens = tokens;
        this.meaning = new MeaningOfRule(features);
    }

    Expression condition() {
        return meaning.condition(level(0));
    }

    /** A rule that stands in a feature's attributes holds when the feature is taken. */
    Expression under(@Nullable Feature feature) {
        Expression condition = condition();
        return feature == null
                ? condition
                : new Expression.Any(List.of(new Expression.Not(new Expression.Taken(feature)), condition));
    }

    private Node level(int level) {
        if (level == LEVELS.size()) {
            return unary();
        }
        Node left = level(level + 1);
        int chained = 0;
        while (tokens.peek().kind() == Kind.SIGN
                && LEVELS.get(level).contains(tokens.peek().text())) {
            Token operator = tokens.next();
            if (++chained > LONGEST_CHAIN && !flat(operator)) {
                throw Tokens.at(operator, Text.of("uvl.too-long", LONGEST_CHAIN));
            }
            Node right = level(level + 1);
            left = join(operator, left, right);
        }
        return left;
    }

    private static Node join(Token operator, Node left, Node right) {
        String sign = operator.text();
        if (flat(operator) && left.operator().equals(sign)) {
            left.of().add(right);
            return left;
        }
        List<Node> of = new ArrayList<>(List.of(left, right));
        return new Node(operator, sign, of, null);
    }

    private static boolean flat(Token operator) {
        return "|".equals(operator.text()) || "&".equals(operator.text());
    }

    private Node unary() {
        Token token = tokens.peek();
        if (++depth > DEEPEST) {
            throw Tokens.at(token, Text.of("uvl.too-deep", DEEPEST));
        }
        Node read = signed(token);
        depth--;
        return read;
    }

    private Node signed(Token token) {
        if (tokens.take("!")) {
            return new Node(token, "!", List.of(level(COMPARISON)), null);
        }
        if (tokens.take("-")) {
            return new Node(token, "negative", List.of(unary()), null);
        }
        return primary();
    }

    private Node primary() {
        Token token = tokens.next();
        if (token.is("(")) {
            Node inner = level(0);
            tokens.expect(")");
            return new Node(token, "()", List.of(inner), null);
        }
        if (token.kind() == Kind.NUMBER) {
            return Node.leaf(token, "number");
        }
        if (token.kind() == Kind.TEXT) {
            return Node.leaf(token, "text");
        }
        if (token.word("true") || token.word("false")) {
            return Node.leaf(token, token.text());
        }
        if (token.kind() == Kind.NAME
                && FUNCTIONS.contains(token.text())
                && tokens.peek().is("(")) {
            return function(token);
        }
        if (token.named()) {
            return reference(token);
        }
        throw Tokens.at(token, Text.of("uvl.expected-operand", token.shown()));
    }

    private Node function(Token name) {
        tokens.expect("(");
        List<Node> of = new ArrayList<>(List.of(level(COMPARISON + 1)));
        while (tokens.take(",")) {
            of.add(level(COMPARISON + 1));
        }
        tokens.expect(")");
        return new Node(name, name.text(), of, null);
    }

    private Node reference(Token first) {
        List<String> path = new ArrayList<>(List.of(first.text()));
        while (tokens.peek().is(".") && tokens.peek(1).named()) {
            tokens.next();
            path.add(tokens.next().text());
        }
        return new Node(first, "name", List.of(), new Node.Reference(path));
    }
}
