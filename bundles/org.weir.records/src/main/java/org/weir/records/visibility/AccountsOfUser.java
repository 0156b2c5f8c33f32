package org.weir.records.visibility;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.weir.access.api.AccountTeams;
import org.weir.base.api.Gate;
import org.weir.base.api.Slots;

/**
 * The accounts on whose teams somebody is, asked from whoever keeps account teams. A page asks a hundred times, so the
 * answer is kept for a moment, and no longer than until a record changes here; a transaction always asks.
 */
@Component(service = AccountsOfUser.class)
public final class AccountsOfUser {
    private final Slots<AccountTeams> keepers;
    private final Moment<ConcurrentMap<UUID, Set<UUID>>> known;

    @Activate
    public AccountsOfUser(@Reference Gate gate) {
        this(gate, System::nanoTime);
    }

    AccountsOfUser(Gate gate, LongSupplier nanos) {
        known = new Moment<>(ConcurrentHashMap::new, nanos);
        keepers = new Slots<>(gate, Comparator.comparingInt(it -> 0));
    }

    @Reference(
            service = AccountTeams.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC,
            unbind = "remove")
    public void add(AccountTeams keeper) {
        keepers.add(keeper);
        forget();
    }

    public void remove(AccountTeams keeper) {
        keepers.remove(keeper);
        forget();
    }

    /** Something has changed, or is about to. */
    public void forget() {
        known.forget();
    }

    /** @param asked whether what is kept from a moment ago will not do */
    Set<UUID> of(UUID user, boolean asked) {
        if (asked) {
            return of(user);
        }
        ConcurrentMap<UUID, Set<UUID>> now = known.now();
        Set<UUID> kept = now.get(user);
        if (kept == null) {
            kept = Set.copyOf(of(user));
            now.put(user, kept);
        }
        return kept;
    }

    private Set<UUID> of(UUID user) {
        Set<UUID> accounts = new LinkedHashSet<>();
        keepers.all().forEach(it -> accounts.addAll(it.accountsOf(user)));
        return accounts;
    }
}
