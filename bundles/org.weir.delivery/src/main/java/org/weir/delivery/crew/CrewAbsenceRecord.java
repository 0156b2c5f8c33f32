package org.weir.delivery.crew;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.records.api.RecordDeclaration;
import org.weir.store.api.Database;

/** Brings the days off of crews into the suite. */
@Component
public final class CrewAbsenceRecord implements RecordDeclaration {
    private final Database database;

    @Activate
    public CrewAbsenceRecord(@Reference(target = "(schema=delivery)") Database database) {
        this.database = database;
    }

    @Override
    public Class<? extends Record> record() {
        return CrewAbsence.class;
    }

    @Override
    public Database database() {
        return database;
    }
}
