package org.weir.solution.engine;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.weir.solution.engine.solver.Budget;
import org.weir.solution.engine.solver.Encoding;
import org.weir.solution.engine.solver.Search;

/** Finds a smallest set of rules under which choices cannot be had: each rule gets a switch, and QuickXplain goes over them. */
final class Culprits {
    private static final int MOST_RULES = 400;
    private static final long CONFLICTS = 20_000;

    private final CompiledModel compiled;

    Culprits(CompiledModel compiled) {
        this.compiled = compiled;
    }

    List<Rule> of(List<Choice> choices) {
        List<Rule> rules = compiled.model().rules();
        if (rules.size() > MOST_RULES) {
            return List.of();
        }
        int[] guards = new int[rules.size()];
        Encoding encoding = Encoding.guarded(compiled.model(), guards);
        List<Integer> literals = new ArrayList<>();
        for (Choice choice : choices) {
            List<Integer> of = choice.taken()
                    ? encoding.exactly(choice.feature(), choice.value())
                    : List.of(2 * choice.feature().index() + 1);
            if (of == null) {
                return List.of();
            }
            literals.addAll(of);
        }
        Question question = new Question(new Search(encoding.clauses()), guards, literals);
        List<Integer> all = IntStream.range(0, rules.size()).boxed().toList();
        if (question.fits(all)) {
            return List.of();
        }
        return question.smallest(List.of(), false, all).stream()
                .sorted()
                .map(rules::get)
                .toList();
    }

    private record Question(Search search, int[] guards, List<Integer> literals) {
        boolean fits(List<Integer> rules) {
            search.retract(0);
            for (int literal : literals) {
                if (!search.assume(literal)) {
                    return false;
                }
            }
            for (int rule : rules) {
                if (!search.assume(guards[rule])) {
                    return false;
                }
            }
            return search.solve(Budget.of(CONFLICTS)) != Search.Outcome.NONE;
        }

        List<Integer> smallest(List<Integer> background, boolean grown, List<Integer> candidates) {
            if (grown && !fits(background)) {
                return List.of();
            }
            if (candidates.size() <= 1) {
                return candidates;
            }
            List<Integer> first = candidates.subList(0, candidates.size() / 2);
            List<Integer> second = candidates.subList(candidates.size() / 2, candidates.size());
            List<Integer> ofSecond = smallest(both(background, first), true, second);
            List<Integer> ofFirst = smallest(both(background, ofSecond), !ofSecond.isEmpty(), first);
            return both(ofFirst, ofSecond);
        }

        private static List<Integer> both(List<Integer> first, List<Integer> second) {
            List<Integer> all = new ArrayList<>(first);
            all.addAll(second);
            return all;
        }
    }
}
