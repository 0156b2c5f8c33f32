package org.weir.records.visibility;

import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicLong;
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
    private static final long MOMENT_NANOS = 250_000_000L;
    private static final int MOST = 1_000;

    private final Slots<AccountTeams> keepers;
    private final ConcurrentMap<UUID, Known> known = new ConcurrentHashMap<>();
    private final AtomicLong changes = new AtomicLong();

    private record Known(long changes, long at, Set<UUID> accounts) {}

    private final LongSupplier nanos;

    @Activate
    public AccountsOfUser(@Reference Gate gate) {
        this(gate, System::nanoTime);
    }

    AccountsOfUser(Gate gate, LongSupplier nanos) {
        this.nanos = nanos;
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
        changes.incrementAndGet();
    }

    /** @param asked whether what is kept from a moment ago will not do */
    Set<UUID> of(UUID user, boolean asked) {
        if (asked) {
            return of(user);
        }
        long now = nanos.getAsLong();
        long before = changes.get();
        Known kept = known.get(user);
        if (kept != null && kept.changes() == before && now - kept.at() < MOMENT_NANOS) {
            return kept.accounts();
        }
        Set<UUID> accounts = Set.copyOf(of(user));
        if (known.size() >= MOST) {
            known.clear();
        }
        known.put(user, new Known(before, now, accounts));
        return accounts;
    }

    private Set<UUID> of(UUID user) {
        Set<UUID> accounts = new LinkedHashSet<>();
        keepers.all().forEach(it -> accounts.addAll(it.accountsOf(user)));
        return accounts;
    }
}
