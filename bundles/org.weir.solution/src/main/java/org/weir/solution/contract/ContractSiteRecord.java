package org.weir.solution.contract;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.records.api.RecordDeclaration;
import org.weir.store.api.Database;

/** Brings contract sites into the suite. */
@Component
public final class ContractSiteRecord implements RecordDeclaration {
    private final Database database;

    @Activate
    public ContractSiteRecord(@Reference(target = "(schema=solution)") Database database) {
        this.database = database;
    }

    @Override
    public Class<? extends Record> record() {
        return ContractSite.class;
    }

    @Override
    public Database database() {
        return database;
    }
}
