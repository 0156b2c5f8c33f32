package org.weir.delivery.scheduling;

import java.util.Arrays;
import java.util.function.IntPredicate;

/** The working periods below a horizon, numbered: {@code at[number]} is the period, {@code before[period]} the count. */
final class WorkTime {
    final int[] at;
    final int[] before;

    WorkTime(int horizon, IntPredicate works) {
        int[] periods = new int[horizon];
        before = new int[horizon + 1];
        int count = 0;
        for (int period = 0; period < horizon; period++) {
            before[period] = count;
            if (works.test(period)) {
                periods[count++] = period;
            }
        }
        before[horizon] = count;
        at = Arrays.copyOf(periods, count);
    }

    /** The number of the first working period at or after the period. */
    int from(int period) {
        if (period >= before.length) {
            throw new BeyondHorizon();
        }
        return before[period];
    }

    /** The period after the working period with the number. */
    int after(int number) {
        if (number >= at.length) {
            throw new BeyondHorizon();
        }
        return at[number] + 1;
    }

    /** Thrown when a plan does not fit below the horizon; the network is then built anew with a later one. */
    static final class BeyondHorizon extends RuntimeException {
        private static final long serialVersionUID = 1;

        BeyondHorizon() {
            super("beyond the horizon", null, false, false);
        }
    }
}
