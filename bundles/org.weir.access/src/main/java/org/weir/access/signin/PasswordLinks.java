package org.weir.access.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.weir.access.api.Actor;
import org.weir.access.audit.AuditTrail;
import org.weir.access.audit.Sha256;
import org.weir.access.memory.Generation;
import org.weir.access.password.PasswordRules;
import org.weir.access.password.Passwords;
import org.weir.access.role.Permissions;
import org.weir.access.session.Sessions;
import org.weir.access.user.UserRow;
import org.weir.access.user.UserStore;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.store.api.Database;

/** New passwords for those who forgot theirs, by a link that an administrator hands over. No administrator learns one. */
public final class PasswordLinks {
    static final Duration HOLDS = Duration.ofHours(24);

    /** What is needed besides the database. */
    record Around(Passwords passwords, PasswordRules rules, Sessions sessions) {}

    private final Database database;
    private final Clock clock;
    private final AuditTrail trail;
    private final Generation generation;
    private final Around around;
    private final UserStore users = new UserStore();
    private final PasswordLinkStore store = new PasswordLinkStore();

    PasswordLinks(Database database, Clock clock, AuditTrail trail, Generation generation, Around around) {
        this.database = database;
        this.clock = clock;
        this.trail = trail;
        this.generation = generation;
        this.around = around;
    }

    /** The secret part of the link. */
    public String make(Actor by, UUID user) {
        Permissions.requireAdminister(by, trail);
        String link =
                Passwords.random().replaceAll("[+=]", "x") + Passwords.random().replaceAll("[+=]", "x");
        return database.write(handle -> {
            UserRow row = users.byId(handle, user)
                    .filter(u -> u.active() && !u.service())
                    .orElseThrow(ProblemException::notFound);
            var content = new PasswordLinkStore.Row(user, row.credential());
            store.replace(handle, Sha256.hex(link), content, now().plus(HOLDS));
            trail.note(by, "password.link", row.login(), "");
            return link;
        });
    }

    /** The login it is for; empty when it does not hold any more. */
    public Optional<String> login(String link) {
        return database.read(h -> find(h, link)).map(UserRow::login);
    }

    public void use(String link, String next, String address) {
        UserRow row = database.read(h -> find(h, link)).orElseThrow(PasswordLinks::over);
        around.rules().refuse(next, row.login(), row.name()).ifPresent(text -> {
            throw ProblemException.invalid("next", text);
        });
        String hash = around.passwords().hash(next);
        database.write(handle -> {
            if (find(handle, link).isEmpty() || !users.setPassword(handle, row.id(), row.credential(), hash, now())) {
                throw over();
            }
            store.deleteOf(handle, row.id());
            around.sessions().endAll(handle, row.id(), null);
            generation.moveOn();
            trail.note(row.id(), row.login(), "password.changed", "by link", address);
            return row;
        });
    }

    private Optional<UserRow> find(Handle handle, String link) {
        return store.get(handle, Sha256.hex(link), now()).flatMap(found -> users.byId(handle, found.user())
                .filter(user -> user.active() && user.credential() == found.credential()));
    }

    private static ProblemException over() {
        return new ProblemException(410, Text.of("access.password.link-over"), List.of());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
