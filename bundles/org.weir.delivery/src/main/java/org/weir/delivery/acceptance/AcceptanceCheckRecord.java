package org.weir.delivery.acceptance;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.records.api.RecordDeclaration;
import org.weir.store.api.Database;

/** Brings the checklists of acceptances into the suite. */
@Component
public final class AcceptanceCheckRecord implements RecordDeclaration {
    private final Database database;

    @Activate
    public AcceptanceCheckRecord(@Reference(target = "(schema=delivery)") Database database) {
        this.database = database;
    }

    @Override
    public Class<? extends Record> record() {
        return AcceptanceCheck.class;
    }

    @Override
    public Database database() {
        return database;
    }
}
