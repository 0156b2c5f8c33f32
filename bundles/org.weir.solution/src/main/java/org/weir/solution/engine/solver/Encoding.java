package org.weir.solution.engine.solver;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.weir.solution.engine.Expression;
import org.weir.solution.engine.Feature;
import org.weir.solution.engine.FeatureModel;
import org.weir.solution.engine.Group;
import org.weir.solution.engine.ModelException;
import org.weir.solution.engine.Rule;

/**
 * A model as clauses and sums; variable i is "feature i is taken". Each rule may be given a guard, so that it can be left out
 * by assumption.
 */
public final class Encoding {
    private static final int PAIRWISE = 12;

    private final FeatureModel model;
    private final Clauses clauses = new Clauses();
    private final Numbers numbers = new Numbers(clauses);
    private final Rules rules;

    private Encoding(FeatureModel model) {
        this.model = model;
        this.rules = new Rules(model.features(), clauses, numbers);
        clauses.atLeast(model.features().size());
    }

    /** @throws ModelException when a rule has no meaning, with its line */
    public static Encoding of(FeatureModel model) {
        Encoding encoding = new Encoding(model);
        encoding.tree();
        encoding.rules.knowTexts(encoding.texts());
        for (Rule rule : model.rules()) {
            Tseitin.add(encoding.clauses, encoding.rules.condition(rule.condition(), rule.line()));
        }
        return encoding;
    }

    /** With each rule switched by a literal: {@code guards[i]} true makes rule i hold. */
    public static Encoding guarded(FeatureModel model, int[] guards) {
        Encoding encoding = new Encoding(model);
        encoding.tree();
        encoding.rules.knowTexts(encoding.texts());
        for (int i = 0; i < guards.length; i++) {
            Rule rule = model.rules().get(i);
            guards[i] = encoding.clauses.fresh();
            Condition condition = encoding.rules.condition(rule.condition(), rule.line());
            Tseitin.add(encoding.clauses, new Condition.Any(List.of(new Condition.Lit(guards[i] ^ 1), condition)));
        }
        return encoding;
    }

    public Clauses clauses() {
        return clauses;
    }

    public FeatureModel model() {
        return model;
    }

    private void tree() {
        clauses.add(Numbers.taken(model.root()));
        for (Feature feature : model.features()) {
            if (feature.counted()) {
                numbers.quantity(feature);
            }
            for (Group group : feature.groups()) {
                group.features().forEach(child -> clauses.add(Numbers.taken(child) ^ 1, Numbers.taken(feature)));
                group(feature, group);
            }
        }
    }

    private void group(Feature parent, Group group) {
        int absent = Numbers.taken(parent) ^ 1;
        int[] children = group.features().stream().mapToInt(Numbers::taken).toArray();
        switch (group.kind()) {
            case OPTIONAL -> {}
            case MANDATORY ->
                group.features().stream()
                        .filter(child -> child.min() > 0)
                        .forEach(child -> clauses.add(absent, Numbers.taken(child)));
            case OR -> atLeast(1, children, absent);
            case ALTERNATIVE -> {
                atLeast(1, children, absent);
                atMost(1, children);
            }
            case CARDINALITY -> {
                atLeast(group.min(), children, absent);
                atMost(group.max(), children);
            }
        }
    }

    private void atLeast(int least, int[] children, int absent) {
        if (least > children.length) {
            clauses.add(absent);
        } else if (least == 1) {
            int[] clause = java.util.Arrays.copyOf(children, children.length + 1);
            clause[children.length] = absent;
            clauses.add(clause);
        } else if (least > 1) {
            int[] literals = java.util.Arrays.copyOf(children, children.length + 1);
            literals[children.length] = absent;
            long[] weights = new long[literals.length];
            java.util.Arrays.fill(weights, 1);
            weights[children.length] = least;
            clauses.addSum(literals, weights, least);
        }
    }

    private void atMost(int most, int[] children) {
        if (most == 1 && children.length <= PAIRWISE) {
            for (int i = 0; i < children.length; i++) {
                for (int j = 0; j < i; j++) {
                    clauses.add(children[i] ^ 1, children[j] ^ 1);
                }
            }
        } else if (most < children.length) {
            int[] off = new int[children.length];
            long[] weights = new long[children.length];
            for (int i = 0; i < off.length; i++) {
                off[i] = children[i] ^ 1;
                weights[i] = 1;
            }
            clauses.addSum(off, weights, (long) children.length - most);
        }
    }

    /** Every text that a rule may compare with, for each text feature that some rule looks at. */
    private Map<Feature, Collection<String>> texts() {
        Collection<String> named = new TreeSet<>();
        Map<Feature, Collection<String>> texts = new HashMap<>();
        model.rules().forEach(rule -> look(rule.condition(), named, texts));
        texts.replaceAll((feature, none) -> named);
        return texts;
    }

    private static void look(Expression it, Collection<String> named, Map<Feature, Collection<String>> texts) {
        if (it instanceof Expression.Literal literal) {
            named.add(literal.text());
        } else if (it instanceof Expression.ValueOf of && of.feature().kind() == Feature.Kind.STRING) {
            texts.put(of.feature(), named);
        } else if (it instanceof Expression.Attribute attribute) {
            String text = attribute.feature().text(attribute.attribute());
            if (text != null) {
                named.add(text);
            }
        } else if (it instanceof Expression.Not not) {
            look(not.of(), named, texts);
        } else if (it instanceof Expression.All all) {
            all.of().forEach(part -> look(part, named, texts));
        } else if (it instanceof Expression.Any any) {
            any.of().forEach(part -> look(part, named, texts));
        } else if (it instanceof Expression.Same same) {
            look(same.left(), named, texts);
            look(same.right(), named, texts);
        } else if (it instanceof Expression.Compare compare) {
            look(compare.left(), named, texts);
            look(compare.right(), named, texts);
        }
    }

    /**
     * Literals that say: this feature, in this quantity or with this value. Null when the value is out of what the feature
     * may have at all.
     */
    public @Nullable List<Integer> exactly(Feature feature, @Nullable String value) {
        if (value == null) {
            return List.of(Numbers.taken(feature));
        }
        if (feature.kind() == Feature.Kind.STRING) {
            List<Integer> literals = new ArrayList<>(List.of(Numbers.taken(feature)));
            rules.texts()
                    .getOrDefault(feature, new TreeMap<>())
                    .forEach((text, literal) -> literals.add(text.equals(value) ? literal : literal ^ 1));
            return literals;
        }
        try {
            return numbers.exactly(feature, new BigDecimal(value));
        } catch (NumberFormatException e) {
            return null;
        }
    }

    /** Variables that say "at least k pieces", k from 1; empty for features that are not counted (or in the thousands). */
    public int[] steps(Feature feature) {
        int[] steps = numbers.unary(feature);
        return steps == null
                ? new int[0]
                : java.util.Arrays.stream(steps).map(it -> it >> 1).toArray();
    }

    /** Pieces or value in a solution, 0 when it is not taken. */
    public BigDecimal read(Feature feature, boolean[] solution) {
        return numbers.read(feature, solution);
    }

    /**
     * The sum of the attribute times pieces, by variable; what is not in the map has no part in it. May add variables: ask
     * before anything is searched.
     */
    public Map<Integer, BigDecimal> weights(String attribute) {
        return Map.copyOf(numbers.sum(model.features(), attribute).weights());
    }
}
