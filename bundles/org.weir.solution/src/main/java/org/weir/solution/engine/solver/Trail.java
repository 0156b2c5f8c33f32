package org.weir.solution.engine.solver;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Which literals are true now, in the order they became so, by levels of decision, and why. */
final class Trail {
    final byte[] value;
    final int[] literals;
    final int[] level;
    final int[] place;
    final @Nullable Object[] reason;
    int size;
    int next;
    int levels;
    private int[] starts = new int[64];

    Trail(int variables) {
        value = new byte[2 * variables];
        literals = new int[variables];
        level = new int[variables];
        place = new int[variables];
        reason = new @Nullable Object[variables];
    }

    /** 1 true, -1 false, 0 open. */
    int value(int literal) {
        return value[literal];
    }

    void open() {
        if (levels == starts.length) {
            starts = Arrays.copyOf(starts, 2 * levels);
        }
        starts[levels++] = size;
    }

    int start(int ofLevel) {
        return starts[ofLevel];
    }

    void push(int literal, @Nullable Object why) {
        int variable = literal >> 1;
        value[literal] = 1;
        value[literal ^ 1] = -1;
        level[variable] = levels;
        place[variable] = size;
        reason[variable] = why;
        literals[size++] = literal;
    }

    int pop() {
        int literal = literals[--size];
        value[literal] = 0;
        value[literal ^ 1] = 0;
        reason[literal >> 1] = null;
        return literal;
    }
}
