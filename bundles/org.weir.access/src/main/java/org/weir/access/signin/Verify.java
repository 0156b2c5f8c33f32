package org.weir.access.signin;

import java.time.Clock;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.weir.access.audit.AuditTrail;
import org.weir.access.audit.Plain;
import org.weir.access.password.Passwords;
import org.weir.access.user.UserRow;
import org.weir.access.user.UserStore;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.store.api.Database;

/** Finds out whether login and password belong together; says no in the same words and after the same time whatever is wrong. */
final class Verify {
    private static final int LOGIN = 100;
    private static final int SHOWN = 3;

    private final Database database;
    private final Clock clock;
    private final Passwords passwords;
    private final Throttle throttle;
    private final AuditTrail trail;
    private final UserStore users = new UserStore();
    private final KnownAddressStore known = new KnownAddressStore();

    Verify(Database database, Clock clock, Passwords passwords, Throttle throttle, AuditTrail trail) {
        this.database = database;
        this.clock = clock;
        this.passwords = passwords;
        this.throttle = throttle;
        this.trail = trail;
    }

    /** Right so far; {@link #accept} finishes it in the transaction that opens what was asked for. */
    record Verified(
            UserRow user,
            String address,
            List<Throttle.Key> keys,
            @Nullable String rehashed) {}

    /**
     * @param how the first part of the action in the trail, for example {@code sign-in}
     * @throws ProblemException 401 or 429
     */
    Verified check(String how, String login, String password, String remoteAddress) {
        String key = Plain.line(login.strip(), LOGIN + 1).toLowerCase(Locale.ROOT);
        String address = Plain.line(remoteAddress, LOGIN);
        Optional<UserRow> user = database.read(h -> users.byLogin(h, key));
        UUID id = user.map(UserRow::id).orElse(null);
        String shown = user.map(UserRow::login).orElseGet(() -> hidden(key));
        boolean here = database.read(h -> known.contains(h, id == null ? new UUID(0, 0) : id, address));
        List<Throttle.Key> keys = throttle.signIn(key, address, here);
        throttle.admit(keys, () -> trail.note(id, shown, how + ".throttled", "", address));
        boolean right =
                passwords.matches(password, user.map(UserRow::passwordHash).orElse(null));
        if (!right || !user.map(UserRow::active).orElse(false)) {
            trail.note(id, shown, how + ".failed", right ? "not active" : "", address);
            throw wrong();
        }
        UserRow row = user.orElseThrow();
        String hash = row.passwordHash();
        boolean outdated = hash != null && passwords.isOutdated(hash);
        return new Verified(row, address, keys, outdated ? passwords.hash(password) : null);
    }

    /** Forgets earlier failures. @throws ProblemException 401 when the user was changed since the check */
    void accept(Handle handle, Verified verified) {
        UserRow before = verified.user();
        users.lock(handle, before.id());
        UserRow now = users.byId(handle, before.id()).orElseThrow(Verify::wrong);
        if (!now.active() || now.credential() != before.credential()) {
            throw wrong();
        }
        String rehashed = verified.rehashed();
        if (rehashed != null) {
            users.rehash(handle, now.id(), now.credential(), rehashed);
        }
        throttle.passed(handle, verified.keys());
        known.remember(handle, now.id(), verified.address(), clock.instant().truncatedTo(ChronoUnit.MICROS));
    }

    static ProblemException wrong() {
        return new ProblemException(401, Text.of("access.sign-in.wrong"), List.of());
    }

    /** An unknown login may be a password typed into the wrong field: only its beginning is kept. */
    private static String hidden(String login) {
        return login.length() <= SHOWN ? "…" : login.substring(0, SHOWN) + "…";
    }
}
