package org.weir.delivery.punch;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.records.api.RecordDeclaration;
import org.weir.store.api.Database;

/** Brings punch lists into the suite. */
@Component
public final class PunchItemRecord implements RecordDeclaration {
    private final Database database;

    @Activate
    public PunchItemRecord(@Reference(target = "(schema=delivery)") Database database) {
        this.database = database;
    }

    @Override
    public Class<? extends Record> record() {
        return PunchItem.class;
    }

    @Override
    public Database database() {
        return database;
    }
}
