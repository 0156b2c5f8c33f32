package org.weir.bench;

import java.util.Arrays;

/** The middle of several measurements, with the smallest and the largest. */
record Median(double min, double median, double max) {
    static Median of(double... values) {
        double[] sorted = values.clone();
        Arrays.sort(sorted);
        return new Median(sorted[0], sorted[sorted.length / 2], sorted[sorted.length - 1]);
    }

    @Override
    public String toString() {
        return String.format(java.util.Locale.ROOT, "%.2f (%.2f–%.2f)", median, min, max);
    }
}
