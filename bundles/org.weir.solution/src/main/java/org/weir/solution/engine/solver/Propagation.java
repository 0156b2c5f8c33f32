package org.weir.solution.engine.solver;

import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.weir.solution.engine.solver.Clauses.Sum;

/** Draws conclusions: clauses by two watched literals each, sums by how much is left before they fall short. */
final class Propagation {
    final Trail trail;
    private int[][][] watching;
    private int[] watchers;
    private final List<Sum> sums;
    private final long[] left;
    private final int[][] sumsOf;
    private final long[][] weightsOf;

    Propagation(Clauses clauses) {
        int literals = 2 * clauses.variables();
        trail = new Trail(clauses.variables());
        watching = new int[literals][4][];
        watchers = new int[literals];
        sums = clauses.sums();
        left = new long[sums.size()];
        int[] counts = new int[literals];
        for (Sum sum : sums) {
            for (int literal : sum.literals()) {
                counts[literal]++;
            }
        }
        sumsOf = new int[literals][];
        weightsOf = new long[literals][];
        for (int i = 0; i < literals; i++) {
            sumsOf[i] = new int[counts[i]];
            weightsOf[i] = new long[counts[i]];
        }
        for (int s = 0; s < sums.size(); s++) {
            Sum sum = sums.get(s);
            left[s] = sum.most() - sum.bound();
            for (int i = 0; i < sum.literals().length; i++) {
                int literal = sum.literals()[i];
                int at = --counts[literal];
                sumsOf[literal][at] = s;
                weightsOf[literal][at] = sum.weights()[i];
            }
        }
    }

    /** Sums that conclude something before anything is chosen. False when they contradict. */
    boolean firstSums() {
        for (int s = 0; s < sums.size(); s++) {
            if (left[s] < 0) {
                return false;
            }
            conclude(s);
        }
        return true;
    }

    void watch(int[] clause) {
        watch(clause[0], clause);
        watch(clause[1], clause);
    }

    private void watch(int literal, int[] clause) {
        int count = watchers[literal];
        if (count == watching[literal].length) {
            watching[literal] = Arrays.copyOf(watching[literal], 2 * count);
        }
        watching[literal][count] = clause;
        watchers[literal] = count + 1;
    }

    void unwatch(int[] clause) {
        for (int w = 0; w < 2; w++) {
            int[][] list = watching[clause[w]];
            int count = watchers[clause[w]];
            for (int i = 0; i < count; i++) {
                if (list[i] == clause) {
                    System.arraycopy(list, i + 1, list, i, count - i - 1);
                    list[count - 1] = null;
                    watchers[clause[w]] = count - 1;
                    break;
                }
            }
        }
    }

    /** Null when all is well, else the clause (int[]) or {@link Sum} that is violated. */
    @Nullable
    Object run() {
        while (trail.next < trail.size) {
            int falsified = trail.literals[trail.next++] ^ 1;
            Object clash = sumsWith(falsified);
            if (clash == null) {
                clash = clausesWith(falsified);
            }
            if (clash != null) {
                return clash;
            }
        }
        return null;
    }

    private @Nullable Object sumsWith(int falsified) {
        int[] affected = sumsOf[falsified];
        long[] weights = weightsOf[falsified];
        for (int i = 0; i < affected.length; i++) {
            left[affected[i]] -= weights[i];
        }
        for (int s : affected) {
            if (left[s] < 0) {
                return sums.get(s);
            }
            conclude(s);
        }
        return null;
    }

    private void conclude(int s) {
        Sum sum = sums.get(s);
        long slack = left[s];
        for (int i = 0; i < sum.literals().length && sum.weights()[i] > slack; i++) {
            int literal = sum.literals()[i];
            if (trail.value(literal) == 0) {
                trail.push(literal, sum);
            }
        }
    }

    private @Nullable Object clausesWith(int falsified) {
        int[][] list = watching[falsified];
        int count = watchers[falsified];
        int kept = 0;
        byte[] value = trail.value;
        for (int i = 0; i < count; i++) {
            int[] clause = list[i];
            if (clause[0] == falsified) {
                clause[0] = clause[1];
                clause[1] = falsified;
            }
            int first = clause[0];
            if (value[first] > 0) {
                list[kept++] = clause;
                continue;
            }
            if (moved(clause, falsified)) {
                continue;
            }
            list[kept++] = clause;
            if (value[first] < 0) {
                System.arraycopy(list, i + 1, list, kept, count - i - 1);
                watchers[falsified] = kept + count - i - 1;
                return clause;
            }
            trail.push(first, clause);
        }
        watchers[falsified] = kept;
        return null;
    }

    private boolean moved(int[] clause, int falsified) {
        for (int k = 2; k < clause.length; k++) {
            if (trail.value[clause[k]] >= 0) {
                clause[1] = clause[k];
                clause[k] = falsified;
                watch(clause[1], clause);
                return true;
            }
        }
        return false;
    }

    /** Takes the last conclusion or decision back. */
    int undo() {
        boolean seen = trail.next >= trail.size;
        int literal = trail.pop();
        if (seen) {
            trail.next = trail.size;
            int[] affected = sumsOf[literal ^ 1];
            long[] weights = weightsOf[literal ^ 1];
            for (int i = 0; i < affected.length; i++) {
                left[affected[i]] += weights[i];
            }
        }
        return literal;
    }

    /** Why the literal is true: literals that are all false, besides itself; for a clash (literal -1) all of it. */
    int[] because(@Nullable Object why, int literal) {
        if (why instanceof int[] clause) {
            return clause;
        }
        if (why instanceof Sum sum) {
            int before = literal < 0 ? Integer.MAX_VALUE : trail.place[literal >> 1];
            int[] found = new int[sum.literals().length];
            int count = 0;
            for (int other : sum.literals()) {
                if (trail.value(other) < 0 && trail.place[other >> 1] < before) {
                    found[count++] = other;
                }
            }
            return Arrays.copyOf(found, count);
        }
        return new int[0];
    }
}
