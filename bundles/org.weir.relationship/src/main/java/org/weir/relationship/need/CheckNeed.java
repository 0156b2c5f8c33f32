package org.weir.relationship.need;

import java.util.Optional;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.base.api.Text;
import org.weir.records.api.Row;
import org.weir.records.api.Validator;
import org.weir.store.api.Database;

/** A declined need says why, and a need on an opportunity belongs to the same account. */
@Component
public final class CheckNeed implements Validator {
    private final Database database;

    @Activate
    public CheckNeed(@Reference(target = "(schema=relationship)") Database database) {
        this.database = database;
    }

    @Override
    public String type() {
        return "need";
    }

    @Override
    public void check(Change change, Rejections rejections) {
        Row after = change.after();
        if (after == null) {
            return;
        }
        if ("declined".equals(after.text("state")) && after.get("declineReason") == null) {
            rejections.reject("declineReason", Text.of("need.reason-wanted"));
        }
        UUID opportunity = after.ref("opportunity");
        if (opportunity != null
                && (change.changes("opportunity") || change.changes("account"))
                && !accountOf(opportunity).equals(Optional.ofNullable(after.ref("account")))) {
            rejections.reject("opportunity", Text.of("need.other-account"));
        }
    }

    private Optional<UUID> accountOf(UUID opportunity) {
        return database.read(handle -> handle.createQuery("select account from relationship.opportunity where id = :id")
                .bind("id", opportunity)
                .mapTo(UUID.class)
                .findOne());
    }
}
