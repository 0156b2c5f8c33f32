package org.weir.webhooks.secret;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.store.api.Database;
import org.weir.store.api.SealedColumn;

/** The secrets of webhooks lie sealed. */
@Component
public final class SealedSecrets implements SealedColumn {
    private final Database database;

    @Activate
    public SealedSecrets(@Reference(target = "(schema=webhooks)") Database database) {
        this.database = database;
    }

    @Override
    public Database database() {
        return database;
    }

    @Override
    public String table() {
        return Secrets.TABLE;
    }

    @Override
    public String key() {
        return Secrets.KEY;
    }

    @Override
    public String column() {
        return Secrets.COLUMN;
    }
}
