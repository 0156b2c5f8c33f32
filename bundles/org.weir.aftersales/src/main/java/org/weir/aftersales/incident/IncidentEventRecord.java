package org.weir.aftersales.incident;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.records.api.RecordDeclaration;
import org.weir.store.api.Database;

/** Brings event logs into the suite. */
@Component
public final class IncidentEventRecord implements RecordDeclaration {
    private final Database database;

    @Activate
    public IncidentEventRecord(@Reference(target = "(schema=aftersales)") Database database) {
        this.database = database;
    }

    @Override
    public Class<? extends Record> record() {
        return IncidentEvent.class;
    }

    @Override
    public Database database() {
        return database;
    }
}
