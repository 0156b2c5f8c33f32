package org.weir.solution.engine.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Looks for an assignment that meets all {@link Clauses}: decisions, conclusions, learning from conflicts. Literals that are
 * {@link #assume assumed} stay until they are taken back; what is learned holds without them. Not for several threads.
 */
public final class Search {
    private final Propagation propagation;
    private final Trail trail;
    private final Order order;
    private final boolean[] preferred;
    private final boolean[] seen;
    private final List<int[]> learned = new ArrayList<>();
    private final List<Integer> facts = new ArrayList<>();
    private final int variables;
    private int base;
    private int dead = Integer.MAX_VALUE;
    private boolean broken;

    /** What a search found out. */
    public enum Outcome {
        FOUND,
        NONE,
        UNKNOWN
    }

    public Search(Clauses clauses) {
        variables = clauses.variables();
        propagation = new Propagation(clauses);
        trail = propagation.trail;
        order = new Order(variables);
        preferred = new boolean[variables];
        seen = new boolean[variables];
        broken = clauses.contradictory() || !propagation.firstSums();
        for (int[] clause : clauses.clauses()) {
            if (clause.length == 1) {
                fact(clause[0]);
            } else {
                propagation.watch(clause.clone());
            }
        }
        broken = broken || propagation.run() != null;
    }

    /** Nothing meets the clauses, whatever is assumed. */
    public boolean hopeless() {
        return broken;
    }

    /** 1 true, -1 false, 0 open. */
    public int value(int literal) {
        return trail.value(literal);
    }

    /** How many assumptions hold. */
    public int assumed() {
        return base;
    }

    /** True literals in order, from 0. */
    int size() {
        return trail.size;
    }

    int literal(int at) {
        return trail.literals[at];
    }

    /** Values the search tries first. */
    public void prefer(boolean[] values) {
        System.arraycopy(values, 0, preferred, 0, variables);
    }

    /**
     * Assumes the literal and draws the conclusions. False when that contradicts; then nothing has been assumed.
     */
    public boolean assume(int literal) {
        if (!settle() || trail.value(literal) < 0) {
            return false;
        }
        trail.open();
        base++;
        if (trail.value(literal) == 0) {
            trail.push(literal, null);
        }
        if (propagation.run() != null) {
            retract(base - 1);
            return false;
        }
        return true;
    }

    /** Assumes these instead of all before. False when they contradict; then some of them are assumed. */
    public boolean assumeAll(int[] literals) {
        retract(0);
        for (int literal : literals) {
            if (!assume(literal)) {
                return false;
            }
        }
        return true;
    }

    /** Takes assumptions back until so many are left. */
    public void retract(int to) {
        base = to;
        backTo(to);
        if (to < dead) {
            dead = Integer.MAX_VALUE;
        }
        if (to == 0 && !facts.isEmpty()) {
            List<Integer> known = List.copyOf(facts);
            facts.clear();
            known.forEach(this::fact);
            broken = broken || propagation.run() != null;
        }
    }

    private void fact(int literal) {
        if (trail.value(literal) < 0) {
            broken = true;
        } else if (trail.value(literal) == 0) {
            trail.push(literal, null);
        }
    }

    /** Searches under the assumptions. After FOUND {@link #model} is what was found; the assumptions stay. */
    public Outcome solve(Budget budget) {
        if (!settle()) {
            return Outcome.NONE;
        }
        int restart = 0;
        while (!budget.spent()) {
            Outcome outcome = until(64L * luby(++restart), budget);
            if (outcome != Outcome.UNKNOWN) {
                return outcome;
            }
            backTo(base);
        }
        return Outcome.UNKNOWN;
    }

    private Outcome until(long conflicts, Budget budget) {
        long left = conflicts;
        while (left > 0) {
            Object clash = propagation.run();
            if (clash != null) {
                if (trail.levels <= base) {
                    giveUp();
                    return Outcome.NONE;
                }
                learn(clash);
                budget.conflict();
                left--;
            } else if (!decide()) {
                return Outcome.FOUND;
            }
        }
        return Outcome.UNKNOWN;
    }

    private boolean decide() {
        while (!order.isEmpty()) {
            int variable = order.take();
            if (trail.value(2 * variable) == 0) {
                trail.open();
                trail.push(preferred[variable] ? 2 * variable : 2 * variable + 1, null);
                return true;
            }
        }
        return false;
    }

    /** What the last search found; true for each variable that is. */
    public boolean[] model() {
        boolean[] model = new boolean[variables];
        for (int i = 0; i < variables; i++) {
            model[i] = trail.value(2 * i) > 0;
        }
        backTo(base);
        return model;
    }

    private void learn(Object clash) {
        int[] clause = analyse(clash);
        int back = base;
        for (int i = 1; i < clause.length; i++) {
            back = Math.max(back, trail.level[clause[i] >> 1]);
        }
        backTo(back);
        order.decay();
        if (clause.length == 1) {
            facts.add(clause[0]);
            trail.push(clause[0], clause);
            return;
        }
        propagation.watch(clause);
        learned.add(clause);
        trail.push(clause[0], clause);
        forget();
    }

    /** The clause learned: its first literal is what follows, its second the one concluded last among the others. */
    private int[] analyse(Object clash) {
        List<Integer> others = new ArrayList<>();
        int open = 0;
        int at = trail.size;
        int literal = -1;
        Object why = clash;
        List<Integer> touched = new ArrayList<>();
        do {
            for (int cause : propagation.because(why, literal)) {
                int variable = cause >> 1;
                if (cause == literal || seen[variable] || trail.level[variable] == 0) {
                    continue;
                }
                seen[variable] = true;
                touched.add(variable);
                order.bump(variable);
                if (trail.level[variable] == trail.levels) {
                    open++;
                } else {
                    others.add(cause);
                }
            }
            do {
                literal = trail.literals[--at];
            } while (!seen[literal >> 1]);
            why = trail.reason[literal >> 1];
            open--;
        } while (open > 0);
        touched.forEach(it -> seen[it] = false);
        return asserting(literal ^ 1, others);
    }

    private int[] asserting(int first, List<Integer> others) {
        int[] clause = new int[others.size() + 1];
        clause[0] = first;
        for (int i = 0; i < others.size(); i++) {
            clause[i + 1] = others.get(i);
            if (trail.level[clause[i + 1] >> 1] > trail.level[clause[1] >> 1]) {
                int swap = clause[1];
                clause[1] = clause[i + 1];
                clause[i + 1] = swap;
            }
        }
        return clause;
    }

    /** Drops the longer half of what was learned when it becomes much. */
    private void forget() {
        if (learned.size() < 4000 + variables) {
            return;
        }
        List<int[]> sorted = new ArrayList<>(learned);
        sorted.sort((a, b) -> Integer.compare(a.length, b.length));
        learned.clear();
        for (int i = 0; i < sorted.size(); i++) {
            int[] clause = sorted.get(i);
            if (i < sorted.size() / 2 || clause.length <= 3 || locked(clause)) {
                learned.add(clause);
            } else {
                propagation.unwatch(clause);
            }
        }
    }

    private boolean locked(int[] clause) {
        return trail.value(clause[0]) > 0 && trail.reason[clause[0] >> 1] == clause;
    }

    private void backTo(int level) {
        if (trail.levels <= level) {
            return;
        }
        int to = trail.start(level);
        while (trail.size > to) {
            int literal = propagation.undo();
            order.put(literal >> 1);
        }
        trail.levels = level;
        trail.next = Math.min(trail.next, trail.size);
    }

    private static long luby(int index) {
        int size = 1;
        int power = 0;
        int i = index - 1;
        while (size < i + 1) {
            power++;
            size = 2 * size + 1;
        }
        while (size - 1 != i) {
            size = (size - 1) >> 1;
            power--;
            i %= size;
        }
        return 1L << power;
    }

    /** Back to the assumptions, everything concluded from them. False when they contradict. */
    private boolean settle() {
        backTo(base);
        if (broken || base >= dead) {
            return false;
        }
        if (propagation.run() != null) {
            giveUp();
            return false;
        }
        return true;
    }

    private void giveUp() {
        dead = base;
        broken = broken || base == 0;
    }

    /**
     * What would follow from the literal by propagation alone, itself first; null when it contradicts. Stays concluded
     * until the next call.
     */
    int @Nullable [] probe(int literal) {
        if (!settle()) {
            return null;
        }
        int from = trail.size;
        trail.open();
        trail.push(literal, null);
        return propagation.run() == null ? Arrays.copyOfRange(trail.literals, from, trail.size) : null;
    }
}
