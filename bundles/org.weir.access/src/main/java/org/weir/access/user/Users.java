package org.weir.access.user;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Actor;
import org.weir.access.api.Directory.Team;
import org.weir.access.api.Directory.User;
import org.weir.access.audit.AuditTrail;
import org.weir.access.memory.Generation;
import org.weir.access.password.PasswordRules;
import org.weir.access.password.Passwords;
import org.weir.access.role.RoleStore;
import org.weir.access.role.Roles;
import org.weir.access.team.Teams;
import org.weir.base.api.Ids;
import org.weir.base.api.ProblemException;
import org.weir.base.api.ProblemException.At;
import org.weir.base.api.Text;
import org.weir.store.api.Database;

/** Creates and changes users. */
public final class Users {
    private static final String AUTO = "auto";

    /** Signs a user out everywhere, in the transaction under way. */
    @FunctionalInterface
    public interface EndSessions {
        void of(Handle handle, UUID user);
    }

    /** What else is needed to judge a user. */
    public record Around(
            Teams teams,
            Roles roles,
            Defaults defaults,
            Passwords passwords,
            PasswordRules rules,
            EndSessions sessions) {}

    private final Database database;
    private final Clock clock;
    private final AuditTrail trail;
    private final Generation generation;
    private final Around around;
    private final UserStore store = new UserStore();
    private final RoleStore roleStore = new RoleStore();

    public Users(Database database, Clock clock, AuditTrail trail, Generation generation, Around around) {
        this.database = database;
        this.clock = clock;
        this.trail = trail;
        this.generation = generation;
        this.around = around;
    }

    public Optional<User> find(UUID id) {
        return database.read(h -> store.byId(h, id).map(row -> user(h, row)));
    }

    public List<User> page(@Nullable String afterLogin, int limit) {
        return database.read(h -> {
            UserRow after =
                    afterLogin == null ? null : store.byLogin(h, afterLogin).orElseThrow(ProblemException::notFound);
            return store.page(h, after, limit).stream().map(row -> user(h, row)).toList();
        });
    }

    public List<User> services() {
        return database.read(
                h -> store.services(h).stream().map(row -> user(h, row)).toList());
    }

    public UUID save(Actor by, User user, @Nullable String newPassword) {
        String hash = newPassword == null ? null : hash(user, newPassword);
        return database.write(handle -> {
            trail.lockRights(handle);
            Optional<UserRow> before = present(handle, user);
            check(handle, user, before);
            UserRow row = row(by, user, before, hash);
            String changes = before.map(b -> difference(user(handle, b), user)).orElseGet(() -> rights(user));
            if (before.isEmpty()) {
                store.insert(handle, row, clock.instant().truncatedTo(ChronoUnit.MICROS));
            } else {
                store.update(handle, row, clock.instant().truncatedTo(ChronoUnit.MICROS));
            }
            store.setRegions(handle, row.id(), user.regions());
            store.setRoles(handle, row.id(), user.roles());
            if (hash != null || !user.active()) {
                around.sessions().of(handle, row.id());
            }
            around.roles().requireAdministrator(handle);
            generation.moveOn();
            String what = hash == null ? changes : changes + "; password set";
            trail.note(by, before.isEmpty() ? "user.created" : "user.changed", row.login() + ": " + what, "");
            return row.id();
        });
    }

    /** What users may change of themselves. Null leaves it as it is. */
    public void changePreferences(UUID id, @Nullable String language, @Nullable String zone, @Nullable String theme) {
        List<At> wrong = new CheckUser(around.defaults()).preferences(language, zone, theme);
        if (!wrong.isEmpty()) {
            throw ProblemException.invalid(wrong);
        }
        database.write(handle -> {
            UserRow row = store.byId(handle, id).orElseThrow(ProblemException::notFound);
            store.setPreferences(
                    handle,
                    id,
                    language == null ? row.language() : orNull(language),
                    zone == null ? row.zone() : orNull(zone),
                    theme == null ? row.theme() : theme);
            generation.moveOn();
            return id;
        });
    }

    private String hash(User user, String password) {
        if (user.service()) {
            throw ProblemException.invalid("password", Text.of("access.service.password"));
        }
        around.rules().refuse(password, user.login(), user.name()).ifPresent(text -> {
            throw ProblemException.invalid("password", text);
        });
        return around.passwords().hash(password);
    }

    private Optional<UserRow> present(Handle handle, User user) {
        UUID id = user.id();
        if (id == null) {
            return store.byLogin(handle, user.login());
        }
        return Optional.of(store.byId(handle, id).orElseThrow(ProblemException::notFound));
    }

    private void check(Handle handle, User user, Optional<UserRow> before) {
        Set<UUID> teams =
                around.teams().tree(handle).all().stream().map(Team::id).collect(Collectors.toSet());
        List<At> wrong = new CheckUser(around.defaults()).user(user, teams, roleStore.codes(handle));
        UUID id = before.map(UserRow::id).orElse(null);
        if (store.byLogin(handle, user.login())
                .filter(other -> !other.id().equals(id))
                .isPresent()) {
            wrong.add(new At("login", Text.of("access.user.login-taken")));
        }
        if (before.map(b -> b.service() != user.service()).orElse(false)) {
            wrong.add(new At("service", Text.of("access.service.stays")));
        }
        if (!wrong.isEmpty()) {
            throw ProblemException.invalid(wrong);
        }
    }

    private static UserRow row(Actor by, User user, Optional<UserRow> before, @Nullable String hash) {
        boolean bySomebodyElse = !by.user().equals(Actor.SYSTEM);
        String email = user.email();
        return new UserRow(
                before.map(UserRow::id).orElseGet(Ids::next),
                user.login(),
                user.name().strip(),
                email == null ? null : orNull(email.strip()),
                orNull(user.language()),
                orNull(user.zone()),
                before.map(UserRow::theme).orElse(AUTO),
                user.team(),
                user.active(),
                hash == null ? before.map(UserRow::passwordHash).orElse(null) : hash,
                hash == null ? before.map(UserRow::mustChange).orElse(false) : bySomebodyElse,
                before.map(UserRow::credential).orElse(0) + (hash == null ? 0 : 1),
                user.service(),
                before.map(UserRow::secondFactor).orElse(false),
                null);
    }

    private User user(Handle handle, UserRow row) {
        String language = row.language();
        String zone = row.zone();
        return new User(
                row.id(),
                row.login(),
                row.name(),
                row.email(),
                language == null ? "" : language,
                zone == null ? "" : zone,
                row.team(),
                store.regions(handle, row.id()),
                store.roles(handle, row.id()),
                row.active(),
                row.service());
    }

    private static String rights(User user) {
        return (user.service() ? "service account; " : "") + "active " + user.active() + "; team " + user.team()
                + "; regions " + new TreeSet<>(user.regions()) + "; roles " + new TreeSet<>(user.roles());
    }

    /** What changed, for the trail: rights with their values, personal data only by name. */
    private static String difference(User was, User is) {
        List<String> changes = new ArrayList<>();
        add(changes, "login", was.login(), is.login());
        add(changes, "active", was.active(), is.active());
        add(changes, "team", String.valueOf(was.team()), String.valueOf(is.team()));
        add(changes, "regions", new TreeSet<>(was.regions()), new TreeSet<>(is.regions()));
        add(changes, "roles", new TreeSet<>(was.roles()), new TreeSet<>(is.roles()));
        if (!was.name().equals(is.name().strip())) {
            changes.add("name");
        }
        if (!String.valueOf(was.email()).equals(String.valueOf(is.email()))) {
            changes.add("email");
        }
        return String.join("; ", changes);
    }

    private static void add(List<String> changes, String field, Object was, Object is) {
        if (!was.equals(is)) {
            changes.add(field + " " + was + " -> " + is);
        }
    }

    private static @Nullable String orNull(String text) {
        return text.isBlank() ? null : text;
    }
}
