package org.weir.calendar.work;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.records.api.RecordDeclaration;
import org.weir.store.api.Database;

/** Brings calendars into the suite. */
@Component
public final class WorkCalendarRecord implements RecordDeclaration {
    private final Database database;

    @Activate
    public WorkCalendarRecord(@Reference(target = "(schema=calendar)") Database database) {
        this.database = database;
    }

    @Override
    public Class<? extends Record> record() {
        return WorkCalendarEntry.class;
    }

    @Override
    public Database database() {
        return database;
    }
}
