package org.weir.relationship.lead;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.records.api.RecordDeclaration;
import org.weir.store.api.Database;

/** Brings leads into the suite. */
@Component
public final class LeadRecord implements RecordDeclaration {
    private final Database database;

    @Activate
    public LeadRecord(@Reference(target = "(schema=relationship)") Database database) {
        this.database = database;
    }

    @Override
    public Class<? extends Record> record() {
        return Lead.class;
    }

    @Override
    public Database database() {
        return database;
    }
}
