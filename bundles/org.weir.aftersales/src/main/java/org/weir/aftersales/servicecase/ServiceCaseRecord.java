package org.weir.aftersales.servicecase;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.records.api.RecordDeclaration;
import org.weir.store.api.Database;

/** Brings the case library. */
@Component
public final class ServiceCaseRecord implements RecordDeclaration {
    private final Database database;

    @Activate
    public ServiceCaseRecord(@Reference(target = "(schema=aftersales)") Database database) {
        this.database = database;
    }

    @Override
    public Class<? extends Record> record() {
        return ServiceCase.class;
    }

    @Override
    public Database database() {
        return database;
    }
}
