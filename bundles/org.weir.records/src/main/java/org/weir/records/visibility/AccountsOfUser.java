package org.weir.records.visibility;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.weir.access.api.AccountTeams;
import org.weir.base.api.Gate;
import org.weir.base.api.Slots;

/** The accounts on whose teams somebody is, asked from whoever keeps account teams. */
@Component(service = AccountsOfUser.class)
public final class AccountsOfUser {
    private final Slots<AccountTeams> keepers;

    @Activate
    public AccountsOfUser(@Reference Gate gate) {
        keepers = new Slots<>(gate, Comparator.comparingInt(it -> 0));
    }

    @Reference(
            service = AccountTeams.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            unbind = "remove")
    public void add(AccountTeams keeper) {
        keepers.add(keeper);
    }

    public void remove(AccountTeams keeper) {
        keepers.remove(keeper);
    }

    Set<UUID> of(UUID user) {
        Set<UUID> accounts = new LinkedHashSet<>();
        keepers.all().forEach(it -> accounts.addAll(it.accountsOf(user)));
        return accounts;
    }
}
