package org.weir.delivery.scheduling;

import java.util.Arrays;

/** Places activities one after another on what is left of the resources: forwards as early, backwards as late as can be. */
final class Timetable {
    final int[] start;
    final int[] finish;
    private final Network network;
    private final int[][] free;
    private int touched;

    Timetable(Network network) {
        this.network = network;
        start = new int[network.size];
        finish = new int[network.size];
        free = new int[network.resources.length][network.horizon];
        touched = network.horizon;
    }

    /** Everything as early as possible, in the order of the list (each behind those it waits for). */
    void forward(int[] list) {
        clear();
        for (int activity : list) {
            if (network.pinned[activity] < 0) {
                early(activity, Reach.earliestNumber(network, activity, start, finish));
            }
        }
    }

    /**
     * Everything as late as possible, in the order of the list (each behind those that wait for it).
     *
     * @param deadlines by project
     * @return false if something would have to start before period 0
     */
    boolean backward(int[] list, int[] deadlines) {
        clear();
        for (int activity : list) {
            if (network.pinned[activity] >= 0) {
                continue;
            }
            int deadline = deadlines[network.project[activity]];
            if (!late(activity, Reach.latestNumber(network, activity, deadline, start, finish))) {
                return false;
            }
        }
        return true;
    }

    /** Forgets everything but what is pinned. */
    void clear() {
        for (int resource = 0; resource < free.length; resource++) {
            System.arraycopy(network.capacity[resource], 0, free[resource], 0, touched);
        }
        touched = 0;
        for (int activity = 0; activity < network.size; activity++) {
            if (network.pinned[activity] >= 0) {
                start[activity] = network.pinned[activity];
                finish[activity] = Reach.finish(network, activity, start[activity]);
                touched = Math.max(touched, finish[activity]);
                int duration = network.duration[activity];
                occupy(activity, duration == 0 ? 0 : network.time[activity].from(start[activity]));
            }
        }
    }

    /** Whether the activity could run from the number on; milestones always can. */
    boolean fits(int activity, int number) {
        return conflict(activity, number) < 0;
    }

    /** Places the activity there. */
    void place(int activity, int number) {
        int duration = network.duration[activity];
        if (duration == 0) {
            start[activity] = number;
            finish[activity] = number;
        } else {
            WorkTime time = network.time[activity];
            finish[activity] = time.after(number + duration - 1);
            start[activity] = time.at[number];
            occupy(activity, number);
        }
        touched = Math.max(touched, Math.min(finish[activity], network.horizon));
    }

    /** What is left of a resource in a period. */
    int free(int resource, int period) {
        return free[resource][period];
    }

    private void early(int activity, int from) {
        int number = from;
        for (int at = conflict(activity, number); at >= 0; at = conflict(activity, number)) {
            number += at + 1;
        }
        place(activity, number);
    }

    private boolean late(int activity, int from) {
        int duration = network.duration[activity];
        int number = from;
        while (number >= 0) {
            int at = firstConflict(activity, number);
            if (at < 0) {
                place(activity, number);
                return true;
            }
            number += at - duration;
        }
        return false;
    }

    /** Which of the activity's working periods, counted from its start, is the last without room; -1 if none. */
    private int conflict(int activity, int number) {
        int[] demandOf = network.demandOf[activity];
        int duration = network.duration[activity];
        if (duration == 0) {
            return -1;
        }
        int[] at = network.time[activity].at;
        if (number + duration > at.length) {
            throw new WorkTime.BeyondHorizon();
        }
        int[] demand = network.demand[activity];
        for (int i = duration - 1; i >= 0; i--) {
            int period = at[number + i];
            for (int k = 0; k < demandOf.length; k++) {
                if (free[demandOf[k]][period] < demand[k]) {
                    return i;
                }
            }
        }
        return -1;
    }

    private int firstConflict(int activity, int number) {
        int[] demandOf = network.demandOf[activity];
        int[] demand = network.demand[activity];
        int[] at = network.time[activity].at;
        for (int i = 0; i < network.duration[activity]; i++) {
            int period = at[number + i];
            for (int k = 0; k < demandOf.length; k++) {
                if (free[demandOf[k]][period] < demand[k]) {
                    return i;
                }
            }
        }
        return -1;
    }

    private void occupy(int activity, int number) {
        int[] demandOf = network.demandOf[activity];
        int[] at = network.time[activity].at;
        int end = number + network.duration[activity];
        for (int k = 0; k < demandOf.length; k++) {
            int[] row = free[demandOf[k]];
            int amount = network.demand[activity][k];
            for (int i = number; i < end; i++) {
                row[at[i]] -= amount;
            }
        }
    }

    void copyTo(int[] starts, int[] finishes) {
        System.arraycopy(start, 0, starts, 0, start.length);
        System.arraycopy(finish, 0, finishes, 0, finish.length);
    }

    @Override
    public String toString() {
        return Arrays.toString(start);
    }
}
