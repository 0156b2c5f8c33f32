package org.weir.delivery.scheduling;

/** How early and how late an activity may be by its links and its working time, others being placed. */
final class Reach {
    /**
     * An earliest start and what holds it.
     *
     * @param number number of the working period; for milestones the period itself
     * @param held the period to which the strictest of the dates and links holds it, before the calendar is asked
     * @param arc the strictest link, or null for the activity's own date
     */
    record Start(int number, int held, Network.@org.jspecify.annotations.Nullable Arc arc) {
        int period(Network network, int activity) {
            if (network.pinned[activity] >= 0) {
                return network.pinned[activity];
            }
            if (network.duration[activity] == 0) {
                return number;
            }
            return network.time[activity].after(number) - 1;
        }
    }

    private Reach() {}

    static Start earliest(Network network, int activity, int[] start, int[] finish) {
        Network.Arc strictest = null;
        int number = number(network, activity, network.notBefore[activity], false);
        int held = network.notBefore[activity];
        for (Network.Arc arc : network.before[activity]) {
            int period = (arc.type().fromFinish() ? finish[arc.other()] : start[arc.other()]) + arc.lag();
            int needed = number(network, activity, period, arc.type().toFinish());
            int holds = arc.type().toFinish() ? firstPeriod(network, activity, needed) : period;
            if (needed > number || needed == number && holds > held) {
                number = needed;
                held = holds;
                strictest = arc;
            }
        }
        return new Start(number, held, strictest);
    }

    /** Only the number of {@link #earliest}, for the inner loop. */
    static int earliestNumber(Network network, int activity, int[] start, int[] finish) {
        int number = number(network, activity, network.notBefore[activity], false);
        for (Network.Arc arc : network.before[activity]) {
            LinkType type = arc.type();
            int period = (type.fromFinish() ? finish[arc.other()] : start[arc.other()]) + arc.lag();
            number = Math.max(number, number(network, activity, period, type.toFinish()));
        }
        return number;
    }

    /** The latest number of a start by the links to what follows and a deadline; may be negative. */
    static int latestNumber(Network network, int activity, int deadline, int[] start, int[] finish) {
        int duration = network.duration[activity];
        WorkTime time = network.time[activity];
        int finishBy = deadline;
        int startBy = Integer.MAX_VALUE;
        for (Network.Arc arc : network.after[activity]) {
            if (network.pinned[arc.other()] >= 0) {
                continue;
            }
            LinkType type = arc.type();
            int period = (type.toFinish() ? finish[arc.other()] : start[arc.other()]) - arc.lag();
            if (type.fromFinish()) {
                finishBy = Math.min(finishBy, period);
            } else {
                startBy = Math.min(startBy, period);
            }
        }
        if (finishBy < 0 || startBy < 0) {
            return -1;
        }
        if (duration == 0) {
            return Math.min(finishBy, startBy);
        }
        int number = time.from(Math.min(finishBy, network.horizon)) - duration;
        return startBy >= network.horizon ? number : Math.min(number, time.from(startBy + 1) - 1);
    }

    /** The period after the last in which the activity works when it starts in a period. */
    static int finish(Network network, int activity, int start) {
        int duration = network.duration[activity];
        if (duration == 0) {
            return start;
        }
        return network.time[activity].after(network.time[activity].from(start) + duration - 1);
    }

    private static int firstPeriod(Network network, int activity, int number) {
        return network.duration[activity] == 0 ? number : network.time[activity].after(number) - 1;
    }

    /** The first number whose start is not before the period, or whose finish is not. */
    private static int number(Network network, int activity, int period, boolean ofFinish) {
        if (period <= 0) {
            return 0;
        }
        int duration = network.duration[activity];
        if (duration == 0) {
            return period;
        }
        WorkTime time = network.time[activity];
        return ofFinish ? Math.max(0, time.from(period - 1) - (duration - 1)) : time.from(period);
    }
}
