package org.weir.delivery.project;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.records.api.RecordDeclaration;
import org.weir.store.api.Database;

/** Brings projects into the suite. */
@Component
public final class ProjectRecord implements RecordDeclaration {
    private final Database database;

    @Activate
    public ProjectRecord(@Reference(target = "(schema=delivery)") Database database) {
        this.database = database;
    }

    @Override
    public Class<? extends Record> record() {
        return Project.class;
    }

    @Override
    public Database database() {
        return database;
    }
}
