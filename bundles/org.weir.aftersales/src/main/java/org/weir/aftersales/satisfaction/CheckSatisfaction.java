package org.weir.aftersales.satisfaction;

import org.osgi.service.component.annotations.Component;
import org.weir.base.api.Text;
import org.weir.records.api.Row;
import org.weir.records.api.Validator;

/** A score is 1 to 5. */
@Component
public final class CheckSatisfaction implements Validator {
    private static final long BEST = 5;

    @Override
    public String type() {
        return "satisfaction";
    }

    @Override
    public void check(Change change, Rejections rejections) {
        Row after = change.after();
        if (after != null && after.get("score") instanceof Number score) {
            if (score.longValue() < 1 || score.longValue() > BEST) {
                rejections.reject("score", Text.of("satisfaction.one-to-five"));
            }
        }
    }
}
