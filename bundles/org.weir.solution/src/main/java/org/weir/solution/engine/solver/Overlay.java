package org.weir.solution.engine.solver;

import org.weir.solution.engine.solver.Clauses.Sum;

/** Says whether a known solution still is one when what has just been concluded is laid over it. */
final class Overlay {
    private final int[][] clauses;
    private final Sum[] sums;
    private final int[][] clausesWith;
    private final int[][] sumsWith;

    Overlay(Clauses problem) {
        clauses = problem.clauses().toArray(new int[0][]);
        sums = problem.sums().toArray(new Sum[0]);
        int literals = 2 * problem.variables();
        int[][] ofSums = new int[sums.length][];
        for (int i = 0; i < sums.length; i++) {
            ofSums[i] = sums[i].literals();
        }
        clausesWith = index(clauses, literals);
        sumsWith = index(ofSums, literals);
    }

    private static int[][] index(int[][] lists, int literals) {
        int[] counts = new int[literals];
        for (int[] list : lists) {
            for (int literal : list) {
                counts[literal]++;
            }
        }
        int[][] index = new int[literals][];
        for (int i = 0; i < literals; i++) {
            index[i] = new int[counts[i]];
        }
        for (int i = lists.length - 1; i >= 0; i--) {
            for (int literal : lists[i]) {
                index[literal][--counts[literal]] = i;
            }
        }
        return index;
    }

    boolean fits(Search search, int[] concluded, boolean[] solution) {
        for (int literal : concluded) {
            boolean flipped = solution[literal >> 1] != ((literal & 1) == 0);
            if (flipped && !(clausesHold(search, literal ^ 1, solution) && sumsHold(search, literal ^ 1, solution))) {
                return false;
            }
        }
        return true;
    }

    private boolean clausesHold(Search search, int falsified, boolean[] solution) {
        for (int clause : clausesWith[falsified]) {
            boolean holds = false;
            for (int literal : clauses[clause]) {
                if (holds(search, literal, solution)) {
                    holds = true;
                    break;
                }
            }
            if (!holds) {
                return false;
            }
        }
        return true;
    }

    private boolean sumsHold(Search search, int falsified, boolean[] solution) {
        for (int index : sumsWith[falsified]) {
            Sum sum = sums[index];
            long total = 0;
            for (int i = 0; i < sum.literals().length; i++) {
                total += holds(search, sum.literals()[i], solution) ? sum.weights()[i] : 0;
            }
            if (total < sum.bound()) {
                return false;
            }
        }
        return true;
    }

    private static boolean holds(Search search, int literal, boolean[] solution) {
        int value = search.value(literal);
        return value == 0 ? solution[literal >> 1] == ((literal & 1) == 0) : value > 0;
    }
}
