package org.weir.delivery.scheduling;

import org.jspecify.annotations.Nullable;

/**
 * What a project is after.
 *
 * @param project its id
 * @param weight how much one period of lateness counts, 1 to 1000; by the customer's grade
 * @param due the period by whose beginning all its activities should have finished (so: exclusive), or null
 */
public record Goal(String project, int weight, @Nullable Integer due) {
    public Goal {
        if (weight < 1 || weight > 1000) {
            throw new IllegalArgumentException("project " + project + ": weight " + weight);
        }
    }
}
