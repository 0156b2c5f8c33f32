package org.weir.relationship.employment;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.records.api.RecordDeclaration;
import org.weir.store.api.Database;

/** Brings employments into the suite. */
@Component
public final class EmploymentRecord implements RecordDeclaration {
    private final Database database;

    @Activate
    public EmploymentRecord(@Reference(target = "(schema=relationship)") Database database) {
        this.database = database;
    }

    @Override
    public Class<? extends Record> record() {
        return Employment.class;
    }

    @Override
    public Database database() {
        return database;
    }
}
