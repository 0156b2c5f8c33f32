package org.weir.partner.gallery.meter;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.records.api.RecordDeclaration;
import org.weir.store.api.Database;

/** Brings meters into the suite. */
@Component
public final class MeterRecord implements RecordDeclaration {
    private final Database database;

    @Activate
    public MeterRecord(@Reference(target = "(schema=gallery)") Database database) {
        this.database = database;
    }

    @Override
    public Class<? extends Record> record() {
        return Meter.class;
    }

    @Override
    public Database database() {
        return database;
    }
}
