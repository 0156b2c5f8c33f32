package org.weir.relationship.offering;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.records.api.RecordDeclaration;
import org.weir.store.api.Database;

/** Brings competitors into the suite. */
@Component
public final class CompetitorRecord implements RecordDeclaration {
    private final Database database;

    @Activate
    public CompetitorRecord(@Reference(target = "(schema=relationship)") Database database) {
        this.database = database;
    }

    @Override
    public Class<? extends Record> record() {
        return Competitor.class;
    }

    @Override
    public Database database() {
        return database;
    }
}
