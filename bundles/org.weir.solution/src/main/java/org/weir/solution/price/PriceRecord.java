package org.weir.solution.price;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.records.api.RecordDeclaration;
import org.weir.store.api.Database;

/** Brings prices into the suite. */
@Component
public final class PriceRecord implements RecordDeclaration {
    private final Database database;

    @Activate
    public PriceRecord(@Reference(target = "(schema=solution)") Database database) {
        this.database = database;
    }

    @Override
    public Class<? extends Record> record() {
        return Price.class;
    }

    @Override
    public Database database() {
        return database;
    }
}
