package org.weir.solution.engine.solver;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Turns conditions into clauses and sums; parts that do not fit into one clause get a name that implies them. */
final class Tseitin {
    private Tseitin() {}

    static void add(Clauses clauses, Condition condition) {
        add(clauses, condition, new int[0]);
    }

    /** The condition holds, or one of the literals is true. */
    private static void add(Clauses clauses, Condition condition, int[] or) {
        if (condition instanceof Condition.All all) {
            int[] short_ = or.length > 2 && all.of().size() > 1 ? named(clauses, or) : or;
            all.of().forEach(it -> add(clauses, it, short_));
        } else if (condition instanceof Condition.Lit lit) {
            clauses.add(with(or, lit.literal()));
        } else if (condition instanceof Condition.Reach reach) {
            sum(clauses, reach, or);
        } else {
            any(clauses, (Condition.Any) condition, or);
        }
    }

    private static void any(Clauses clauses, Condition.Any any, int[] or) {
        List<Condition> parts = new ArrayList<>();
        int[] literals = or;
        List<Condition> flat = new ArrayList<>();
        flatten(any, flat);
        for (Condition it : flat) {
            if (it instanceof Condition.Lit lit) {
                literals = with(literals, lit.literal());
            } else if (it instanceof Condition.All all && all.of().isEmpty()) {
                return;
            } else {
                parts.add(it);
            }
        }
        for (int i = 1; i < parts.size(); i++) {
            int name = clauses.fresh();
            literals = with(literals, name);
            add(clauses, parts.get(i), new int[] {name ^ 1});
        }
        if (parts.isEmpty()) {
            clauses.add(literals);
        } else {
            add(clauses, parts.get(0), literals);
        }
    }

    private static void flatten(Condition.Any any, List<Condition> into) {
        for (Condition it : any.of()) {
            if (it instanceof Condition.Any inner) {
                flatten(inner, into);
            } else if (it instanceof Condition.All all && all.of().size() == 1) {
                flatten(new Condition.Any(all.of()), into);
            } else {
                into.add(it);
            }
        }
    }

    private static void sum(Clauses clauses, Condition.Reach reach, int[] or) {
        int[] guard = or.length > 1 ? named(clauses, or) : or;
        int[] literals = Arrays.copyOf(reach.literals(), reach.literals().length + guard.length);
        long[] weights = Arrays.copyOf(reach.weights(), literals.length);
        if (guard.length == 1) {
            int last = literals.length - 1;
            for (int i = 0; i < last; i++) {
                if (literals[i] >> 1 == guard[0] >> 1) {
                    int[] name = named(clauses, guard);
                    sum(clauses, reach, name);
                    return;
                }
            }
            literals[last] = guard[0];
            weights[last] = reach.bound();
        }
        clauses.addSum(literals, weights, reach.bound());
    }

    /** A new literal that may only be true when one of them is. */
    private static int[] named(Clauses clauses, int[] or) {
        int name = clauses.fresh();
        clauses.add(with(or, name ^ 1));
        return new int[] {name};
    }

    private static int[] with(int[] literals, int one) {
        int[] more = Arrays.copyOf(literals, literals.length + 1);
        more[literals.length] = one;
        return more;
    }
}
