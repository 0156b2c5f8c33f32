package org.weir.delivery.scheduling;

import java.util.Arrays;

/** What a plan costs, as one number: weighted lateness first, then its end, then the weighted mean of the ends. */
final class Cost {
    private final Network network;
    private final int[] ends;
    private final long weights;

    Cost(Network network) {
        this.network = network;
        ends = new int[network.projects.length];
        weights = Math.max(1, Arrays.stream(network.weight).sum());
    }

    long of(int[] finish) {
        ends(finish);
        return ofEnds(ends);
    }

    /** By project, valid until the next call. */
    int[] ends(int[] finish) {
        Arrays.fill(ends, 0);
        for (int i = 0; i < finish.length; i++) {
            int project = network.project[i];
            if (finish[i] > ends[project]) {
                ends[project] = finish[i];
            }
        }
        return ends;
    }

    long ofEnds(int[] projectEnds) {
        return combined(projectEnds, Arrays.stream(projectEnds).max().orElse(0));
    }

    long combined(int[] projectEnds, int makespan) {
        long mean = 0;
        for (int i = 0; i < projectEnds.length; i++) {
            mean += network.weight[i] * projectEnds[i];
        }
        return (tardiness(projectEnds) << 34) | ((long) makespan << 17) | mean / weights;
    }

    long tardiness(int[] projectEnds) {
        long late = 0;
        for (int i = 0; i < projectEnds.length; i++) {
            late += network.weight[i] * Math.max(0, projectEnds[i] - network.due[i]);
        }
        return late;
    }
}
