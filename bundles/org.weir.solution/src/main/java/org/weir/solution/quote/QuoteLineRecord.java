package org.weir.solution.quote;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.records.api.RecordDeclaration;
import org.weir.store.api.Database;

/** Brings quote lines into the suite. */
@Component
public final class QuoteLineRecord implements RecordDeclaration {
    private final Database database;

    @Activate
    public QuoteLineRecord(@Reference(target = "(schema=solution)") Database database) {
        this.database = database;
    }

    @Override
    public Class<? extends Record> record() {
        return QuoteLine.class;
    }

    @Override
    public Database database() {
        return database;
    }
}
