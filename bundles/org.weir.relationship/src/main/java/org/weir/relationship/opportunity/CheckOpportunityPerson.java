package org.weir.relationship.opportunity;

import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.weir.base.api.Text;
import org.weir.records.api.Row;
import org.weir.records.api.Validator;

/** Weights are 1 to 5, support is -2 to +2. */
@Component
public final class CheckOpportunityPerson implements Validator {
    @Override
    public String type() {
        return "opportunity-person";
    }

    @Override
    public void check(Change change, Rejections rejections) {
        Row after = change.after();
        if (after == null) {
            return;
        }
        if (outside(after.get("weight"), 1, 5)) {
            rejections.reject("weight", Text.of("opportunity-person.weight-range"));
        }
        if (outside(after.get("support"), -2, 2)) {
            rejections.reject("support", Text.of("opportunity-person.support-range"));
        }
    }

    private static boolean outside(@Nullable Object value, long least, long most) {
        return value instanceof Long number && (number < least || number > most);
    }
}
