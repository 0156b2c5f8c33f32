package org.weir.access.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weir.access.api.Access.Bearer;
import org.weir.access.api.Actor;
import org.weir.access.api.Tokens.Token;
import org.weir.access.audit.AuditTrail;
import org.weir.access.audit.Plain;
import org.weir.access.memory.Fresh;
import org.weir.access.memory.Generation;
import org.weir.access.user.Accounts;
import org.weir.access.user.Accounts.Account;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.store.api.Database;

/** Programs that send a token with every request. What was read is remembered for a few seconds, its use noted by the minute. */
public final class BearerSignIn {
    private static final Logger LOG = LoggerFactory.getLogger(BearerSignIn.class);
    private static final Duration TOUCH_EVERY = Duration.ofMinutes(1);
    private static final Duration NOTE_EVERY = Duration.ofHours(1);
    private static final int ADDRESS = 100;

    private final Database database;
    private final Clock clock;
    private final Accounts accounts;
    private final AuditTrail trail;
    private final TokenStore store = new TokenStore();
    private final Fresh<String, TokenStore.Row> fresh;
    private final Fresh<String, Boolean> noted;

    public BearerSignIn(
            Database database,
            Clock clock,
            Duration remembered,
            Accounts accounts,
            AuditTrail trail,
            Generation generation) {
        this.database = database;
        this.clock = clock;
        this.accounts = accounts;
        this.trail = trail;
        this.fresh = new Fresh<>(database, clock, remembered, generation);
        this.noted = new Fresh<>(database, clock, NOTE_EVERY, new Generation(database));
    }

    /** @throws ProblemException 401, or 403 while the user must change the password first */
    public Bearer find(String value, String remoteAddress) {
        String address = Plain.line(remoteAddress, ADDRESS);
        Secret secret = new Secret(value);
        TokenStore.Row row = secret.plausible()
                ? fresh.get(secret.hash(), hash -> load(hash, address)).orElse(null)
                : null;
        if (row == null) {
            throw refused(null, "", "unknown", address);
        }
        Token token = row.token();
        Instant end = token.expiresAt();
        if (end != null && !clock.instant().isBefore(end)) {
            throw refused(row.user(), token.name(), "expired", address);
        }
        Account account = accounts.active(row.user())
                .orElseThrow(() -> refused(row.user(), token.name(), "user not active", address));
        if (account.mustChangePassword()) {
            throw new ProblemException(403, Text.of("access.password.must-change"), List.of());
        }
        noteOnce(
                token.id() + " " + address,
                () -> trail.note(row.user(), account.actor().login(), "token.used", named(token), address));
        return new Bearer(token.id(), limited(account.actor(), token), token.readOnly());
    }

    private static Actor limited(Actor actor, Token token) {
        if (token.permissions().isEmpty() && !token.readOnly()) {
            return actor;
        }
        return new Actor(
                actor.user(),
                actor.login(),
                actor.name(),
                actor.locale(),
                actor.zone(),
                actor.ownTeam(),
                actor.teams(),
                actor.regions(),
                Limit.of(actor.grants(), token.permissions(), token.readOnly()));
    }

    private Optional<TokenStore.Row> load(String hash, String address) {
        Optional<TokenStore.Row> found = database.read(h -> store.byHash(h, hash));
        found.map(TokenStore.Row::token).ifPresent(token -> touch(token, address));
        return found;
    }

    /** A database that takes no writes just now must not shut programs out. */
    private void touch(Token token, String address) {
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Instant last = token.lastUsedAt();
        if (last != null && now.isBefore(last.plus(TOUCH_EVERY))) {
            return;
        }
        try {
            database.write(h -> {
                store.touch(h, token.id(), now, address);
                return token;
            });
        } catch (ProblemException refused) {
            LOG.warn("The use of a token could not be noted: {}", refused.getMessage());
        }
    }

    private ProblemException refused(@Nullable UUID user, String name, String why, String address) {
        noteOnce(
                "refused " + user + " " + why + " " + address,
                () -> trail.note(
                        user, "", "token.refused", name.isEmpty() ? why : "\"" + name + "\": " + why, address));
        return new ProblemException(401, Text.of("access.token.refused"), List.of());
    }

    private void noteOnce(String key, Runnable note) {
        try {
            noted.get(key, k -> {
                note.run();
                return Optional.of(true);
            });
        } catch (ProblemException refused) {
            LOG.warn("The use of a token could not be noted in the trail: {}", refused.getMessage());
        }
    }

    static String named(Token token) {
        return "\"" + token.name() + "\" …" + token.ending();
    }
}
