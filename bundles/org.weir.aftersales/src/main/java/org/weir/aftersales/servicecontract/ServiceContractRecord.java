package org.weir.aftersales.servicecontract;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.records.api.RecordDeclaration;
import org.weir.store.api.Database;

/** Brings service contracts. */
@Component
public final class ServiceContractRecord implements RecordDeclaration {
    private final Database database;

    @Activate
    public ServiceContractRecord(@Reference(target = "(schema=aftersales)") Database database) {
        this.database = database;
    }

    @Override
    public Class<? extends Record> record() {
        return ServiceContract.class;
    }

    @Override
    public Database database() {
        return database;
    }
}
