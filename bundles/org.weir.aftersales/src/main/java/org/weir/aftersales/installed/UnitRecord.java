package org.weir.aftersales.installed;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.records.api.RecordDeclaration;
import org.weir.store.api.Database;

/** Brings the units of installed systems. */
@Component
public final class UnitRecord implements RecordDeclaration {
    private final Database database;

    @Activate
    public UnitRecord(@Reference(target = "(schema=aftersales)") Database database) {
        this.database = database;
    }

    @Override
    public Class<? extends Record> record() {
        return Unit.class;
    }

    @Override
    public Database database() {
        return database;
    }
}
