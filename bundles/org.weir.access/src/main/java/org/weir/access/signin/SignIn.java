package org.weir.access.signin;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.weir.access.api.Access.SignedIn;
import org.weir.access.api.Access.Step;
import org.weir.access.audit.AuditTrail;
import org.weir.access.audit.Sha256;
import org.weir.access.password.Passwords;
import org.weir.access.second.Authenticators.Kind;
import org.weir.access.session.Sessions;
import org.weir.access.session.Sessions.Method;
import org.weir.access.user.Accounts;
import org.weir.access.user.Accounts.Account;
import org.weir.access.user.UserStore;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.store.api.Database;

/** Opens a session for who knows the password, and ends it. */
public final class SignIn {
    private static final Duration CHALLENGE = Duration.ofMinutes(5);
    private static final int TRIES = 5;

    /** What is needed besides the database. */
    record Around(Verify verify, Sessions sessions, Accounts accounts, CheckCode check) {}

    private final Database database;
    private final Clock clock;
    private final AuditTrail trail;
    private final Around around;
    private final UserStore users = new UserStore();
    private final SecondStepStore steps = new SecondStepStore();

    SignIn(Database database, Clock clock, AuditTrail trail, Around around) {
        this.database = database;
        this.clock = clock;
        this.trail = trail;
        this.around = around;
    }

    public SignedIn open(String login, String password, String address, String userAgent) {
        if (enter(login, password, address, userAgent) instanceof Step.Open open) {
            return open.signedIn();
        }
        throw new ProblemException(401, Text.of("access.second.asked"), List.of());
    }

    public Step enter(String login, String password, String address, String userAgent) {
        Verify.Verified verified = around.verify().check("sign-in", login, password, address);
        return database.write(handle -> {
            around.verify().accept(handle, verified);
            Account account =
                    around.accounts().load(handle, verified.user().id()).orElseThrow(Verify::wrong);
            return account.secondFactor()
                    ? new Step.Asked(ask(handle, account))
                    : new Step.Open(begin(handle, account, Method.PASSWORD, address, userAgent));
        });
    }

    private String ask(Handle handle, Account account) {
        String challenge = Passwords.random() + Passwords.random();
        var row = new SecondStepStore.Row(Sha256.hex(challenge), account.actor().user(), account.credential());
        steps.insert(handle, row, now().plus(CHALLENGE));
        return challenge;
    }

    public SignedIn code(String challenge, String code, String address, String userAgent) {
        String hash = Sha256.hex(challenge);
        SecondStepStore.Row step =
                database.write(h -> steps.tried(h, hash, now(), TRIES)).orElseThrow(SignIn::again);
        Account account = stillTheSame(database.read(h -> around.accounts().load(h, step.user())), step);
        Kind kind = around.check()
                .check(step.user(), account.actor().login(), code, address)
                .orElseThrow(() -> ProblemException.invalid("code", Text.of("access.second.wrong")));
        return database.write(handle -> {
            if (steps.delete(handle, hash) == 0) {
                throw again();
            }
            Account now = stillTheSame(around.accounts().load(handle, step.user()), step);
            Method method = kind == Kind.CODE ? Method.CODE : Method.RECOVERY;
            return begin(handle, now, method, address, userAgent);
        });
    }

    /** For somebody whom another bundle has made sure of. */
    public SignedIn admit(UUID user, String how, String address, String userAgent) {
        return database.write(handle -> {
            users.lock(handle, user);
            Account account = users.byId(handle, user)
                    .filter(row -> row.active() && !row.service())
                    .flatMap(row -> around.accounts().load(handle, row.id()))
                    .orElseThrow(Verify::wrong);
            SignedIn opened = around.sessions().open(handle, account, Method.OIDC, address, userAgent);
            trail.note(
                    account.actor(), "sign-in.ok", "session " + opened.session().id() + " by " + how, address);
            return opened;
        });
    }

    private SignedIn begin(Handle handle, Account account, Method method, String address, String userAgent) {
        SignedIn opened = around.sessions().open(handle, account, method, address, userAgent);
        String detail =
                "session " + opened.session().id() + " by " + method.name().toLowerCase(Locale.ROOT);
        trail.note(account.actor(), "sign-in.ok", detail, address);
        return opened;
    }

    private static Account stillTheSame(Optional<Account> account, SecondStepStore.Row step) {
        return account.filter(a -> a.credential() == step.credential()).orElseThrow(SignIn::again);
    }

    private static ProblemException again() {
        return new ProblemException(401, Text.of("access.second.again"), List.of());
    }

    int sweep() {
        return database.write(h -> steps.deleteBefore(h, now()));
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }

    public void out(String token) {
        database.write(handle -> {
            Optional<UUID> user = around.sessions().end(token);
            user.flatMap(id -> around.accounts().load(handle, id))
                    .ifPresent(account -> trail.note(account.actor(), "sign-out", "", ""));
            return user;
        });
    }
}
