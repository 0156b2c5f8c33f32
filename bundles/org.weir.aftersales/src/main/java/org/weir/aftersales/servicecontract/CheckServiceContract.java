package org.weir.aftersales.servicecontract;

import java.time.LocalDate;
import java.util.Objects;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.base.api.Text;
import org.weir.records.api.Row;
import org.weir.records.api.Validator;
import org.weir.store.api.Database;

/** A service contract ends after it begins and covers nobody else's systems. */
@Component
public final class CheckServiceContract implements Validator {
    private final Database database;

    @Activate
    public CheckServiceContract(@Reference(target = "(schema=aftersales)") Database database) {
        this.database = database;
    }

    @Override
    public String type() {
        return "service-contract";
    }

    @Override
    public void check(Change change, Rejections rejections) {
        Row after = change.after();
        if (after == null) {
            return;
        }
        LocalDate until = (LocalDate) after.get("until");
        if (until != null && until.isBefore((LocalDate) Objects.requireNonNull(after.get("since")))) {
            rejections.reject("until", Text.of("service-contract.ends-before-it-begins"));
        }
        boolean changed = change.changes("systems") || change.changes("account");
        if (changed && !after.refs("systems").isEmpty() && foreign(after)) {
            rejections.reject("systems", Text.of("service-contract.system-of-another-customer"));
        }
    }

    private boolean foreign(Row contract) {
        String sql = "select count(*) from aftersales.installed_system where account <> :account and "
                + database.dialect().oneOf("id", "systems");
        return database.read(handle -> handle.createQuery(sql)
                        .bind("account", Objects.requireNonNull(contract.ref("account")))
                        .bindArray("systems", UUID.class, contract.refs("systems"))
                        .mapTo(Long.class)
                        .one()
                > 0);
    }
}
