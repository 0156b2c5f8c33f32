package org.weir.solution.engine;

import java.util.ArrayList;
import java.util.List;
import org.weir.solution.engine.Expression.Comparison;

/**
 * Something that is used up: a rule {@code sum(used) <= capacity} at the top of a model.
 *
 * @param used the attribute that uses it
 */
public record Resource(Rule rule, String used, Expression capacity) {
    /** Those of the model, in its order. */
    public static List<Resource> of(FeatureModel model) {
        List<Resource> resources = new ArrayList<>();
        for (Rule rule : model.rules()) {
            if (rule.condition() instanceof Expression.Compare compare) {
                boolean up = compare.how() == Comparison.AT_MOST || compare.how() == Comparison.LESS;
                boolean down = compare.how() == Comparison.AT_LEAST || compare.how() == Comparison.GREATER;
                Expression used = up ? compare.left() : compare.right();
                Expression capacity = up ? compare.right() : compare.left();
                if ((up || down) && used instanceof Expression.Sum sum && sum.below() == null) {
                    resources.add(new Resource(rule, sum.attribute(), capacity));
                }
            }
        }
        return resources;
    }
}
