package org.weir.relationship.opportunity;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.records.api.RecordDeclaration;
import org.weir.store.api.Database;

/** Brings opportunities into the suite. */
@Component
public final class OpportunityRecord implements RecordDeclaration {
    private final Database database;

    @Activate
    public OpportunityRecord(@Reference(target = "(schema=relationship)") Database database) {
        this.database = database;
    }

    @Override
    public Class<? extends Record> record() {
        return Opportunity.class;
    }

    @Override
    public Database database() {
        return database;
    }
}
