package org.weir.access.user;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.weir.access.api.Actor;
import org.weir.access.api.Scope;
import org.weir.access.memory.Fresh;
import org.weir.access.memory.Generation;
import org.weir.access.role.RoleStore;
import org.weir.access.team.Teams;
import org.weir.store.api.Database;

/** Users as they may act now: rights put together from roles, teams and regions; at most a few seconds old. */
public final class Accounts {
    private static final Actor SYSTEM = new Actor(
            Actor.SYSTEM,
            "weir",
            "Weir",
            Locale.ENGLISH,
            ZoneOffset.UTC,
            Actor.NO_TEAM,
            Set.of(),
            Set.of(),
            Map.of("*", Set.of(Scope.ALL)));

    /**
     * @param credential counts the user's passwords
     * @param secondFactor whether there is one
     * @param secondFactorDue whether there is none and must be
     */
    public record Account(
            Actor actor,
            String theme,
            boolean mustChangePassword,
            int credential,
            boolean secondFactor,
            boolean secondFactorDue) {}

    /** @param secondFactorRoles codes of roles that ask for a second factor; @param passwordDays 0 for ever */
    public record Rules(Set<String> secondFactorRoles, int passwordDays) {}

    private final Database database;
    private final Teams teams;
    private final Defaults defaults;
    private final UserStore users = new UserStore();
    private final RoleStore roles = new RoleStore();
    private final Fresh<UUID, Account> fresh;
    private final Clock clock;
    private final Supplier<Rules> rules;

    public Accounts(
            Database database,
            Clock clock,
            Duration remembered,
            Teams teams,
            Defaults defaults,
            Generation generation,
            Supplier<Rules> rules) {
        this.database = database;
        this.teams = teams;
        this.defaults = defaults;
        this.clock = clock;
        this.rules = rules;
        this.fresh = new Fresh<>(database, clock, remembered, generation);
    }

    public static Actor system() {
        return SYSTEM;
    }

    /** Empty when there is no such user or the user is not active. */
    public Optional<Account> active(UUID user) {
        return fresh.get(user, id -> database.read(h -> load(h, id)));
    }

    /** As the transaction sees it. */
    public Optional<Account> load(Handle handle, UUID id) {
        return users.byId(handle, id).filter(UserRow::active).map(row -> account(handle, row));
    }

    private Account account(Handle handle, UserRow row) {
        UUID team = row.team();
        Actor actor = new Actor(
                row.id(),
                row.login(),
                row.name(),
                row.language() == null ? defaults.locale() : Locale.forLanguageTag(row.language()),
                row.zone() == null ? defaults.zone() : ZoneId.of(row.zone()),
                team == null ? Actor.NO_TEAM : team,
                team == null ? Set.of() : below(handle, team),
                Set.copyOf(users.regions(handle, row.id())),
                roles.grantsOf(handle, row.id()));
        return new Account(
                actor,
                row.theme(),
                row.mustChange() || isOld(row),
                row.credential(),
                row.secondFactor(),
                !row.secondFactor() && !row.service() && asksForSecondFactor(handle, row.id()));
    }

    private boolean isOld(UserRow row) {
        Instant since = row.passwordAt();
        return rules.get().passwordDays() > 0
                && row.passwordHash() != null
                && since != null
                && since.plus(Duration.ofDays(rules.get().passwordDays())).isBefore(clock.instant());
    }

    /** Whether one of the user's roles asks for a second factor. */
    public boolean asksForSecondFactor(Handle handle, UUID user) {
        return !rules.get().secondFactorRoles().isEmpty()
                && users.roles(handle, user).stream().anyMatch(rules.get().secondFactorRoles()::contains);
    }

    /** A team just made in the transaction under way is not in the remembered tree. */
    private Set<UUID> below(Handle handle, UUID team) {
        Set<UUID> remembered = teams.tree().withAllBelow(team);
        return Set.copyOf(remembered.isEmpty() ? teams.tree(handle).withAllBelow(team) : remembered);
    }
}
