package org.weir.solution.engine;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedDeque;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.weir.solution.engine.solver.Budget;
import org.weir.solution.engine.solver.Clauses;
import org.weir.solution.engine.solver.Consequences;
import org.weir.solution.engine.solver.Encoding;
import org.weir.solution.engine.solver.Search;
import org.weir.solution.engine.solver.Search.Outcome;
import org.weir.solution.engine.solver.Witnesses;

/** A model ready for questions; for any number of threads. What it answers depends on the model and the question alone. */
public final class CompiledModel {
    /** Models up to here are settled in full after every choice, greater ones as far as somebody looks. */
    public static final int IN_FULL = 1_500;

    private static final int SEARCHES = 4;
    private static final long CONFLICTS = 200_000;

    private final FeatureModel model;
    private final Encoding encoding;
    private final Clauses clauses;
    private final Consequences consequences;
    private final Map<String, Map<Integer, BigDecimal>> weights = new LinkedHashMap<>();
    private final ConcurrentLinkedDeque<Search> searches = new ConcurrentLinkedDeque<>();
    private final Standing bare;
    private final Witnesses found;

    private CompiledModel(FeatureModel model, Budget budget) {
        this.model = model;
        this.encoding = Encoding.of(model);
        for (String attribute : numbers(model)) {
            weights.put(attribute, encoding.weights(attribute));
        }
        this.clauses = encoding.clauses();
        Consequences first = new Consequences(clauses);
        this.bare = with(search -> ask(first, search, List.of(), model.features(), List.of(), budget));
        keep(bare);
        searches.clear();
        this.found = new Witnesses(bare.witnesses());
        this.consequences = new Consequences(clauses);
    }

    /** @throws ModelException when a rule has no meaning */
    public static CompiledModel of(FeatureModel model) {
        return new CompiledModel(model, Budget.of(CONFLICTS));
    }

    private static Set<String> numbers(FeatureModel model) {
        Set<String> names = new LinkedHashSet<>();
        for (Feature feature : model.features()) {
            feature.attributes().forEach((name, value) -> {
                if (value instanceof BigDecimal && !name.equals("min") && !name.equals("max")) {
                    names.add(name);
                }
            });
        }
        return names;
    }

    /** What always holds need not be found again. */
    private void keep(Standing standing) {
        if (standing.possible()) {
            for (Feature feature : model.features()) {
                if (!standing.open(feature)) {
                    clauses.add(standing.forced(feature) ? 2 * feature.index() : 2 * feature.index() + 1);
                }
            }
        }
    }

    public FeatureModel model() {
        return model;
    }

    /** Where features stand when nothing is chosen: what is forced is in every product (core), what is forbidden in none (dead). */
    public Standing bare() {
        return bare;
    }

    /** No product meets the rules. */
    public boolean isVoid() {
        return !bare.possible();
    }

    /** By propagation alone, at once. */
    public Standing glance(List<Choice> choices) {
        int[] literals = literals(choices);
        return literals == null ? impossible() : with(search -> standing(consequences.atOnce(search, literals)));
    }

    /**
     * In full for those features (and their quantities), by propagation for the others.
     *
     * @param before an earlier standing, which makes this one quicker; never changes the answer
     */
    public Standing standing(
            List<Choice> choices, Collection<Feature> features, @Nullable Standing before, Budget budget) {
        List<boolean[]> known = new ArrayList<>(bare.witnesses());
        if (before != null) {
            known.addAll(before.witnesses());
        }
        return with(search -> ask(consequences, search, choices, features, known, budget));
    }

    /** In full for the whole model when it is not too great, else for what is looked at. */
    public Standing standing(List<Choice> choices, Collection<Feature> lookedAt, @Nullable Standing before) {
        Collection<Feature> features = model.features().size() <= IN_FULL ? model.features() : lookedAt;
        return standing(choices, features, before, Budget.of(CONFLICTS));
    }

    private Standing ask(
            Consequences of,
            Search search,
            List<Choice> choices,
            Collection<Feature> features,
            List<boolean[]> known,
            Budget budget) {
        int[] literals = literals(choices);
        if (literals == null) {
            return impossible();
        }
        List<Integer> variables = new ArrayList<>();
        for (Feature feature : features) {
            variables.add(feature.index());
            for (int step : encoding.steps(feature)) {
                if (step != feature.index()) {
                    variables.add(step);
                }
            }
        }
        int[] all = variables.stream().mapToInt(Integer::intValue).toArray();
        return standing(of.of(search, literals, all, known, budget));
    }

    private Standing impossible() {
        int count = model.features().size();
        return new Standing(model, false, true, new byte[count], new int[count], new int[count], List.of());
    }

    private Standing standing(Consequences.Result result) {
        int count = model.features().size();
        int[] least = new int[count];
        int[] most = new int[count];
        for (Feature feature : model.features()) {
            int[] steps = encoding.steps(feature);
            least[feature.index()] = Math.max(1, feature.min());
            most[feature.index()] = feature.max();
            for (int k = 0; k < steps.length; k++) {
                if (result.state()[steps[k]] > 0) {
                    least[feature.index()] = Math.max(least[feature.index()], k + 1);
                } else if (result.state()[steps[k]] < 0) {
                    most[feature.index()] = Math.min(most[feature.index()], k);
                }
            }
        }
        return new Standing(
                model, result.possible(), result.complete(), result.state(), least, most, result.witnesses());
    }

    /** Null when a value is outside of what its feature may have at all. */
    int @Nullable [] literals(List<Choice> choices) {
        List<Integer> literals = new ArrayList<>();
        for (Choice choice : choices) {
            if (choice.taken()) {
                List<Integer> exactly = encoding.exactly(choice.feature(), choice.value());
                if (exactly == null) {
                    return null;
                }
                literals.addAll(exactly);
            } else {
                literals.add(2 * choice.feature().index() + 1);
            }
        }
        return literals.stream().mapToInt(Integer::intValue).toArray();
    }

    /** Whether some product has all of this. */
    public boolean consistent(List<Choice> choices) {
        return product(choices, Budget.of(CONFLICTS)) == Outcome.FOUND;
    }

    /** Whether it is certain, as far as the budget goes, that no product has all of this. */
    public boolean excluded(List<Choice> choices, Budget budget) {
        return product(choices, budget) == Outcome.NONE;
    }

    /** A product found for an earlier question often answers this one too. */
    private Outcome product(List<Choice> choices, Budget budget) {
        int[] literals = literals(choices);
        if (literals == null) {
            return Outcome.NONE;
        }
        return found.any(literals) ? Outcome.FOUND : with(search -> product(search, literals, budget));
    }

    private Outcome product(Search search, int[] literals, Budget budget) {
        Outcome outcome = search.assumeAll(literals) ? search.solve(budget) : Outcome.NONE;
        if (outcome == Outcome.FOUND) {
            found.add(search.model());
        }
        return outcome;
    }

    /**
     * Those of the wishes that go together with the choices and with each other, as many as a product close to them has.
     * Empty when the choices themselves cannot be had.
     */
    public List<Choice> nearest(List<Choice> choices, List<Choice> wishes) {
        int[] literals = literals(choices);
        if (literals == null || wishes.isEmpty()) {
            return List.of();
        }
        Search search = new Search(clauses);
        boolean[] wanted = new boolean[clauses.variables()];
        for (Choice wish : wishes) {
            int[] of = literals(List.of(wish));
            for (int literal : of == null ? new int[0] : of) {
                wanted[literal >> 1] = (literal & 1) == 0;
            }
        }
        search.prefer(wanted);
        if (!search.assumeAll(literals) || search.solve(Budget.of(CONFLICTS)) != Outcome.FOUND) {
            return List.of();
        }
        boolean[] product = search.model();
        return wishes.stream().filter(it -> holds(it, product)).toList();
    }

    private boolean holds(Choice choice, boolean[] product) {
        int[] literals = literals(List.of(choice));
        return literals != null && Witnesses.meets(product, literals);
    }

    /** Sums of the attribute over a product, by variable; empty when no feature has it. */
    Map<Integer, BigDecimal> weights(String attribute) {
        return weights.getOrDefault(attribute, Map.of());
    }

    Encoding encoding() {
        return encoding;
    }

    private <T> T with(Function<Search, T> question) {
        Search search = searches.pollFirst();
        if (search == null) {
            search = new Search(clauses);
        }
        T answer = question.apply(search);
        search.retract(0);
        if (searches.size() < SEARCHES) {
            searches.addFirst(search);
        }
        return answer;
    }
}
