package org.weir.relationship.person;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.records.api.RecordDeclaration;
import org.weir.store.api.Database;

/** Brings people into the suite. */
@Component
public final class PersonRecord implements RecordDeclaration {
    private final Database database;

    @Activate
    public PersonRecord(@Reference(target = "(schema=relationship)") Database database) {
        this.database = database;
    }

    @Override
    public Class<? extends Record> record() {
        return Person.class;
    }

    @Override
    public Database database() {
        return database;
    }
}
