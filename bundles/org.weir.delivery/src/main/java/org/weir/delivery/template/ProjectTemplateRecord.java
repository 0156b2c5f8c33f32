package org.weir.delivery.template;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.records.api.RecordDeclaration;
import org.weir.store.api.Database;

/** Brings project templates into the suite. */
@Component
public final class ProjectTemplateRecord implements RecordDeclaration {
    private final Database database;

    @Activate
    public ProjectTemplateRecord(@Reference(target = "(schema=delivery)") Database database) {
        this.database = database;
    }

    @Override
    public Class<? extends Record> record() {
        return ProjectTemplate.class;
    }

    @Override
    public Database database() {
        return database;
    }
}
