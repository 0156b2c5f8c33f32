package org.weir.relationship.lead;

import org.osgi.service.component.annotations.Component;
import org.weir.base.api.Text;
import org.weir.records.api.Row;
import org.weir.records.api.Validator;

/** A lead says whom it is about, and a declined one why. */
@Component
public final class CheckLead implements Validator {
    @Override
    public String type() {
        return "lead";
    }

    @Override
    public void check(Change change, Rejections rejections) {
        Row after = change.after();
        if (after == null) {
            return;
        }
        if (after.get("account") == null && after.get("company") == null) {
            rejections.reject("company", Text.of("lead.whom"));
        }
        if ("declined".equals(after.text("state")) && after.get("reason") == null) {
            rejections.reject("reason", Text.of("lead.reason-wanted"));
        }
        if ("qualified".equals(after.text("state")) && after.get("account") == null) {
            rejections.reject("account", Text.of("lead.account-wanted"));
        }
    }
}
