package org.weir.solution.contract;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.records.api.RecordDeclaration;
import org.weir.store.api.Database;

/** Brings contract lines into the suite. */
@Component
public final class ContractLineRecord implements RecordDeclaration {
    private final Database database;

    @Activate
    public ContractLineRecord(@Reference(target = "(schema=solution)") Database database) {
        this.database = database;
    }

    @Override
    public Class<? extends Record> record() {
        return ContractLine.class;
    }

    @Override
    public Database database() {
        return database;
    }
}
