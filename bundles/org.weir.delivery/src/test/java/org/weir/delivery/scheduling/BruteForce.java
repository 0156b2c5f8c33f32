package org.weir.delivery.scheduling;

import java.util.Arrays;
import java.util.List;

/** Tries every start of every activity up to a horizon; for a handful of short ones. */
final class BruteForce {
    private final Problem problem;
    private final List<Activity> activities;
    private final int horizon;
    private final int[] start;
    private final int[] finish;
    private long best = Long.MAX_VALUE;

    private BruteForce(Problem problem, int horizon) {
        this.problem = problem;
        this.activities = problem.activities();
        this.horizon = horizon;
        start = new int[activities.size()];
        finish = new int[activities.size()];
    }

    /** The least weighted lateness × 1000 + makespan. */
    static long best(Problem problem, int horizon) {
        BruteForce force = new BruteForce(problem, horizon);
        force.place(0);
        return force.best;
    }

    private void place(int activity) {
        if (activity == activities.size()) {
            best = Math.min(best, cost());
            return;
        }
        Activity it = activities.get(activity);
        for (int period = it.notBefore(); period < horizon; period++) {
            if (it.duration() > 0 && !works(it, period)) {
                continue;
            }
            start[activity] = period;
            finish[activity] = end(it, period);
            if (finish[activity] <= horizon && linked(activity) && room(activity)) {
                place(activity + 1);
            }
        }
    }

    private int end(Activity activity, int from) {
        int period = from;
        for (int left = activity.duration(); left > 0; period++) {
            if (period > horizon) {
                return period;
            }
            left -= works(activity, period) ? 1 : 0;
        }
        return period;
    }

    private boolean works(Activity activity, int period) {
        String calendar = activity.calendar();
        return (calendar == null || problem.calendar(calendar).at(period) > 0)
                && activity.demands().entrySet().stream()
                        .allMatch(it -> problem.capacity(it.getKey()).at(period) >= it.getValue());
    }

    private boolean linked(int last) {
        for (Link link : problem.links()) {
            int from = index(link.from());
            int to = index(link.to());
            if (from <= last && to <= last) {
                int first = link.type().fromFinish() ? finish[from] : start[from];
                int second = link.type().toFinish() ? finish[to] : start[to];
                if (second < first + link.lag()) {
                    return false;
                }
            }
        }
        return true;
    }

    private int index(String id) {
        for (int i = 0; i < activities.size(); i++) {
            if (activities.get(i).id().equals(id)) {
                return i;
            }
        }
        throw new IllegalArgumentException(id);
    }

    private boolean room(int last) {
        for (String resource : activities.get(last).demands().keySet()) {
            for (int period = start[last]; period < finish[last]; period++) {
                int used = 0;
                for (int i = 0; i <= last; i++) {
                    Activity it = activities.get(i);
                    if (period >= start[i] && period < finish[i] && works(it, period)) {
                        used += it.demands().getOrDefault(resource, 0);
                    }
                }
                if (works(activities.get(last), period)
                        && used > problem.capacity(resource).at(period)) {
                    return false;
                }
            }
        }
        return true;
    }

    private long cost() {
        long late = 0;
        for (String project :
                activities.stream().map(Activity::project).distinct().toList()) {
            int end = 0;
            for (int i = 0; i < activities.size(); i++) {
                if (activities.get(i).project().equals(project)) {
                    end = Math.max(end, finish[i]);
                }
            }
            Goal goal = problem.goal(project);
            Integer due = goal.due();
            late += due == null ? 0 : (long) goal.weight() * Math.max(0, end - due);
        }
        return late * 1000 + Arrays.stream(finish).max().orElse(0);
    }
}
