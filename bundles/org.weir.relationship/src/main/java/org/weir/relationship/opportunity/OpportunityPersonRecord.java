package org.weir.relationship.opportunity;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.records.api.RecordDeclaration;
import org.weir.store.api.Database;

/** Brings the people of decision chains into the suite. */
@Component
public final class OpportunityPersonRecord implements RecordDeclaration {
    private final Database database;

    @Activate
    public OpportunityPersonRecord(@Reference(target = "(schema=relationship)") Database database) {
        this.database = database;
    }

    @Override
    public Class<? extends Record> record() {
        return OpportunityPerson.class;
    }

    @Override
    public Database database() {
        return database;
    }
}
