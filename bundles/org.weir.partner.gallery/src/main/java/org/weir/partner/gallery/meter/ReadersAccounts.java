package org.weir.partner.gallery.meter;

import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.AccountTeams;
import org.weir.store.api.Database;

/** Whoever reads a meter of an account belongs to its team: sees the account, but not the meters of others there. */
@Component
public final class ReadersAccounts implements AccountTeams {
    private final Database database;

    @Activate
    public ReadersAccounts(@Reference(target = "(schema=gallery)") Database database) {
        this.database = database;
    }

    @Override
    public Set<UUID> accountsOf(UUID user) {
        return database.read(handle -> handle.createQuery("select account from gallery.meter where reader = :user")
                .bind("user", user)
                .mapTo(UUID.class)
                .set());
    }
}
