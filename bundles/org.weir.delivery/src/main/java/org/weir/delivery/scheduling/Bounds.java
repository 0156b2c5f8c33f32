package org.weir.delivery.scheduling;

import java.util.Arrays;

/** What no plan can beat: links and calendars without resources, and the work each resource has to do. */
final class Bounds {
    private final Network network;
    /** Earliest starts and finishes as if resources were never busy. */
    final int[] start;

    final int[] finish;
    private final int byLinks;
    private final int byWork;

    Bounds(Network network) {
        this.network = network;
        start = new int[network.size];
        finish = new int[network.size];
        for (int activity : network.order) {
            place(activity);
        }
        byLinks = Arrays.stream(finish).max().orElse(0);
        int most = 0;
        for (int resource = 0; resource < network.resources.length; resource++) {
            most = Math.max(most, work(resource));
        }
        byWork = most;
    }

    /** No plan ends before this period. */
    int makespan() {
        return Math.max(byLinks, byWork);
    }

    /** By project: it does not finish before this period. */
    int[] projects() {
        int[] ends = new int[network.projects.length];
        for (int i = 0; i < network.size; i++) {
            ends[network.project[i]] = Math.max(ends[network.project[i]], finish[i]);
        }
        return ends;
    }

    private void place(int activity) {
        Reach.Start earliest = Reach.earliest(network, activity, start, finish);
        start[activity] = earliest.period(network, activity);
        finish[activity] = Reach.finish(network, activity, start[activity]);
    }

    /** When the resource would be done if it worked without a gap. */
    private int work(int resource) {
        long left = 0;
        int first = Integer.MAX_VALUE;
        for (int i = 0; i < network.size; i++) {
            for (int k = 0; k < network.demand[i].length; k++) {
                if (network.demandOf[i][k] == resource && network.pinned[i] < 0 && network.duration[i] > 0) {
                    left += (long) network.demand[i][k] * network.duration[i];
                    first = Math.min(first, start[i]);
                }
            }
        }
        int period = first;
        while (left > 0) {
            if (period >= network.horizon) {
                throw new WorkTime.BeyondHorizon();
            }
            left -= network.capacity[resource][period++];
        }
        return first == Integer.MAX_VALUE ? 0 : period;
    }
}
