package org.weir.solution.engine.solver;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.weir.solution.engine.solver.Search.Outcome;

/**
 * What follows from assumptions, completely: each variable that is the same in all solutions. Propagation finds most; a
 * solution known already (a witness) shows that a value is possible, if need be with what follows from the value laid over
 * it; only what is left is searched.
 */
public final class Consequences {
    private static final int WITNESSES = 60;

    private final Clauses clauses;
    private final Overlay overlay;

    public Consequences(Clauses clauses) {
        this.clauses = clauses;
        this.overlay = new Overlay(clauses);
    }

    /**
     * @param state by variable: 1 always true, -1 always false, 0 both are possible (or, unless {@code complete}, not known
     *     to be impossible)
     * @param witnesses solutions under the assumptions
     * @param complete all that was asked for has been settled
     */
    public record Result(boolean possible, byte[] state, List<boolean[]> witnesses, boolean complete) {}

    /** By propagation alone: at once, but not everything. */
    public Result atOnce(Search search, int[] assumptions) {
        return search.assumeAll(assumptions)
                ? new Result(true, states(search), List.of(), false)
                : new Result(false, new byte[clauses.variables()], List.of(), true);
    }

    /**
     * @param variables those to settle, in this order
     * @param known solutions of the clauses; those that meet the assumptions are used
     */
    public Result of(Search search, int[] assumptions, int[] variables, List<boolean[]> known, Budget budget) {
        if (!atOnce(search, assumptions).possible()) {
            return new Result(false, new byte[clauses.variables()], List.of(), true);
        }
        Run run = new Run(search);
        for (boolean[] witness : known) {
            if (Witnesses.meets(witness, assumptions)) {
                run.saw(witness);
            }
        }
        if (run.witnesses.isEmpty()) {
            if (!known.isEmpty()) {
                search.prefer(known.get(known.size() - 1));
            }
            Outcome outcome = search.solve(budget);
            if (outcome != Outcome.FOUND) {
                return new Result(outcome == Outcome.UNKNOWN, states(search), List.of(), outcome == Outcome.NONE);
            }
            run.saw(search.model());
        }
        boolean complete = true;
        for (int variable : variables) {
            complete &= run.settle(variable, budget);
        }
        return new Result(true, states(search), run.witnesses, complete);
    }

    private byte[] states(Search search) {
        search.retract(search.assumed());
        byte[] state = new byte[clauses.variables()];
        for (int i = 0; i < state.length; i++) {
            state[i] = (byte) search.value(2 * i);
        }
        return state;
    }

    /** One question: which values have been seen so far. */
    private final class Run {
        private final Search search;
        private final boolean[] seenTrue = new boolean[clauses.variables()];
        private final boolean[] seenFalse = new boolean[clauses.variables()];
        private final List<boolean[]> witnesses = new ArrayList<>();

        Run(Search search) {
            this.search = search;
        }

        void saw(boolean[] witness) {
            for (int i = 0; i < witness.length; i++) {
                if (witness[i]) {
                    seenTrue[i] = true;
                } else {
                    seenFalse[i] = true;
                }
            }
            if (witnesses.size() == WITNESSES) {
                witnesses.remove(0);
            }
            witnesses.add(witness);
        }

        /** False when the budget did not suffice. */
        boolean settle(int variable, Budget budget) {
            if (seenTrue[variable] && seenFalse[variable]) {
                return true;
            }
            int literal = seenTrue[variable] ? 2 * variable + 1 : 2 * variable;
            boolean[] witness = witnesses.get(witnesses.size() - 1);
            if (known(literal)) {
                return true;
            }
            int[] concluded = search.probe(literal);
            if (concluded == null) {
                search.assume(literal ^ 1);
                return true;
            }
            if (overlay.fits(search, concluded, witness)) {
                for (int it : concluded) {
                    if ((it & 1) == 0) {
                        seenTrue[it >> 1] = true;
                    } else {
                        seenFalse[it >> 1] = true;
                    }
                }
                return true;
            }
            return searched(literal, witness, budget);
        }

        private boolean known(int literal) {
            int mark = search.assumed();
            search.retract(mark);
            return search.value(literal) != 0;
        }

        private boolean searched(int literal, boolean @Nullable [] witness, Budget budget) {
            int mark = search.assumed();
            if (witness != null) {
                search.prefer(witness);
            }
            Outcome outcome = search.assume(literal) ? search.solve(budget) : Outcome.NONE;
            if (outcome == Outcome.FOUND) {
                saw(search.model());
            }
            search.retract(mark);
            if (outcome == Outcome.NONE) {
                search.assume(literal ^ 1);
            }
            return outcome != Outcome.UNKNOWN;
        }
    }
}
