package org.weir.aftersales.sla;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.base.api.Text;
import org.weir.records.api.Row;
import org.weir.records.api.Validator;
import org.weir.store.api.Database;

/** One SLA is the usual one; warnings and escalations are not before their time. */
@Component
public final class CheckSla implements Validator {
    private final Database database;

    @Activate
    public CheckSla(@Reference(target = "(schema=aftersales)") Database database) {
        this.database = database;
    }

    @Override
    public String type() {
        return "sla";
    }

    @Override
    public void check(Change change, Rejections rejections) {
        Row after = change.after();
        if (after == null) {
            return;
        }
        for (String field : new String[] {"warnMinutes", "escalateMinutes"}) {
            if (after.get(field) instanceof Long minutes && minutes < 0) {
                rejections.reject(field, Text.of("sla.minutes-positive"));
            }
        }
        if (Boolean.TRUE.equals(after.get("usual")) && another(after)) {
            rejections.reject("usual", Text.of("sla.another-usual"));
        }
    }

    private boolean another(Row after) {
        return database.read(handle -> handle.createQuery(
                                "select count(*) from aftersales.sla where usual = true and id <> :id")
                        .bind("id", after.id())
                        .mapTo(Long.class)
                        .one())
                > 0;
    }
}
