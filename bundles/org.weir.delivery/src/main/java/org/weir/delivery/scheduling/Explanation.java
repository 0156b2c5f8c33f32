package org.weir.delivery.scheduling;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says of finished starts why each activity does not start sooner, which chain decides each end, and the slack. */
final class Explanation {
    private final Network network;
    private final Bounds bounds;
    private final int[] start;
    private final int[] finish;
    private final List<List<Integer>> users = new ArrayList<>();

    Explanation(Network network, Bounds bounds, int[] start) {
        this.network = network;
        this.bounds = bounds;
        this.start = start;
        finish = new int[start.length];
        Arrays.setAll(finish, i -> Reach.finish(network, i, start[i]));
        for (int resource = 0; resource < network.resources.length; resource++) {
            users.add(new ArrayList<>());
        }
        for (int i = 0; i < network.size; i++) {
            for (int resource : network.demandOf[i]) {
                users.get(resource).add(i);
            }
        }
    }

    /** The plan of no activity. */
    static Solution nothing() {
        return new Solution(List.of(), Map.of(), Map.of(), 0, 0, 0, true, 0);
    }

    Solution solution(long evaluations, boolean optimal) {
        List<List<Wait>> waits = new ArrayList<>();
        Map<String, Integer> index = new HashMap<>();
        for (int i = 0; i < network.size; i++) {
            index.put(network.activities[i].id(), i);
            waits.add(waits(i));
        }
        Cost cost = new Cost(network);
        int[] ends = cost.ends(finish).clone();
        Map<String, Integer> finishes = new LinkedHashMap<>();
        Map<String, List<String>> chains = new LinkedHashMap<>();
        Set<String> critical = new HashSet<>();
        for (int i = 0; i < ends.length; i++) {
            finishes.put(network.projects[i], ends[i]);
            List<String> chain = chain(last(i, ends[i]), waits, index);
            chains.put(network.projects[i], chain);
            critical.addAll(chain);
        }
        int[] latest = new Generation(network).latest(start, finish);
        List<Placed> placed = new ArrayList<>();
        for (int i = 0; i < network.size; i++) {
            Activity activity = network.activities[i];
            int slack = latest == null ? 0 : Math.max(0, latest[i] - start[i]);
            placed.add(
                    new Placed(activity, start[i], finish[i], slack, critical.contains(activity.id()), waits.get(i)));
        }
        return new Solution(
                List.copyOf(placed),
                Map.copyOf(finishes),
                Map.copyOf(chains),
                Arrays.stream(finish).max().orElse(0),
                cost.tardiness(ends),
                bounds.makespan(),
                optimal,
                evaluations);
    }

    private List<Wait> waits(int activity) {
        List<Wait> waits = new ArrayList<>();
        int begins = start[activity];
        if (network.pinned[activity] >= 0) {
            add(waits, Wait.Kind.PINNED, 0, begins, null, null, null);
            return List.copyOf(waits);
        }
        Reach.Start earliest = Reach.earliest(network, activity, start, finish);
        int held = Math.min(begins, Math.max(0, earliest.held()));
        Network.Arc arc = earliest.arc();
        if (arc == null) {
            add(waits, Wait.Kind.NOT_BEFORE, 0, held, null, null, null);
        } else {
            String other = network.activities[arc.other()].id();
            add(waits, Wait.Kind.PREDECESSOR, 0, held, other, null, arc.link());
        }
        int possible = Math.min(begins, earliest.period(network, activity));
        int lacking = held < possible ? network.lacking(activity, held) : -1;
        add(waits, Wait.Kind.OFF, held, possible, null, lacking < 0 ? null : network.resources[lacking], null);
        if (possible < begins) {
            waits.add(busy(activity, possible));
        }
        return List.copyOf(waits);
    }

    private static void add(
            List<Wait> waits,
            Wait.Kind kind,
            int from,
            int until,
            @Nullable String activity,
            @Nullable String resource,
            @Nullable Link link) {
        if (until > from) {
            waits.add(new Wait(kind, from, until, activity, resource, link));
        }
    }

    /** The working period before the start lacks a resource: who holds it there, best one who lets it go by the start. */
    private Wait busy(int activity, int from) {
        WorkTime time = network.time[activity];
        int period = time.at[time.from(start[activity]) - 1];
        for (int k = 0; k < network.demand[activity].length; k++) {
            int resource = network.demandOf[activity][k];
            int used = 0;
            int holder = -1;
            for (int other : users.get(resource)) {
                if (other != activity && works(other, period)) {
                    used += amount(other, resource);
                    holder = holder < 0 || better(other, holder, start[activity]) ? other : holder;
                }
            }
            if (used + network.demand[activity][k] > network.capacity[resource][period]) {
                String name = holder < 0 ? null : network.activities[holder].id();
                return new Wait(Wait.Kind.RESOURCE, from, start[activity], name, network.resources[resource], null);
            }
        }
        throw new IllegalStateException("activity " + network.activities[activity].id() + " starts late for no reason");
    }

    /** Whether a finishes by the start and b does not, or both do and a is the later to finish. */
    private boolean better(int a, int b, int begins) {
        boolean byStart = finish[a] <= begins;
        return byStart != (finish[b] <= begins) ? byStart : finish[a] > finish[b];
    }

    private boolean works(int activity, int period) {
        int[] before = network.time[activity].before;
        return period >= start[activity] && period < finish[activity] && before[period + 1] > before[period];
    }

    private int amount(int activity, int resource) {
        for (int k = 0; k < network.demand[activity].length; k++) {
            if (network.demandOf[activity][k] == resource) {
                return network.demand[activity][k];
            }
        }
        return 0;
    }

    private int last(int project, int end) {
        for (int i = network.size - 1; i >= 0; i--) {
            int activity = network.order[i];
            if (network.project[activity] == project && finish[activity] == end) {
                return activity;
            }
        }
        throw new IllegalStateException("project without activity");
    }

    /** Back from the activity over what it waited for last, first to last. */
    private List<String> chain(int activity, List<List<Wait>> waits, Map<String, Integer> index) {
        List<String> chain = new ArrayList<>();
        Set<Integer> seen = new HashSet<>();
        Integer at = activity;
        while (at != null && seen.add(at)) {
            chain.add(0, network.activities[at].id());
            at = cause(waits.get(at), index);
        }
        return List.copyOf(chain);
    }

    private static @Nullable Integer cause(List<Wait> waits, Map<String, Integer> index) {
        for (int i = waits.size() - 1; i >= 0; i--) {
            if (waits.get(i).kind() != Wait.Kind.OFF) {
                String activity = waits.get(i).activity();
                return activity == null ? null : index.get(activity);
            }
        }
        return null;
    }
}
