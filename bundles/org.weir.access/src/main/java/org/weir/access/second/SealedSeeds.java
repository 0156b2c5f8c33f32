package org.weir.access.second;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.store.api.Database;
import org.weir.store.api.SealedColumn;

/** The seeds of second factors lie sealed. */
@Component
public final class SealedSeeds implements SealedColumn {
    private final Database database;

    @Activate
    public SealedSeeds(@Reference(target = "(schema=access)") Database database) {
        this.database = database;
    }

    @Override
    public Database database() {
        return database;
    }

    @Override
    public String table() {
        return SecondFactorStore.TABLE;
    }

    @Override
    public String key() {
        return SecondFactorStore.KEY;
    }

    @Override
    public String column() {
        return SecondFactorStore.COLUMN;
    }
}
