package org.weir.partner.example.survey;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.records.api.RecordDeclaration;
import org.weir.store.api.Database;

/** Brings power surveys into the suite: list, page, form, history, import, export and REST follow. */
@Component
public final class SurveyRecord implements RecordDeclaration {
    private final Database database;

    @Activate
    public SurveyRecord(@Reference(target = "(schema=example)") Database database) {
        this.database = database;
    }

    @Override
    public Class<? extends Record> record() {
        return Survey.class;
    }

    @Override
    public Database database() {
        return database;
    }
}
