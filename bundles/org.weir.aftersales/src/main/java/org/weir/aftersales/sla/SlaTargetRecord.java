package org.weir.aftersales.sla;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.records.api.RecordDeclaration;
import org.weir.store.api.Database;

/** Brings what SLAs promise into the suite. */
@Component
public final class SlaTargetRecord implements RecordDeclaration {
    private final Database database;

    @Activate
    public SlaTargetRecord(@Reference(target = "(schema=aftersales)") Database database) {
        this.database = database;
    }

    @Override
    public Class<? extends Record> record() {
        return SlaTarget.class;
    }

    @Override
    public Database database() {
        return database;
    }
}
