package org.weir.solution.configuration;

import org.weir.solution.engine.Feature;
import org.weir.solution.engine.FeatureModel;
import org.weir.solution.engine.Group;
import org.weir.solution.engine.Standing;

/**
 * Counts what somebody still has to decide: below each feature that is taken, an optional feature that is open, a group of
 * which nothing is settled, and a quantity that may still be several numbers.
 */
final class OpenDecisions {
    private OpenDecisions() {}

    static int count(FeatureModel model, Standing standing) {
        int count = 0;
        for (Feature feature : model.features()) {
            if (standing.forced(feature)) {
                count += feature.counted() && standing.least(feature) < standing.most(feature) ? 1 : 0;
                for (Group group : feature.groups()) {
                    count += in(group, standing);
                }
            }
        }
        return count;
    }

    private static int in(Group group, Standing standing) {
        long open = group.features().stream().filter(standing::open).count();
        boolean each = group.kind() == Group.Kind.OPTIONAL || group.kind() == Group.Kind.MANDATORY;
        return (int) (each ? open : Math.min(1, open));
    }
}
