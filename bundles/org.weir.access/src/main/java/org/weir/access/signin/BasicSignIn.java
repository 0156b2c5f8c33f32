package org.weir.access.signin;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.weir.access.api.Actor;
import org.weir.access.audit.AuditTrail;
import org.weir.access.memory.Fresh;
import org.weir.access.memory.Generation;
import org.weir.access.user.Accounts;
import org.weir.access.user.Accounts.Account;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.store.api.Database;

/**
 * API clients that send login and password with every request. What was right is remembered for a minute by a keyed hash
 * that only this process can compute, so that bcrypt is not paid each time; whether the user still is active and the
 * password still the same is asked every time.
 */
public final class BasicSignIn {
    private static final String MAC = "HmacSHA256";
    private static final Duration NOTE_EVERY = Duration.ofHours(1);

    private record Right(UUID user, int credential) {}

    private final Database database;
    private final Verify verify;
    private final Accounts accounts;
    private final AuditTrail trail;
    private final SecretKeySpec secret;
    private final Fresh<String, Right> right;
    private final Fresh<String, Boolean> noted;
    private final Map<String, CompletableFuture<Right>> underWay = new ConcurrentHashMap<>();

    BasicSignIn(
            Database database,
            Clock clock,
            Supplier<Duration> remembered,
            Verify verify,
            Accounts accounts,
            AuditTrail trail) {
        this.database = database;
        this.verify = verify;
        this.accounts = accounts;
        this.trail = trail;
        byte[] key = new byte[32];
        new SecureRandom().nextBytes(key);
        this.secret = new SecretKeySpec(key, MAC);
        Generation own = new Generation(database);
        this.right = new Fresh<>(database, clock, remembered, own);
        this.noted = new Fresh<>(database, clock, NOTE_EVERY, own);
    }

    public Actor actor(String login, String password, String address) {
        String fingerprint = fingerprint(login, password);
        Account account = right.peek(fingerprint)
                .flatMap(known -> accounts.active(known.user()).filter(a -> a.credential() == known.credential()))
                .orElseGet(() -> verified(fingerprint, login, password, address));
        if (account.mustChangePassword()) {
            throw new ProblemException(403, Text.of("access.password.must-change"), List.of());
        }
        if (account.secondFactor() || account.secondFactorDue()) {
            throw new ProblemException(403, Text.of("access.second.basic"), List.of());
        }
        return account.actor();
    }

    private Account verified(String fingerprint, String login, String password, String address) {
        right.forget(fingerprint);
        Right now = together(fingerprint, login, password, address);
        return database.read(h -> accounts.load(h, now.user()))
                .filter(a -> a.credential() == now.credential())
                .orElseThrow(Verify::wrong);
    }

    /** Requests that arrive together with the same words are checked once. */
    private Right together(String fingerprint, String login, String password, String address) {
        CompletableFuture<Right> mine = new CompletableFuture<>();
        CompletableFuture<Right> first = underWay.putIfAbsent(fingerprint, mine);
        if (first != null) {
            return result(first);
        }
        try {
            mine.complete(right.get(fingerprint, f -> Optional.of(check(login, password, address)))
                    .orElseThrow());
        } catch (RuntimeException e) {
            mine.completeExceptionally(e);
        } finally {
            underWay.remove(fingerprint);
        }
        return result(mine);
    }

    private static Right result(CompletableFuture<Right> check) {
        try {
            return check.join();
        } catch (CompletionException e) {
            if (e.getCause() instanceof RuntimeException cause) {
                throw cause;
            }
            throw e;
        }
    }

    private Right check(String login, String password, String address) {
        Verify.Verified verified = verify.check("basic", login, password, address);
        database.write(handle -> {
            verify.accept(handle, verified);
            return verified;
        });
        UUID user = verified.user().id();
        noted.get(user + " " + address, key -> {
            trail.note(user, verified.user().login(), "basic.ok", "", address);
            return Optional.of(true);
        });
        return new Right(user, verified.user().credential());
    }

    private String fingerprint(String login, String password) {
        try {
            Mac mac = Mac.getInstance(MAC);
            mac.init(secret);
            byte[] name = login.getBytes(StandardCharsets.UTF_8);
            mac.update((name.length + ":").getBytes(StandardCharsets.US_ASCII));
            mac.update(name);
            return HexFormat.of().formatHex(mac.doFinal(password.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
