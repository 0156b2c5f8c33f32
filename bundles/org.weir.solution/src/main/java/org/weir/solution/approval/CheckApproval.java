package org.weir.solution.approval;

import java.util.List;
import java.util.Objects;
import org.osgi.service.component.annotations.Component;
import org.weir.base.api.Text;
import org.weir.records.api.Row;
import org.weir.records.api.Validator;

/** What was asked and answered stays as it is; nobody answers their own question. */
@Component
public final class CheckApproval implements Validator {
    private static final List<String> ASKED =
            List.of("subject", "account", "quote", "rule", "reason", "requestedBy", "requestedAt", "fingerprint");
    private static final List<String> ANSWERED = List.of("decidedBy", "decidedAt", "answer");

    @Override
    public String type() {
        return "approval";
    }

    @Override
    public void check(Change change, Rejections rejections) {
        Row before = change.before();
        Row after = change.after();
        if (after == null) {
            rejections.reject("", Text.of("approval.stays"));
            return;
        }
        if (before == null) {
            if (!"open".equals(after.get("state"))) {
                rejections.reject("state", Text.of("approval.starts-open"));
            }
            return;
        }
        if (ASKED.stream().anyMatch(change::changes)) {
            rejections.reject("", Text.of("approval.stays"));
        }
        if (!"open".equals(before.get("state"))) {
            boolean voided = "approved".equals(before.get("state")) && "void".equals(after.get("state"));
            if (ANSWERED.stream().anyMatch(change::changes) || (change.changes("state") && !voided)) {
                rejections.reject("", Text.of("approval.stays"));
            }
        } else if ("approved".equals(after.get("state"))
                && (after.get("decidedBy") == null
                        || Objects.equals(after.get("decidedBy"), after.get("requestedBy")))) {
            rejections.reject("decidedBy", Text.of("approval.own-question"));
        }
    }
}
