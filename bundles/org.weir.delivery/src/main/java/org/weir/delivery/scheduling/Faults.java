package org.weir.delivery.scheduling;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Checks a plan against its problem, step by step and without the planner's own means. */
public final class Faults {
    private Faults() {}

    /** What is wrong with the plan, in words for developers; empty if nothing is. */
    public static List<String> of(Problem problem, Solution solution) {
        List<String> faults = new ArrayList<>();
        Map<String, Placed> placed = new HashMap<>();
        Map<String, Map<Integer, Integer>> used = new HashMap<>();
        for (Placed it : solution.placed()) {
            placed.put(it.activity().id(), it);
            work(problem, it, used, faults);
        }
        if (placed.size() != problem.activities().size()) {
            faults.add(placed.size() + " of " + problem.activities().size() + " activities are placed");
        }
        for (Link link : problem.links()) {
            Placed from = placed.get(link.from());
            Placed to = placed.get(link.to());
            if (from != null && to != null && to.activity().pinned() == null) {
                int first = link.type().fromFinish() ? from.finish() : from.start();
                int second = link.type().toFinish() ? to.finish() : to.start();
                if (second < first + link.lag()) {
                    faults.add(link + " is not kept: " + first + " and " + second);
                }
            }
        }
        used.forEach((resource, periods) -> periods.forEach((period, amount) -> {
            if (amount > problem.capacity(resource).at(period)) {
                faults.add(amount + " of " + resource + " are used in period " + period + ", there are "
                        + problem.capacity(resource).at(period));
            }
        }));
        return faults;
    }

    private static void work(
            Problem problem, Placed placed, Map<String, Map<Integer, Integer>> used, List<String> faults) {
        Activity activity = placed.activity();
        boolean pinned = activity.pinned() != null;
        if (!pinned && placed.start() < activity.notBefore()) {
            faults.add(activity.id() + " starts before its date");
        }
        int worked = 0;
        for (int period = placed.start(); period < placed.finish(); period++) {
            if (works(problem, activity, period)) {
                worked++;
                for (Map.Entry<String, Integer> demand : activity.demands().entrySet()) {
                    if (!pinned) {
                        used.computeIfAbsent(demand.getKey(), it -> new HashMap<>())
                                .merge(period, demand.getValue(), Integer::sum);
                    }
                }
            } else if (!pinned && (period == placed.start() || period == placed.finish() - 1)) {
                faults.add(activity.id() + " starts or finishes in a period off");
            }
        }
        if (worked != activity.duration()) {
            faults.add(activity.id() + " works " + worked + " periods, not " + activity.duration());
        }
    }

    private static boolean works(Problem problem, Activity activity, int period) {
        String calendar = activity.calendar();
        return (calendar == null || problem.calendar(calendar).at(period) > 0)
                && activity.demands().entrySet().stream()
                        .allMatch(it -> problem.capacity(it.getKey()).at(period) >= it.getValue());
    }
}
