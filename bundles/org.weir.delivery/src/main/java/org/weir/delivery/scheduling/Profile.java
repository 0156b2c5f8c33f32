package org.weir.delivery.scheduling;

/**
 * An amount for every period from 0 on: what a resource can give, or (as 0 and 1) when a calendar works. Days off are
 * zeros.
 */
public final class Profile {
    private final int[] values;
    private final int cycle;

    private Profile(int[] values, int cycle) {
        this.values = values;
        this.cycle = cycle;
    }

    /** The same amount in every period. */
    public static Profile always(int amount) {
        return of(new int[] {amount}, 1);
    }

    /**
     * The amounts of the first periods; after them the last {@code cycle} of them repeat for ever (with half days, 14
     * repeats the last week).
     *
     * @throws IllegalArgumentException if an amount is negative or the cycle is not between 1 and the number of values
     */
    public static Profile of(int[] values, int cycle) {
        if (cycle < 1 || cycle > values.length) {
            throw new IllegalArgumentException("a cycle of " + cycle + " in " + values.length + " values");
        }
        for (int value : values) {
            if (value < 0) {
                throw new IllegalArgumentException("negative amount " + value);
            }
        }
        return new Profile(values.clone(), cycle);
    }

    /** The amount in the period, 0 or later. */
    public int at(int period) {
        return period < values.length
                ? values[period]
                : values[values.length - cycle + (period - values.length) % cycle];
    }

    /** The largest amount of any period. */
    public int max() {
        int max = 0;
        for (int value : values) {
            max = Math.max(max, value);
        }
        return max;
    }
}
