package org.weir.aftersales.sla;

import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.base.api.Text;
import org.weir.records.api.Row;
import org.weir.records.api.Validator;
import org.weir.store.api.Database;

/** One promise per severity, of positive times. */
@Component
public final class CheckSlaTarget implements Validator {
    private final Database database;

    @Activate
    public CheckSlaTarget(@Reference(target = "(schema=aftersales)") Database database) {
        this.database = database;
    }

    @Override
    public String type() {
        return "sla-target";
    }

    @Override
    public void check(Change change, Rejections rejections) {
        Row after = change.after();
        if (after == null) {
            return;
        }
        boolean any = false;
        for (String field : new String[] {"respond", "restore", "resolve"}) {
            if (after.get(field) instanceof Long minutes) {
                any = true;
                if (minutes <= 0) {
                    rejections.reject(field, Text.of("sla.minutes-positive"));
                }
            }
        }
        if (!any) {
            rejections.reject("respond", Text.of("sla.promises-nothing"));
        }
        UUID sla = after.ref("sla");
        if (sla != null && taken(after, sla)) {
            rejections.reject("severity", Text.of("sla.severity-taken"));
        }
    }

    private boolean taken(Row after, UUID sla) {
        return database.read(handle -> handle.createQuery("""
                        select count(*) from aftersales.sla_target
                        where sla = :sla and severity = :severity and id <> :id""")
                        .bind("sla", sla)
                        .bind("severity", after.text("severity"))
                        .bind("id", after.id())
                        .mapTo(Long.class)
                        .one())
                > 0;
    }
}
