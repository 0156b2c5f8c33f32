package org.weir.relationship.employment;

import java.time.LocalDate;
import org.osgi.service.component.annotations.Component;
import org.weir.base.api.Text;
import org.weir.records.api.Row;
import org.weir.records.api.Validator;

/** An employment ends after it begins. */
@Component
public final class CheckPeriod implements Validator {
    @Override
    public String type() {
        return "employment";
    }

    @Override
    public void check(Change change, Rejections rejections) {
        Row after = change.after();
        if (after != null
                && after.get("since") instanceof LocalDate since
                && after.get("until") instanceof LocalDate until
                && until.isBefore(since)) {
            rejections.reject("until", Text.of("relationship.ends-before-it-begins"));
        }
    }
}
