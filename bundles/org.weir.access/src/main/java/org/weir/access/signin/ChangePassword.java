package org.weir.access.signin;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.access.audit.AuditTrail;
import org.weir.access.memory.Generation;
import org.weir.access.password.PasswordRules;
import org.weir.access.password.Passwords;
import org.weir.access.session.Sessions;
import org.weir.access.user.UserRow;
import org.weir.access.user.UserStore;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.store.api.Database;

/** One's own password, by who knows the present one. */
public final class ChangePassword {
    /** What the change needs besides the database. */
    record Around(
            Passwords passwords, PasswordRules rules, Throttle throttle, Sessions sessions, FirstAdministrator first) {}

    private final Database database;
    private final Clock clock;
    private final AuditTrail trail;
    private final Generation generation;
    private final Around around;
    private final UserStore users = new UserStore();

    ChangePassword(Database database, Clock clock, AuditTrail trail, Generation generation, Around around) {
        this.database = database;
        this.clock = clock;
        this.trail = trail;
        this.generation = generation;
        this.around = around;
    }

    public void change(UUID user, @Nullable UUID keep, String present, String next) {
        UserRow row =
                database.read(h -> users.byId(h, user)).filter(UserRow::active).orElseThrow(ProblemException::notFound);
        checkPresent(row, present);
        around.rules().refuse(next, row.login(), row.name()).ifPresent(text -> {
            throw ProblemException.invalid("next", text);
        });
        if (around.passwords().matches(next, row.passwordHash())) {
            throw ProblemException.invalid("next", Text.of("access.password.same"));
        }
        String hash = around.passwords().hash(next);
        database.write(handle -> {
            var now = clock.instant().truncatedTo(ChronoUnit.MICROS);
            if (!users.setPassword(handle, user, row.credential(), hash, now)) {
                throw ProblemException.conflict(Text.of("access.password.changed-elsewhere"));
            }
            int ended = around.sessions().endAll(handle, user, keep);
            generation.moveOn();
            trail.note(user, row.login(), "password.changed", ended + " other sessions ended", "");
            database.afterCommit(() -> around.first().passwordChanged(row));
            return hash;
        });
    }

    /** Whoever does something delicate proves to know the password. */
    public void confirm(UUID user, String present) {
        checkPresent(
                database.read(h -> users.byId(h, user)).filter(UserRow::active).orElseThrow(ProblemException::notFound),
                present);
    }

    private void checkPresent(UserRow row, String present) {
        var keys = around.throttle().passwordChange(row.id());
        around.throttle().admit(keys, () -> trail.note(row.id(), row.login(), "password.throttled", "", ""));
        if (!around.passwords().matches(present, row.passwordHash())) {
            trail.note(row.id(), row.login(), "password.failed", "", "");
            throw ProblemException.invalid("present", Text.of("access.password.wrong"));
        }
        database.write(h -> {
            around.throttle().passed(h, keys);
            return keys;
        });
    }
}
