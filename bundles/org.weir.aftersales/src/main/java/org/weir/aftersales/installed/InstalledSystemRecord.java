package org.weir.aftersales.installed;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.records.api.RecordDeclaration;
import org.weir.store.api.Database;

/** Brings installed systems. */
@Component
public final class InstalledSystemRecord implements RecordDeclaration {
    private final Database database;

    @Activate
    public InstalledSystemRecord(@Reference(target = "(schema=aftersales)") Database database) {
        this.database = database;
    }

    @Override
    public Class<? extends Record> record() {
        return InstalledSystem.class;
    }

    @Override
    public Database database() {
        return database;
    }
}
