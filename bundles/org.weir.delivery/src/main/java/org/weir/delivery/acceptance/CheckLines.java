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

/** The checklist of a signed acceptance stays as it was signed. */
@Component
public final class CheckLines implements Validator {
    private final Database database;

    @Activate
    public CheckLines(@Reference(target = "(schema=delivery)") Database database) {
        this.database = database;
    }

    @Override
    public String type() {
        return "acceptance-check";
    }

    @Override
    public void check(Change change, Rejections rejections) {
        Row row = change.after() == null ? change.before() : change.after();
        if (row != null && signed(Reading.ref(row, "acceptance"))) {
            rejections.reject("", Text.of("delivery.acceptance.is-signed"));
        }
    }

    private boolean signed(UUID acceptance) {
        return database.read(handle -> handle.createQuery(
                                "select count(*) from delivery.site_acceptance where id = :id and state = 'signed'")
                        .bind("id", acceptance)
                        .mapTo(Integer.class)
                        .one())
                > 0;
    }
}
