package org.weir.relationship.opportunity;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.weir.access.api.Actor;
import org.weir.base.api.Text;
import org.weir.records.api.Row;
import org.weir.records.api.Validator;
import org.weir.records.api.Via;

/**
 * An opportunity is closed once, by the use cases or by import, with a date and (but for import) a reason; what it was
 * closed with stays.
 */
@Component
public final class CheckOpportunity implements Validator {
    private static final List<String> KEPT = List.of("stage", "amount", "closed", "account", "product");
    private static final Set<String> WAYS_BACK = Set.of("import", "undo", "restore");

    @Override
    public String type() {
        return "opportunity";
    }

    @Override
    public void check(Change change, Rejections rejections) {
        Row after = change.after();
        if (after == null) {
            return;
        }
        plain(after, rejections);
        boolean back = WAYS_BACK.contains(Via.now());
        Row before = change.before();
        if (before != null && Opportunity.isClosed(before) && !back) {
            KEPT.stream()
                    .filter(change::changes)
                    .forEach(it -> rejections.reject(it, Text.of("opportunity.is-closed")));
        } else if (Opportunity.isClosed(after)) {
            closing(change, after, back, rejections);
        } else if (after.get("closed") != null) {
            rejections.reject("closed", Text.of("opportunity.closed-while-open"));
        }
    }

    private static void plain(Row after, Rejections rejections) {
        if (after.get("probability") instanceof Long percent && (percent < 0 || percent > 100)) {
            rejections.reject("probability", Text.of("opportunity.probability-range"));
        }
        if (after.get("engaged") instanceof LocalDate engaged
                && after.get("closed") instanceof LocalDate closed
                && closed.isBefore(engaged)) {
            rejections.reject("closed", Text.of("opportunity.closed-before-engaged"));
        }
    }

    private static void closing(Change change, Row after, boolean back, Rejections rejections) {
        boolean bySystem = change.actor().user().equals(Actor.SYSTEM);
        boolean byUseCase = Via.now().startsWith("action:") || bySystem;
        if (change.changes("stage") && !byUseCase && !back) {
            rejections.reject("stage", Text.of("opportunity.close-by-action"));
        }
        if (after.get("closed") == null) {
            rejections.reject("closed", Text.of("opportunity.closed-wanted"));
        }
        if (after.get("reason") == null && !back && !bySystem) {
            rejections.reject("reason", Text.of("opportunity.reason-wanted"));
        }
    }
}
