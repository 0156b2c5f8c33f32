package org.weir.delivery.scheduling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** A problem in numbers, for the inner loops: activities, resources and projects by index, up to a horizon. */
final class Network {
    /** One end of a link, seen from the other: the activity there, the type and the lag. */
    record Arc(int other, LinkType type, int lag, Link link) {}

    private static final int FARTHEST = 1 << 16;

    final Problem problem;
    final int horizon;
    final int size;
    final Activity[] activities;
    final int[] duration;
    final int[] notBefore;
    /** The pinned start, or -1. */
    final int[] pinned;

    final WorkTime[] time;
    final int[][] demandOf;
    final int[][] demand;
    final int[][] capacity;
    final String[] resources;
    final Arc[][] before;
    final Arc[][] after;
    /** All activities, each behind those it waits for; and the place of each in it. */
    final int[] order;

    final int[] place;
    final int[] project;
    final String[] projects;
    final long[] weight;
    /** By project, far beyond the horizon if there is none. */
    final int[] due;
    /** Whether the order of starts is always an order of precedence. */
    final boolean plain;

    /**
     * The network with a horizon that leaves room for a plan.
     *
     * @throws UnplannableException if there is no plan
     */
    static Network of(Problem problem, int atLeast) {
        for (int horizon = Math.max(128, atLeast); ; horizon *= 2) {
            try {
                Network network = new Network(problem, Math.min(horizon, FARTHEST));
                int needed = 2 * Math.max(new Bounds(network).makespan(), 32);
                if (needed <= network.horizon || network.horizon == FARTHEST) {
                    return network;
                }
            } catch (WorkTime.BeyondHorizon e) {
                if (horizon >= FARTHEST) {
                    throw new UnplannableException.NoWorkingTime(new Network(problem, FARTHEST).slowest());
                }
            }
        }
    }

    private Network(Problem problem, int horizon) {
        this.problem = problem;
        this.horizon = horizon;
        activities = problem.activities().toArray(Activity[]::new);
        size = activities.length;
        duration = new int[size];
        notBefore = new int[size];
        pinned = new int[size];
        demandOf = new int[size][];
        demand = new int[size][];
        resources = problem.resources().toArray(String[]::new);
        capacity = new int[resources.length][horizon];
        for (int resource = 0; resource < resources.length; resource++) {
            Profile profile = problem.capacity(resources[resource]);
            Arrays.setAll(capacity[resource], profile::at);
        }
        readActivities();
        time = workTimes();
        Map<String, Integer> projectIndex = new LinkedHashMap<>();
        project = new int[size];
        Map<String, Integer> index = new HashMap<>();
        for (int i = 0; i < size; i++) {
            index.put(activities[i].id(), i);
            project[i] = projectIndex.computeIfAbsent(activities[i].project(), it -> projectIndex.size());
        }
        projects = projectIndex.keySet().toArray(String[]::new);
        weight = new long[projects.length];
        due = new int[projects.length];
        for (int i = 0; i < projects.length; i++) {
            Goal goal = problem.goal(projects[i]);
            weight[i] = goal.weight();
            Integer date = goal.due();
            due[i] = date == null ? Integer.MAX_VALUE / 2 : date;
        }
        before = arcs(index, true);
        after = arcs(index, false);
        order = inOrder();
        place = new int[size];
        for (int i = 0; i < size; i++) {
            place[order[i]] = i;
        }
        plain = problem.links().stream().allMatch(it -> it.type() == LinkType.FINISH_START && it.lag() >= 0)
                && Arrays.stream(pinned).allMatch(it -> it < 0);
    }

    private void readActivities() {
        Map<String, Integer> index = new HashMap<>();
        for (int resource = 0; resource < resources.length; resource++) {
            index.put(resources[resource], resource);
        }
        for (int i = 0; i < size; i++) {
            Activity activity = activities[i];
            duration[i] = activity.duration();
            notBefore[i] = activity.notBefore();
            Integer pin = activity.pinned();
            pinned[i] = pin == null ? -1 : pin;
            List<Map.Entry<String, Integer>> needs = activity.demands().entrySet().stream()
                    .filter(it -> it.getValue() > 0)
                    .sorted(Comparator.comparing(it -> index.getOrDefault(it.getKey(), 0)))
                    .toList();
            demandOf[i] = needs.stream()
                    .mapToInt(it -> index.getOrDefault(it.getKey(), 0))
                    .toArray();
            demand[i] = needs.stream().mapToInt(Map.Entry::getValue).toArray();
            for (Map.Entry<String, Integer> need : needs) {
                int most = problem.capacity(need.getKey()).max();
                if (need.getValue() > most) {
                    throw new UnplannableException.TooLittle(activity.id(), need.getKey(), need.getValue(), most);
                }
            }
        }
    }

    /** One object for all activities with the same calendar and demands. */
    private WorkTime[] workTimes() {
        Map<List<Object>, WorkTime> known = new HashMap<>();
        WorkTime[] times = new WorkTime[size];
        for (int i = 0; i < size; i++) {
            int activity = i;
            String id = activities[i].calendar();
            Profile calendar = id == null ? Profile.always(1) : problem.calendar(id);
            if (calendar.max() == 0 && duration[i] > 0) {
                throw new UnplannableException.NoWorkingTime(activities[i].id());
            }
            List<Object> key = List.of(
                    id == null ? "" : "calendar " + id, Arrays.toString(demandOf[i]), Arrays.toString(demand[i]));
            times[i] = known.computeIfAbsent(
                    key,
                    it -> new WorkTime(horizon, period -> calendar.at(period) > 0 && lacking(activity, period) < 0));
        }
        return times;
    }

    /** The resource of which there is less in the period than the activity needs, or -1. */
    int lacking(int activity, int period) {
        for (int i = 0; i < demand[activity].length; i++) {
            if (capacity[demandOf[activity][i]][period] < demand[activity][i]) {
                return demandOf[activity][i];
            }
        }
        return -1;
    }

    private Arc[][] arcs(Map<String, Integer> index, boolean backwards) {
        List<List<Arc>> lists = new ArrayList<>();
        for (int i = 0; i < size; i++) {
            lists.add(new ArrayList<>());
        }
        for (Link link : problem.links()) {
            int from = index.getOrDefault(link.from(), 0);
            int to = index.getOrDefault(link.to(), 0);
            lists.get(backwards ? to : from).add(new Arc(backwards ? from : to, link.type(), link.lag(), link));
        }
        return lists.stream().map(it -> it.toArray(Arc[]::new)).toArray(Arc[][]::new);
    }

    private int[] inOrder() {
        int[] open = new int[size];
        int[] sorted = new int[size];
        int known = 0;
        for (int i = 0; i < size; i++) {
            open[i] = before[i].length;
            if (open[i] == 0) {
                sorted[known++] = i;
            }
        }
        for (int next = 0; next < known; next++) {
            for (Arc arc : after[sorted[next]]) {
                if (--open[arc.other()] == 0) {
                    sorted[known++] = arc.other();
                }
            }
        }
        if (known < size) {
            throw new UnplannableException.Cycle(cycle(open));
        }
        return sorted;
    }

    /** Walks back over activities that are still waited for until one is met again. */
    private List<String> cycle(int[] open) {
        int at = 0;
        while (open[at] == 0) {
            at++;
        }
        List<Integer> walked = new ArrayList<>();
        while (!walked.contains(at)) {
            walked.add(0, at);
            int here = at;
            at = Arrays.stream(before[here])
                    .mapToInt(Arc::other)
                    .filter(it -> open[it] > 0)
                    .findFirst()
                    .orElseThrow();
        }
        return walked.subList(0, walked.indexOf(at) + 1).stream()
                .map(it -> activities[it].id())
                .toList();
    }

    /** The activity that has the least room: most work for its working time. */
    private String slowest() {
        int worst = 0;
        for (int i = 1; i < size; i++) {
            if (time[i].at.length - duration[i] < time[worst].at.length - duration[worst]) {
                worst = i;
            }
        }
        return activities[worst].id();
    }
}
