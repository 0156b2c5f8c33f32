package org.weir.solution.price;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.records.api.RecordDeclaration;
import org.weir.store.api.Database;

/** Brings exchange rates into the suite. */
@Component
public final class ExchangeRateRecord implements RecordDeclaration {
    private final Database database;

    @Activate
    public ExchangeRateRecord(@Reference(target = "(schema=solution)") Database database) {
        this.database = database;
    }

    @Override
    public Class<? extends Record> record() {
        return ExchangeRate.class;
    }

    @Override
    public Database database() {
        return database;
    }
}
