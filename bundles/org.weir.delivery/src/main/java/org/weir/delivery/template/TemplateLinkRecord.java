package org.weir.delivery.template;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.records.api.RecordDeclaration;
import org.weir.store.api.Database;

/** Brings the links between steps of templates into the suite. */
@Component
public final class TemplateLinkRecord implements RecordDeclaration {
    private final Database database;

    @Activate
    public TemplateLinkRecord(@Reference(target = "(schema=delivery)") Database database) {
        this.database = database;
    }

    @Override
    public Class<? extends Record> record() {
        return TemplateLink.class;
    }

    @Override
    public Database database() {
        return database;
    }
}
