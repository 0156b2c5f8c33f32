package org.weir.access.signin;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Actor;
import org.weir.access.api.SecondFactor;
import org.weir.access.audit.AuditTrail;
import org.weir.access.memory.Generation;
import org.weir.access.role.Permissions;
import org.weir.access.second.Authenticators;
import org.weir.access.session.Sessions;
import org.weir.access.user.Accounts;
import org.weir.access.user.UserRow;
import org.weir.access.user.UserStore;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.store.api.Database;

/** Sets up and takes away second factors. */
final class SecondFactors implements SecondFactor {
    /** What is needed besides the database. */
    record Around(
            Authenticators authenticators,
            ChangePassword passwords,
            CheckCode check,
            Throttle throttle,
            Sessions sessions,
            Accounts accounts) {}

    private final Database database;
    private final AuditTrail trail;
    private final Generation generation;
    private final Around around;
    private final UserStore users = new UserStore();

    SecondFactors(Database database, AuditTrail trail, Generation generation, Around around) {
        this.database = database;
        this.trail = trail;
        this.generation = generation;
        this.around = around;
    }

    @Override
    public State state(UUID user) {
        return database.read(handle -> {
            UserRow row = user(handle, user);
            boolean on = row.secondFactor();
            boolean due = around.accounts().asksForSecondFactor(handle, user);
            return new State(
                    on,
                    due,
                    on ? around.authenticators().since(handle, user).orElse(null) : null,
                    around.authenticators().codesLeft(handle, user));
        });
    }

    @Override
    public Setup begin(UUID user, String present) {
        around.passwords().confirm(user, present);
        return database.write(handle -> {
            users.lock(handle, user);
            UserRow row = user(handle, user);
            if (row.secondFactor()) {
                throw ProblemException.conflict(Text.of("access.second.there"));
            }
            Authenticators.Fresh fresh = around.authenticators().begin(handle, row);
            return new Setup(fresh.secret(), fresh.uri());
        });
    }

    @Override
    public Optional<Setup> begun(UUID user) {
        return database.read(handle -> around.authenticators()
                .begun(handle, user(handle, user))
                .map(fresh -> new Setup(fresh.secret(), fresh.uri())));
    }

    @Override
    public List<String> confirm(UUID user, @Nullable UUID keep, String code) {
        UserRow row = database.read(h -> user(h, user));
        var keys = around.throttle().code(user);
        around.throttle().admit(keys, () -> trail.note(user, row.login(), "second-factor.throttled", "", ""));
        return database.write(handle -> {
            users.lock(handle, user);
            if (user(handle, user).secondFactor() || !around.authenticators().confirm(handle, user, code)) {
                throw ProblemException.invalid("code", Text.of("access.second.wrong"));
            }
            around.throttle().passed(handle, keys);
            List<String> codes = around.authenticators().newCodes(handle, user);
            int ended = around.sessions().endAll(handle, user, keep);
            generation.moveOn();
            trail.note(user, row.login(), "second-factor.on", ended + " other sessions ended", "");
            return codes;
        });
    }

    @Override
    public List<String> newCodes(UUID user, String present) {
        around.passwords().confirm(user, present);
        return database.write(handle -> {
            UserRow row = user(handle, user);
            if (!row.secondFactor()) {
                throw ProblemException.conflict(Text.of("access.second.none"));
            }
            trail.note(user, row.login(), "second-factor.codes", "", "");
            return around.authenticators().newCodes(handle, user);
        });
    }

    @Override
    public void remove(UUID user, String present, String code) {
        UserRow row = database.read(h -> user(h, user));
        if (database.read(h -> around.accounts().asksForSecondFactor(h, user))) {
            throw ProblemException.conflict(Text.of("access.second.due"));
        }
        around.passwords().confirm(user, present);
        if (around.check().check(user, row.login(), code, "").isEmpty()) {
            throw ProblemException.invalid("code", Text.of("access.second.wrong"));
        }
        database.write(handle -> {
            around.authenticators().remove(handle, user);
            generation.moveOn();
            trail.note(user, row.login(), "second-factor.off", "", "");
            return user;
        });
    }

    @Override
    public void reset(Actor by, UUID user) {
        Permissions.requireAdminister(by, trail);
        database.write(handle -> {
            UserRow row = users.byId(handle, user).orElseThrow(ProblemException::notFound);
            around.authenticators().remove(handle, user);
            around.sessions().endAll(handle, user, null);
            generation.moveOn();
            trail.note(by, "second-factor.reset", row.login(), "");
            return user;
        });
    }

    private UserRow user(Handle handle, UUID user) {
        return users.byId(handle, user).filter(UserRow::active).orElseThrow(ProblemException::notFound);
    }
}
