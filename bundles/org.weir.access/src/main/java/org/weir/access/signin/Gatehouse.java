package org.weir.access.signin;

import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.weir.access.api.SecondFactor;
import org.weir.access.audit.AuditTrail;
import org.weir.access.memory.Generation;
import org.weir.access.password.PasswordRules;
import org.weir.access.password.Passwords;
import org.weir.access.second.Authenticators;
import org.weir.access.session.Sessions;
import org.weir.access.user.Accounts;
import org.weir.store.api.Database;

/** All ways in, put together. */
public final class Gatehouse {
    private static final Duration SWEEP_EVERY = Duration.ofHours(1);
    private static final Duration KNOWN_FOR = Duration.ofDays(90);

    /**
     * @param perLogin @param perAddress failures that are free @param longest the longest wait
     * @param basic how long a right password of an API client is remembered
     */
    public record Limits(int perLogin, int perAddress, Duration longest, Duration basic) {}

    private final Database database;
    private final Clock clock;
    private final Throttle throttle;
    private final Sessions sessions;
    private final AtomicReference<Instant> nextSweep = new AtomicReference<>(Instant.MIN);
    private final SignIn signIn;
    private final BasicSignIn basic;
    private final ChangePassword changePassword;
    private final FirstAdministrator firstAdministrator;
    private final SecondFactor secondFactor;
    private final PasswordLinks passwordLinks;

    /** What the ways in are made of. */
    public record Parts(
            Passwords passwords,
            PasswordRules rules,
            Sessions sessions,
            Accounts accounts,
            AuditTrail trail,
            Generation generation,
            Authenticators authenticators) {}

    public Gatehouse(Database database, Clock clock, Supplier<Limits> limits, Path data, Parts parts) {
        this.database = database;
        this.clock = clock;
        this.sessions = parts.sessions();
        this.throttle = new Throttle(
                database,
                clock,
                () -> new Throttle.Limits(
                        limits.get().perLogin(),
                        limits.get().perAddress(),
                        limits.get().longest()));
        Verify verify = new Verify(database, clock, parts.passwords(), throttle, parts.trail());
        CheckCode check = new CheckCode(database, throttle, parts.authenticators(), parts.trail());
        this.signIn = new SignIn(
                database, clock, parts.trail(), new SignIn.Around(verify, sessions, parts.accounts(), check));
        this.basic =
                new BasicSignIn(database, clock, () -> limits.get().basic(), verify, parts.accounts(), parts.trail());
        this.firstAdministrator = new FirstAdministrator(database, clock, parts.passwords(), parts.trail(), data);
        this.changePassword = new ChangePassword(
                database,
                clock,
                parts.trail(),
                parts.generation(),
                new ChangePassword.Around(parts.passwords(), parts.rules(), throttle, sessions, firstAdministrator));
        this.passwordLinks = new PasswordLinks(
                database,
                clock,
                parts.trail(),
                parts.generation(),
                new PasswordLinks.Around(parts.passwords(), parts.rules(), sessions));
        this.secondFactor = new SecondFactors(
                database,
                parts.trail(),
                parts.generation(),
                new SecondFactors.Around(
                        parts.authenticators(), changePassword, check, throttle, sessions, parts.accounts()));
    }

    public SecondFactor secondFactor() {
        return secondFactor;
    }

    public PasswordLinks passwordLinks() {
        return passwordLinks;
    }

    public SignIn signIn() {
        sweep();
        return signIn;
    }

    public BasicSignIn basic() {
        return basic;
    }

    public ChangePassword changePassword() {
        return changePassword;
    }

    public FirstAdministrator firstAdministrator() {
        return firstAdministrator;
    }

    /** Clears away what has run out, at most once an hour. */
    private void sweep() {
        Instant now = clock.instant();
        Instant due = nextSweep.get();
        if (now.isBefore(due) || !nextSweep.compareAndSet(due, now.plus(SWEEP_EVERY))) {
            return;
        }
        sessions.sweep();
        throttle.sweep();
        signIn.sweep();
        database.write(h -> new KnownAddressStore().deleteBefore(h, now.minus(KNOWN_FOR)));
    }
}
