package org.weir.aftersales.satisfaction;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.records.api.RecordDeclaration;
import org.weir.store.api.Database;

/** Brings customers' ratings of solved tickets. */
@Component
public final class SatisfactionRecord implements RecordDeclaration {
    private final Database database;

    @Activate
    public SatisfactionRecord(@Reference(target = "(schema=aftersales)") Database database) {
        this.database = database;
    }

    @Override
    public Class<? extends Record> record() {
        return Satisfaction.class;
    }

    @Override
    public Database database() {
        return database;
    }
}
