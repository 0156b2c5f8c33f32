package org.weir.relationship.need;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.records.api.RecordDeclaration;
import org.weir.store.api.Database;

/** Brings needs into the suite. */
@Component
public final class NeedRecord implements RecordDeclaration {
    private final Database database;

    @Activate
    public NeedRecord(@Reference(target = "(schema=relationship)") Database database) {
        this.database = database;
    }

    @Override
    public Class<? extends Record> record() {
        return Need.class;
    }

    @Override
    public Database database() {
        return database;
    }
}
