package org.weir.delivery.task;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.records.api.RecordDeclaration;
import org.weir.store.api.Database;

/** Brings the links between tasks into the suite. */
@Component
public final class TaskLinkRecord implements RecordDeclaration {
    private final Database database;

    @Activate
    public TaskLinkRecord(@Reference(target = "(schema=delivery)") Database database) {
        this.database = database;
    }

    @Override
    public Class<? extends Record> record() {
        return TaskLink.class;
    }

    @Override
    public Database database() {
        return database;
    }
}
