package org.weir.delivery.template;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.records.api.RecordDeclaration;
import org.weir.store.api.Database;

/** Brings the steps of templates into the suite. */
@Component
public final class TemplateStepRecord implements RecordDeclaration {
    private final Database database;

    @Activate
    public TemplateStepRecord(@Reference(target = "(schema=delivery)") Database database) {
        this.database = database;
    }

    @Override
    public Class<? extends Record> record() {
        return TemplateStep.class;
    }

    @Override
    public Database database() {
        return database;
    }
}
