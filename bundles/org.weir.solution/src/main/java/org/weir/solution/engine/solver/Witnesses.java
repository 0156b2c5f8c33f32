package org.weir.solution.engine.solver;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;

/** Solutions found for earlier questions, the latest ones. One that meets other assumptions answers without a search. */
public final class Witnesses {
    private static final int MOST = 48;

    private final Deque<boolean[]> latest = new ArrayDeque<>();

    public Witnesses(List<boolean[]> first) {
        first.forEach(this::add);
    }

    public synchronized void add(boolean[] solution) {
        if (latest.size() == MOST) {
            latest.removeLast();
        }
        latest.addFirst(solution);
    }

    /** Whether one of them meets all assumptions. */
    public synchronized boolean any(int[] assumptions) {
        return latest.stream().anyMatch(it -> meets(it, assumptions));
    }

    /** @param solution true for each variable that is */
    public static boolean meets(boolean[] solution, int[] assumptions) {
        for (int literal : assumptions) {
            if (solution[literal >> 1] != ((literal & 1) == 0)) {
                return false;
            }
        }
        return true;
    }
}
