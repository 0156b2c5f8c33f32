package org.weir.delivery.scheduling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.SplittableRandom;

/** Makes plans of lists, and lists of plans and priorities; one per thread. */
final class Generation {
    private final Network network;
    private final Timetable timetable;
    private final Cost cost;
    private final int[] start;
    private final int[] finish;
    private final int[] deadlines;
    private final boolean[] listed;
    private long evaluations;

    Generation(Network network) {
        this.network = network;
        timetable = new Timetable(network);
        cost = new Cost(network);
        start = new int[network.size];
        finish = new int[network.size];
        deadlines = new int[network.projects.length];
        listed = new boolean[network.size];
    }

    /** Schedules generated so far. */
    long evaluations() {
        return evaluations;
    }

    /** The plan of the last {@link #improve}. */
    int[] starts() {
        return start;
    }

    /**
     * Makes the list's plan, pushes it right and left again, keeps the better, and puts the list in the order of its
     * starts.
     *
     * @return the cost
     */
    long improve(int[] list) {
        timetable.forward(list);
        evaluations++;
        timetable.copyTo(start, finish);
        long best = cost.of(finish);
        if (pushRight()) {
            int[] again = sorted(timetable.start, false);
            timetable.forward(again);
            evaluations++;
            long pushed = cost.of(timetable.finish);
            if (pushed <= best) {
                best = pushed;
                timetable.copyTo(start, finish);
            }
        }
        System.arraycopy(sorted(start, false), 0, list, 0, list.length);
        return best;
    }

    private boolean pushRight() {
        int[] ends = cost.ends(finish);
        int makespan = Arrays.stream(ends).max().orElse(0);
        for (int i = 0; i < deadlines.length; i++) {
            deadlines[i] = network.due[i] < network.horizon ? Math.max(ends[i], network.due[i]) : makespan;
        }
        evaluations++;
        return timetable.backward(sorted(finish, true), deadlines);
    }

    /** Latest possible starts of a plan, no project ending later; null if that cannot be had. */
    int @org.jspecify.annotations.Nullable [] latest(int[] starts, int[] finishes) {
        System.arraycopy(starts, 0, start, 0, starts.length);
        System.arraycopy(finishes, 0, finish, 0, finishes.length);
        System.arraycopy(cost.ends(finish), 0, deadlines, 0, deadlines.length);
        return timetable.backward(sorted(finish, true), deadlines) ? timetable.start.clone() : null;
    }

    /** All activities by period, each behind those it waits for; or all the other way round. */
    int[] sorted(int[] periods, boolean reversed) {
        int size = network.size;
        long[] keys = new long[size];
        for (int i = 0; i < size; i++) {
            keys[i] = ((long) periods[i] << 32) | network.place[i];
        }
        Arrays.sort(keys);
        int[] list = new int[size];
        for (int i = 0; i < size; i++) {
            list[reversed ? size - 1 - i : i] = network.order[(int) keys[i]];
        }
        return network.plain ? list : repaired(list, reversed ? network.after : network.before);
    }

    /** The list with whatever an activity has to come behind put before it. */
    private int[] repaired(int[] list, Network.Arc[][] first) {
        Arrays.fill(listed, false);
        int[] repaired = new int[list.length];
        int known = 0;
        int[] path = new int[list.length];
        for (int wanted : list) {
            int depth = 0;
            path[depth++] = wanted;
            while (depth > 0) {
                int activity = path[depth - 1];
                int missing = missing(first[activity]);
                if (missing >= 0) {
                    path[depth++] = missing;
                } else {
                    depth--;
                    if (!listed[activity]) {
                        listed[activity] = true;
                        repaired[known++] = activity;
                    }
                }
            }
        }
        return repaired;
    }

    private int missing(Network.Arc[] arcs) {
        for (Network.Arc arc : arcs) {
            if (!listed[arc.other()]) {
                return arc.other();
            }
        }
        return -1;
    }

    /** A list by the keys, the smaller the sooner; with chance, smaller ones are likelier, the more the greater bias. */
    int[] byKeys(double[] keys, @org.jspecify.annotations.Nullable SplittableRandom chance, double bias) {
        int[] open = new int[network.size];
        List<Integer> eligible = new ArrayList<>();
        for (int i = 0; i < network.size; i++) {
            open[i] = network.before[i].length;
            if (open[i] == 0) {
                eligible.add(i);
            }
        }
        int[] list = new int[network.size];
        for (int i = 0; i < list.length; i++) {
            int at = chance == null ? smallest(keys, eligible) : drawn(keys, eligible, chance, bias);
            int activity = eligible.get(at);
            eligible.set(at, eligible.get(eligible.size() - 1));
            eligible.remove(eligible.size() - 1);
            list[i] = activity;
            for (Network.Arc arc : network.after[activity]) {
                if (--open[arc.other()] == 0) {
                    eligible.add(arc.other());
                }
            }
        }
        return list;
    }

    private static int smallest(double[] keys, List<Integer> eligible) {
        int best = 0;
        for (int i = 1; i < eligible.size(); i++) {
            double difference = keys[eligible.get(i)] - keys[eligible.get(best)];
            if (difference < 0 || difference == 0 && eligible.get(i) < eligible.get(best)) {
                best = i;
            }
        }
        return best;
    }

    private static int drawn(double[] keys, List<Integer> eligible, SplittableRandom chance, double bias) {
        double worst = Double.NEGATIVE_INFINITY;
        for (int activity : eligible) {
            worst = Math.max(worst, keys[activity]);
        }
        double[] shares = new double[eligible.size()];
        double sum = 0;
        for (int i = 0; i < shares.length; i++) {
            shares[i] = Math.pow(worst - keys[eligible.get(i)] + 1, bias);
            sum += shares[i];
        }
        double ticket = chance.nextDouble() * sum;
        int at = 0;
        while (at < shares.length - 1 && ticket >= shares[at]) {
            ticket -= shares[at++];
        }
        return at;
    }

    /** A list by parallel generation: period for period, whatever may start then is started, smallest key first. */
    int[] byPeriods(double[] keys) {
        timetable.clear();
        evaluations++;
        int[] open = new int[network.size];
        List<Integer> eligible = new ArrayList<>();
        for (int i = 0; i < network.size; i++) {
            open[i] = network.before[i].length;
            if (open[i] == 0) {
                eligible.add(i);
            }
        }
        for (int period = 0; !eligible.isEmpty(); period++) {
            eligible.sort((a, b) -> {
                int byKey = Double.compare(keys[a], keys[b]);
                return byKey == 0 ? Integer.compare(a, b) : byKey;
            });
            for (int i = 0; i < eligible.size(); i++) {
                int activity = eligible.get(i);
                if (startsIn(activity, period)) {
                    eligible.remove(i);
                    for (Network.Arc arc : network.after[activity]) {
                        if (--open[arc.other()] == 0) {
                            eligible.add(arc.other());
                        }
                    }
                    i = -1;
                }
            }
        }
        return sorted(timetable.start, false);
    }

    private boolean startsIn(int activity, int period) {
        if (network.pinned[activity] >= 0) {
            return true;
        }
        int earliest = Reach.earliestNumber(network, activity, timetable.start, timetable.finish);
        boolean milestone = network.duration[activity] == 0;
        int number = milestone ? period : network.time[activity].from(period);
        if (number < earliest || !milestone && network.time[activity].after(number) - 1 != period) {
            return false;
        }
        if (!timetable.fits(activity, number)) {
            return false;
        }
        timetable.place(activity, number);
        return true;
    }
}
