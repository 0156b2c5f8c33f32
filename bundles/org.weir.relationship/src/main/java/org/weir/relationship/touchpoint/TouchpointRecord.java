package org.weir.relationship.touchpoint;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.records.api.RecordDeclaration;
import org.weir.store.api.Database;

/** Brings touchpoints into the suite. */
@Component
public final class TouchpointRecord implements RecordDeclaration {
    private final Database database;

    @Activate
    public TouchpointRecord(@Reference(target = "(schema=relationship)") Database database) {
        this.database = database;
    }

    @Override
    public Class<? extends Record> record() {
        return Touchpoint.class;
    }

    @Override
    public Database database() {
        return database;
    }
}
