package org.weir.solution.contract;

import java.util.Objects;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.Access;
import org.weir.base.api.Text;
import org.weir.records.api.Field;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.records.api.Validator;

/** A contract comes from an accepted quote of the same account and the same sum, and stays what was signed. */
@Component
public final class CheckContract implements Validator {
    private static final Set<String> AFTER_SIGNING = Set.of("state", "orderNumber", "subject", "owner", "team");

    private final Records records;
    private final Access access;

    @Activate
    public CheckContract(@Reference Records records, @Reference Access access) {
        this.records = records;
        this.access = access;
    }

    @Override
    public String type() {
        return "contract";
    }

    @Override
    public void check(Change change, Rejections rejections) {
        Row before = change.before();
        Row after = change.after();
        if (after == null) {
            rejections.reject("", Text.of("contract.stays"));
        } else if (before == null) {
            Row quote = records.read(access.system(), "quote", Objects.requireNonNull(after.ref("quote")));
            if (!"accepted".equals(quote.get("state")) || !Objects.equals(quote.get("account"), after.get("account"))) {
                rejections.reject("quote", Text.of("contract.from-accepted-quote"));
            }
        } else {
            for (Field field : after.type().fields()) {
                if (change.changes(field.name()) && !AFTER_SIGNING.contains(field.name())) {
                    rejections.reject(field.name(), Text.of("contract.stays"));
                }
            }
        }
    }
}
