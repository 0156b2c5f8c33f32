package org.weir.solution.engine;

import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Says why something cannot be had, and what to do about it. Cites what was chosen by people, never what followed from it.
 * The same question has the same answer whatever the order of the model's rules.
 */
public final class Explain {
    private static final int NODES = 200;
    private static final int WAYS = 4;

    private final CompiledModel compiled;

    public Explain(CompiledModel compiled) {
        this.compiled = compiled;
    }

    /**
     * @param choices a smallest set of choices that do not go together with what is wanted: without any one of them it could
     *     be had. Empty when the model itself forbids it
     * @param ways what could be done, at least two unless the model itself forbids it; fewest changes first
     */
    public record Conflict(Choice wanted, List<Choice> choices, List<WayOut> ways) {
        public boolean never() {
            return choices.isEmpty();
        }
    }

    /**
     * @param drop choices to give up
     * @param add what to choose instead: the wanted (perhaps in another quantity), and replacements of what is dropped; empty
     *     to leave everything as it is
     */
    public record WayOut(List<Choice> drop, List<Choice> add) {}

    /** Null when it can be had. @param choices by people, first the ones made first */
    public @Nullable Conflict why(List<Choice> choices, Choice wanted) {
        List<Choice> others = choices.stream()
                .filter(it -> !it.feature().equals(wanted.feature()))
                .toList();
        if (compiled.consistent(with(others, wanted))) {
            return null;
        }
        if (!compiled.consistent(List.of(wanted))) {
            return new Conflict(wanted, List.of(), smaller(others, wanted));
        }
        List<Choice> conflict = smallest(List.of(wanted), others);
        return new Conflict(wanted, conflict, ways(others, wanted, conflict));
    }

    /**
     * A smallest set of rules that, with the shape of the tree, causes the conflict; empty when the tree alone does, or when
     * the model has so many rules that looking for them would take long.
     */
    public List<Rule> rules(Conflict conflict) {
        List<Choice> all = new ArrayList<>(conflict.choices());
        all.add(conflict.wanted());
        return new Culprits(compiled).of(all);
    }

    /** A smallest part of the choices that cannot be had at once; empty when all can. */
    public List<Choice> clash(List<Choice> choices) {
        return compiled.consistent(choices) ? List.of() : smallest(List.of(), choices);
    }

    /** QuickXplain: divides and asks only halves; the choices made first are cited first. */
    private List<Choice> smallest(List<Choice> background, List<Choice> candidates) {
        return smallest(background, false, candidates);
    }

    private List<Choice> smallest(List<Choice> background, boolean grown, List<Choice> candidates) {
        if (grown && !compiled.consistent(background)) {
            return List.of();
        }
        if (candidates.size() <= 1) {
            return candidates;
        }
        List<Choice> first = candidates.subList(0, candidates.size() / 2);
        List<Choice> second = candidates.subList(candidates.size() / 2, candidates.size());
        List<Choice> ofSecond = smallest(both(background, first), true, second);
        List<Choice> ofFirst = smallest(both(background, ofSecond), !ofSecond.isEmpty(), first);
        return both(ofFirst, ofSecond);
    }

    private List<WayOut> ways(List<Choice> choices, Choice wanted, List<Choice> conflict) {
        List<WayOut> ways = new ArrayList<>();
        for (List<Choice> drop : corrections(choices, wanted, conflict)) {
            ways.add(instead(choices, wanted, drop));
        }
        ways.addAll(smaller(choices, wanted));
        if (ways.size() < 2) {
            sibling(choices, wanted).ifPresent(it -> ways.add(new WayOut(List.of(), List.of(it))));
        }
        if (ways.size() < 2) {
            ways.add(new WayOut(List.of(), List.of()));
        }
        return List.copyOf(ways.subList(0, Math.min(WAYS, ways.size())));
    }

    /** Smallest sets of choices to give up, fewest first: a breadth-first tree over conflicts that are not yet hit. */
    private List<List<Choice>> corrections(List<Choice> choices, Choice wanted, List<Choice> first) {
        List<List<Choice>> conflicts = new ArrayList<>(List.of(first));
        List<List<Choice>> found = new ArrayList<>();
        Set<Set<Choice>> seen = new HashSet<>();
        List<List<Choice>> queue = new ArrayList<>(List.of(List.of()));
        for (int i = 0; i < queue.size() && i < NODES && found.size() < WAYS; i++) {
            List<Choice> dropped = queue.get(i);
            if (found.stream().anyMatch(dropped::containsAll) || !seen.add(new HashSet<>(dropped))) {
                continue;
            }
            List<Choice> next = missed(conflicts, choices, wanted, dropped);
            if (next.isEmpty()) {
                found.add(dropped);
            }
            next.forEach(it -> queue.add(both(dropped, List.of(it))));
        }
        return found;
    }

    private List<Choice> missed(
            List<List<Choice>> conflicts, List<Choice> choices, Choice wanted, List<Choice> dropped) {
        for (List<Choice> conflict : conflicts) {
            if (conflict.stream().noneMatch(dropped::contains)) {
                return conflict;
            }
        }
        List<Choice> kept = without(choices, dropped);
        if (compiled.consistent(with(kept, wanted))) {
            return List.of();
        }
        List<Choice> conflict = smallest(List.of(wanted), kept);
        conflicts.add(conflict);
        return conflict;
    }

    /** Beside giving choices up: what comes closest to each of them. */
    private WayOut instead(List<Choice> choices, Choice wanted, List<Choice> drop) {
        List<Choice> now = new ArrayList<>(with(without(choices, drop), wanted));
        List<Choice> add = new ArrayList<>(List.of(wanted));
        for (Choice dropped : drop) {
            Choice replacement = closest(now, dropped);
            if (replacement != null) {
                add.add(replacement);
                now.add(replacement);
            }
        }
        return new WayOut(drop, List.copyOf(add));
    }

    private @Nullable Choice closest(List<Choice> now, Choice dropped) {
        if (!dropped.taken()) {
            return null;
        }
        for (Choice fewer : smallerChoices(dropped)) {
            if (compiled.consistent(with(now, fewer))) {
                return fewer;
            }
        }
        return sibling(now, dropped).orElse(null);
    }

    /** The same in the greatest quantity that is possible with all choices. */
    private List<WayOut> smaller(List<Choice> choices, Choice wanted) {
        for (Choice fewer : smallerChoices(wanted)) {
            if (compiled.consistent(with(choices, fewer))) {
                return List.of(new WayOut(List.of(), List.of(fewer)));
            }
        }
        return List.of();
    }

    private static List<Choice> smallerChoices(Choice choice) {
        Feature feature = choice.feature();
        List<Choice> fewer = new ArrayList<>();
        if (choice.taken()
                && feature.counted()
                && choice.value() != null
                && choice.value().matches("\\d{1,6}")) {
            int from = Math.min(Integer.parseInt(choice.value()) - 1, feature.max());
            for (int pieces = from; pieces >= Math.max(1, feature.min()) && fewer.size() < 64; pieces--) {
                fewer.add(Choice.count(feature, pieces));
            }
        }
        return fewer;
    }

    /** Another feature of the same group that could be had, if only one of the group can. */
    private java.util.Optional<Choice> sibling(Collection<Choice> choices, Choice wanted) {
        Feature parent = wanted.feature().parent();
        if (parent == null || !wanted.taken()) {
            return java.util.Optional.empty();
        }
        Predicate<Group> exclusive = group ->
                group.kind() == Group.Kind.ALTERNATIVE || (group.kind() == Group.Kind.CARDINALITY && group.max() == 1);
        Set<Feature> decided = new LinkedHashSet<>();
        choices.forEach(it -> decided.add(it.feature()));
        return parent.groups().stream()
                .filter(exclusive.and(group -> group.features().contains(wanted.feature())))
                .flatMap(group -> group.features().stream())
                .filter(it -> it != wanted.feature() && !decided.contains(it))
                .map(Choice::take)
                .filter(it -> compiled.consistent(with(choices, it)))
                .findFirst();
    }

    private static List<Choice> with(Collection<Choice> choices, Choice one) {
        List<Choice> all = new ArrayList<>(choices);
        all.add(one);
        return all;
    }

    private static List<Choice> without(List<Choice> choices, Collection<Choice> dropped) {
        return choices.stream().filter(it -> !dropped.contains(it)).toList();
    }

    private static List<Choice> both(List<Choice> first, List<Choice> second) {
        List<Choice> all = new ArrayList<>(first);
        all.addAll(second);
        return List.copyOf(all);
    }
}
