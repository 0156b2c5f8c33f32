package org.weir.delivery.acceptance;

import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.base.api.Text;
import org.weir.delivery.reading.Reading;
import org.weir.records.api.Row;
import org.weir.records.api.Validator;
import org.weir.store.api.Database;

/**
 * A site is accepted once of each kind in a project, finally only after provisionally and with nothing left to mend. What
 * is signed stays as it is.
 */
@Component
public final class CheckAcceptance implements Validator {
    private final Database database;

    @Activate
    public CheckAcceptance(@Reference(target = "(schema=delivery)") Database database) {
        this.database = database;
    }

    @Override
    public String type() {
        return "site-acceptance";
    }

    @Override
    public void check(Change change, Rejections rejections) {
        Row before = change.before();
        Row after = change.after();
        if (before != null && "signed".equals(before.text("state"))) {
            if (after == null) {
                rejections.reject("", Text.of("delivery.acceptance.is-signed"));
                return;
            }
            for (String field : new String[] {"site", "project", "account", "kind", "state", "signedBy", "signedAt"}) {
                if (change.changes(field)) {
                    rejections.reject(field, Text.of("delivery.acceptance.is-signed"));
                }
            }
            return;
        }
        if (after != null) {
            once(after, rejections);
            if ("final".equals(after.text("kind"))) {
                afterProvisional(after, rejections);
            }
        }
    }

    private void once(Row after, Rejections rejections) {
        long others = count(
                "select count(*) from delivery.site_acceptance where project = :project and site = :site and kind = :kind"
                        + " and id <> :id",
                after);
        if (others > 0) {
            rejections.reject(
                    "site",
                    Text.of("delivery.acceptance.twice", Text.of("record.site-acceptance.kind." + after.text("kind"))));
        }
    }

    private void afterProvisional(Row after, Rejections rejections) {
        long provisional = count(
                "select count(*) from delivery.site_acceptance where project = :project and site = :site and id <> :id"
                        + " and kind = 'provisional' and state = 'signed' and kind <> :kind",
                after);
        if (provisional == 0) {
            rejections.reject("kind", Text.of("delivery.acceptance.provisional-first"));
        }
        long left = count(
                "select count(*) from delivery.punch_item i join delivery.site_acceptance a on a.id = i.acceptance"
                        + " where a.project = :project and a.site = :site and i.done = false and a.kind <> :kind"
                        + " and a.id <> :id",
                after);
        if (left > 0) {
            rejections.reject("kind", Text.of("delivery.acceptance.punch-open", left));
        }
    }

    private long count(String sql, Row after) {
        UUID project = Reading.ref(after, "project");
        return database.read(handle -> handle.createQuery(sql)
                .bind("project", project)
                .bind("site", Reading.ref(after, "site"))
                .bind("kind", Reading.text(after, "kind"))
                .bind("id", after.id())
                .mapTo(Long.class)
                .one());
    }
}
