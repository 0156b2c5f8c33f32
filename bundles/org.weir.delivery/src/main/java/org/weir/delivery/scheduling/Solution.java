package org.weir.delivery.scheduling;

import java.util.List;
import java.util.Map;

/**
 * A plan and what is known of its quality.
 *
 * @param placed every activity, in the problem's order
 * @param finishes by project: the period after its last activity
 * @param criticalPaths by project: ids of the chain of activities that ends with its last one, each starting when it
 *     does because of the one before, by a link or because a resource is passed on (then also one of another project)
 * @param makespan the period after the last activity of all
 * @param tardiness sum over the projects of weight × periods late
 * @param lowerBound no plan has a smaller makespan
 * @param optimal whether the bounds prove that no plan is better
 * @param evaluations schedules generated
 */
public record Solution(
        List<Placed> placed,
        Map<String, Integer> finishes,
        Map<String, List<String>> criticalPaths,
        int makespan,
        long tardiness,
        int lowerBound,
        boolean optimal,
        long evaluations) {
    /** Where the activity is placed. */
    public Placed placed(String activity) {
        return placed.stream()
                .filter(it -> it.activity().id().equals(activity))
                .findFirst()
                .orElseThrow();
    }
}
