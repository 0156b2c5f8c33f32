package org.weir.relationship.site;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.records.api.RecordDeclaration;
import org.weir.store.api.Database;

/** Brings sites into the suite. */
@Component
public final class SiteRecord implements RecordDeclaration {
    private final Database database;

    @Activate
    public SiteRecord(@Reference(target = "(schema=relationship)") Database database) {
        this.database = database;
    }

    @Override
    public Class<? extends Record> record() {
        return Site.class;
    }

    @Override
    public Database database() {
        return database;
    }
}
