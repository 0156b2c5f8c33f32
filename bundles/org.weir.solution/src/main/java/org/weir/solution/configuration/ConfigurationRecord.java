package org.weir.solution.configuration;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.records.api.RecordDeclaration;
import org.weir.store.api.Database;

/** Brings configurations into the suite. */
@Component
public final class ConfigurationRecord implements RecordDeclaration {
    private final Database database;

    @Activate
    public ConfigurationRecord(@Reference(target = "(schema=solution)") Database database) {
        this.database = database;
    }

    @Override
    public Class<? extends Record> record() {
        return Configuration.class;
    }

    @Override
    public Database database() {
        return database;
    }
}
