package org.weir.delivery.scheduling;

import java.util.Arrays;
import java.util.BitSet;

/** Priority rules: a number per activity, the smaller the sooner it is placed. */
enum Rule {
    /** Latest finish by the project's due date, or by the earliest end of all. */
    LATEST_FINISH {
        @Override
        double[] keys(Network network, Bounds bounds) {
            return latestFinishes(network, bounds);
        }
    },
    /** Latest start. */
    LATEST_START {
        @Override
        double[] keys(Network network, Bounds bounds) {
            double[] keys = latestFinishes(network, bounds);
            Arrays.setAll(keys, i -> keys[i] - network.duration[i]);
            return keys;
        }
    },
    /** Most activities that wait for it, near or far. */
    MOST_FOLLOWERS {
        @Override
        double[] keys(Network network, Bounds bounds) {
            BitSet[] followers = new BitSet[network.size];
            double[] keys = new double[network.size];
            for (int i = network.size - 1; i >= 0; i--) {
                int activity = network.order[i];
                BitSet all = new BitSet();
                for (Network.Arc arc : network.after[activity]) {
                    all.set(arc.other());
                    all.or(followers[arc.other()]);
                }
                followers[activity] = all;
                keys[activity] = -all.cardinality();
            }
            return keys;
        }
    },
    /** Greatest rank positional weight: its own duration and those of what waits for it directly. */
    POSITIONAL_WEIGHT {
        @Override
        double[] keys(Network network, Bounds bounds) {
            double[] keys = new double[network.size];
            for (int i = 0; i < network.size; i++) {
                double sum = network.duration[i];
                for (Network.Arc arc : network.after[i]) {
                    sum += network.duration[arc.other()];
                }
                keys[i] = -sum;
            }
            return keys;
        }
    },
    /** The weightiest customer first, then latest finish. */
    WEIGHT {
        @Override
        double[] keys(Network network, Bounds bounds) {
            double[] keys = latestFinishes(network, bounds);
            Arrays.setAll(keys, i -> keys[i] - (double) network.horizon * 4 * network.weight[network.project[i]]);
            return keys;
        }
    };

    abstract double[] keys(Network network, Bounds bounds);

    private static double[] latestFinishes(Network network, Bounds bounds) {
        int[] ends = bounds.projects();
        int makespan = bounds.makespan();
        double[] latest = new double[network.size];
        for (int i = network.size - 1; i >= 0; i--) {
            int activity = network.order[i];
            int at = network.project[activity];
            double finish = network.due[at] < network.horizon ? Math.max(network.due[at], ends[at]) : makespan;
            for (Network.Arc arc : network.after[activity]) {
                double other = latest[arc.other()] - (arc.type().toFinish() ? 0 : network.duration[arc.other()]);
                finish = Math.min(
                        finish, other - arc.lag() + (arc.type().fromFinish() ? 0 : network.duration[activity]));
            }
            latest[activity] = finish;
        }
        return latest;
    }
}
