package org.weir.relationship.team;

import java.time.LocalDate;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.base.api.Text;
import org.weir.records.api.Row;
import org.weir.records.api.Validator;
import org.weir.store.api.Database;

/** A term ends after it begins, and each part of the triangle has one holder at a time: one interface to the customer. */
@Component
public final class CheckTerms implements Validator {
    private static final Set<String> TRIANGLE = Set.of("ar", "sr", "fr");
    private static final LocalDate OPEN_END = LocalDate.of(9999, 12, 31);

    private final AccountTeamStore store;

    @Activate
    public CheckTerms(@Reference(target = "(schema=relationship)") Database database) {
        this.store = new AccountTeamStore(database);
    }

    @Override
    public String type() {
        return "account-member";
    }

    @Override
    public void check(Change change, Rejections rejections) {
        Row after = change.after();
        if (after == null) {
            return;
        }
        LocalDate since = (LocalDate) Objects.requireNonNull(after.get("since"));
        LocalDate until = (LocalDate) Objects.requireNonNullElse(after.get("until"), OPEN_END);
        if (until.isBefore(since)) {
            rejections.reject("until", Text.of("relationship.ends-before-it-begins"));
            return;
        }
        String part = Objects.requireNonNull(after.text("part"));
        UUID account = Objects.requireNonNull(after.ref("account"));
        if (TRIANGLE.contains(part) && store.taken(account, part, after.id(), since, until)) {
            rejections.reject(
                    "part", Text.of("account-member.part-taken", Text.of("record.account-member.part." + part)));
        }
    }
}
