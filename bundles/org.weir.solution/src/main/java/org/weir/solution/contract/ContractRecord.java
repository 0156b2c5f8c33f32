package org.weir.solution.contract;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.records.api.RecordDeclaration;
import org.weir.store.api.Database;

/** Brings contracts into the suite. */
@Component
public final class ContractRecord implements RecordDeclaration {
    private final Database database;

    @Activate
    public ContractRecord(@Reference(target = "(schema=solution)") Database database) {
        this.database = database;
    }

    @Override
    public Class<? extends Record> record() {
        return Contract.class;
    }

    @Override
    public Database database() {
        return database;
    }
}
