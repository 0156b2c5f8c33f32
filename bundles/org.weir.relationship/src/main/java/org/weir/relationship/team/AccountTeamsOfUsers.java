package org.weir.relationship.team;

import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.AccountTeams;
import org.weir.store.api.Database;

/** Lets people see the records of the accounts on whose team they are. */
@Component
public final class AccountTeamsOfUsers implements AccountTeams {
    private final AccountTeamStore store;

    @Activate
    public AccountTeamsOfUsers(@Reference(target = "(schema=relationship)") Database database) {
        this.store = new AccountTeamStore(database);
    }

    @Override
    public Set<UUID> accountsOf(UUID user) {
        return store.accountsOf(user, AccountTeamStore.day(Instant.now()));
    }
}
