package org.weir.access.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weir.access.api.Access.OpenSession;
import org.weir.access.api.Access.Session;
import org.weir.access.api.Access.SignedIn;
import org.weir.access.audit.Plain;
import org.weir.access.memory.Fresh;
import org.weir.access.memory.Generation;
import org.weir.access.user.Accounts;
import org.weir.access.user.Accounts.Account;
import org.weir.base.api.Ids;
import org.weir.base.api.ProblemException;
import org.weir.store.api.Database;

/** Opens, finds and ends sessions. */
public final class Sessions {
    private static final Logger LOG = LoggerFactory.getLogger(Sessions.class);
    /** A user's sessions beyond this end, the longest unused first. */
    private static final int MOST_OF_ONE = 100;

    private static final Duration TOUCH_EVERY = Duration.ofMinutes(1);

    private static final String OIDC = "oidc";

    /** How a session was opened. */
    public enum Method {
        PASSWORD,
        CODE,
        RECOVERY,
        OIDC
    }

    /** @param idle how long a session lives unused; @param absolute how long it lives at most */
    public record Lifetime(Duration idle, Duration absolute) {}

    private final Database database;
    private final Clock clock;
    private final Supplier<Lifetime> lifetime;
    private final Accounts accounts;
    private final Generation generation;
    private final SessionStore store = new SessionStore();
    private final Fresh<String, SessionStore.Row> fresh;

    public Sessions(
            Database database,
            Clock clock,
            Supplier<Lifetime> lifetime,
            Duration remembered,
            Accounts accounts,
            Generation generation) {
        this.database = database;
        this.clock = clock;
        this.lifetime = lifetime;
        this.accounts = accounts;
        this.generation = generation;
        this.fresh = new Fresh<>(database, clock, remembered, generation);
    }

    /** A new session with a new token, whatever the browser had before. */
    public SignedIn open(Handle handle, Account account, Method method, String address, String userAgent) {
        Token token = Token.random();
        Instant now = now();
        var row = new SessionStore.Row(
                Ids.next(),
                token.hash(),
                account.actor().user(),
                now,
                now.plus(lifetime.get().absolute()),
                method.name().toLowerCase(Locale.ROOT));
        store.insert(handle, row, Plain.line(address, 100), Plain.line(userAgent, 300));
        if (store.deleteBeyond(handle, row.user(), MOST_OF_ONE) > 0) {
            generation.moveOn();
        }
        return new SignedIn(token.value(), session(token, row, account));
    }

    public Optional<Session> find(String value) {
        Token token = new Token(value);
        if (!token.plausible()) {
            return Optional.empty();
        }
        return fresh.get(token.hash(), this::load).filter(this::alive).flatMap(row -> accounts.active(row.user())
                .map(account -> session(token, row, account)));
    }

    /** Whose session it was, if there was one. */
    public Optional<UUID> end(String value) {
        Token token = new Token(value);
        if (!token.plausible()) {
            return Optional.empty();
        }
        return database.write(handle -> {
            Optional<SessionStore.Row> row = store.byHash(handle, token.hash());
            row.ifPresent(r -> {
                store.delete(handle, r.user(), r.id());
                generation.moveOn();
            });
            return row.map(SessionStore.Row::user);
        });
    }

    public boolean end(Handle handle, UUID user, UUID session) {
        generation.moveOn();
        return store.delete(handle, user, session) > 0;
    }

    /** @param except goes on; null ends all */
    public int endAll(Handle handle, UUID user, @Nullable UUID except) {
        generation.moveOn();
        return store.deleteOf(handle, user, except);
    }

    public List<OpenSession> openOf(UUID user) {
        Instant now = now();
        return database.read(
                h -> store.openOf(h, user, now, now.minus(lifetime.get().idle())));
    }

    /** Removes what has run out. */
    public int sweep() {
        Instant now = now();
        return database.write(
                h -> store.deleteOver(h, now, now.minus(lifetime.get().idle())));
    }

    private Optional<SessionStore.Row> load(String hash) {
        Optional<SessionStore.Row> row =
                database.read(h -> store.byHash(h, hash)).filter(this::alive);
        return row.map(this::touched);
    }

    private boolean alive(SessionStore.Row row) {
        Instant now = now();
        return now.isBefore(row.expiresAt())
                && now.isBefore(row.lastSeenAt().plus(lifetime.get().idle()));
    }

    /** Keeps the session from growing idle; a database that takes no writes just now must not shut people out. */
    private SessionStore.Row touched(SessionStore.Row row) {
        Instant now = now();
        if (now.isBefore(row.lastSeenAt().plus(TOUCH_EVERY))) {
            return row;
        }
        try {
            database.write(h -> {
                store.touch(h, row.id(), now);
                return row;
            });
            return new SessionStore.Row(row.id(), row.tokenHash(), row.user(), now, row.expiresAt(), row.method());
        } catch (ProblemException refused) {
            LOG.warn("The use of a session could not be noted: {}", refused.getMessage());
            return row;
        }
    }

    private Session session(Token token, SessionStore.Row row, Account account) {
        Instant idleEnd = row.lastSeenAt().plus(lifetime.get().idle());
        Instant end = idleEnd.isBefore(row.expiresAt()) ? idleEnd : row.expiresAt();
        boolean elsewhere = row.method().equals(OIDC);
        return new Session(
                row.id(),
                account.actor(),
                token.csrf(),
                account.theme(),
                account.mustChangePassword() && !elsewhere,
                account.secondFactorDue() && !elsewhere,
                end);
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
