package org.weir.aftersales.servicecase;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Component;
import org.weir.aftersales.api.AftersalesTypes;
import org.weir.records.api.Row;
import org.weir.records.api.Validator;

/** A case whose words change after the review is a draft again. */
@Component
public final class KeepReviewed implements Validator {
    @Override
    public String type() {
        return AftersalesTypes.SERVICE_CASE;
    }

    @Override
    public Map<String, @Nullable Object> derive(Change change) {
        Row before = change.before();
        if (before == null || !"reviewed".equals(before.text("state")) || !rewritten(change)) {
            return Map.of();
        }
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("state", "draft");
        values.put("reviewedBy", null);
        return values;
    }

    private static boolean rewritten(Change change) {
        return change.changes("problem") || change.changes("cause") || change.changes("solution");
    }

    /** Nothing is refused. */
    @Override
    public void check(Change change, Rejections rejections) {}
}
