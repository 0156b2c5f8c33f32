package org.weir.access.token;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.IntSupplier;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Actor;
import org.weir.access.api.Tokens;
import org.weir.access.audit.AuditTrail;
import org.weir.access.audit.Plain;
import org.weir.access.memory.Generation;
import org.weir.access.role.Permissions;
import org.weir.access.role.Roles;
import org.weir.access.signin.ChangePassword;
import org.weir.access.user.UserRow;
import org.weir.access.user.UserStore;
import org.weir.base.api.Ids;
import org.weir.base.api.ProblemException;
import org.weir.base.api.ProblemException.At;
import org.weir.base.api.Text;
import org.weir.store.api.Database;

/** Makes, lists and ends tokens. */
public final class AccessTokens implements Tokens {
    private static final int MOST = 50;
    private static final int NAME = 100;
    private static final int PERMISSIONS = 4000;

    private final Database database;
    private final Clock clock;
    private final AuditTrail trail;
    private final Generation generation;
    private final ChangePassword passwords;
    private final IntSupplier longestDays;
    private final TokenStore store = new TokenStore();
    private final UserStore users = new UserStore();

    /** @param longestDays 0 for ever */
    public AccessTokens(
            Database database,
            Clock clock,
            AuditTrail trail,
            Generation generation,
            ChangePassword passwords,
            IntSupplier longestDays) {
        this.database = database;
        this.clock = clock;
        this.trail = trail;
        this.generation = generation;
        this.passwords = passwords;
        this.longestDays = longestDays;
    }

    @Override
    public List<Token> own(UUID user) {
        return database.read(h -> store.of(h, user));
    }

    @Override
    public Made make(UUID user, Wanted wanted, String present) {
        check(wanted);
        passwords.confirm(user, present);
        return database.write(handle -> {
            UserRow row = users.byId(handle, user).filter(UserRow::active).orElseThrow(ProblemException::notFound);
            Made made = insert(handle, user, wanted);
            trail.note(user, row.login(), "token.made", told(made.token()), "");
            return made;
        });
    }

    @Override
    public void revoke(UUID user, UUID token) {
        database.write(handle -> {
            store.delete(handle, user, token).ifPresent(ended -> {
                generation.moveOn();
                String login = users.byId(handle, user).map(UserRow::login).orElse("");
                trail.note(user, login, "token.revoked", BearerSignIn.named(ended), "");
            });
            return token;
        });
    }

    @Override
    public List<Token> of(Actor by, UUID user) {
        Permissions.requireAdminister(by, trail);
        return own(user);
    }

    @Override
    public Made makeFor(Actor by, UUID service, Wanted wanted) {
        Permissions.requireAdminister(by, trail);
        check(wanted);
        return database.write(handle -> {
            UserRow row = users.byId(handle, service).filter(UserRow::service).orElseThrow(ProblemException::notFound);
            Made made = insert(handle, service, wanted);
            trail.note(by, "token.made", row.login() + ": " + told(made.token()), "");
            return made;
        });
    }

    @Override
    public void revoke(Actor by, UUID user, UUID token) {
        Permissions.requireAdminister(by, trail);
        database.write(handle -> {
            store.delete(handle, user, token).ifPresent(ended -> {
                generation.moveOn();
                String login = users.byId(handle, user).map(UserRow::login).orElse("");
                trail.note(by, "token.revoked", login + ": " + BearerSignIn.named(ended), "");
            });
            return token;
        });
    }

    @Override
    public int longestDays() {
        return longestDays.getAsInt();
    }

    private Made insert(Handle handle, UUID user, Wanted wanted) {
        users.lock(handle, user);
        if (store.of(handle, user).size() >= MOST) {
            throw ProblemException.conflict(Text.of("access.token.too-many", MOST));
        }
        Secret secret = Secret.random();
        Instant now = clock.instant().truncatedTo(ChronoUnit.MICROS);
        Token token = new Token(
                Ids.next(),
                wanted.name().strip(),
                secret.ending(),
                wanted.readOnly(),
                new TreeSet<>(wanted.permissions()),
                now,
                end(now, wanted.days()),
                null,
                "");
        store.insert(handle, new TokenStore.Row(user, secret.hash(), token));
        return new Made(secret.value(), token);
    }

    private @Nullable Instant end(Instant now, @Nullable Integer days) {
        int longest = longestDays.getAsInt();
        int held = days == null ? longest : days;
        return held == 0 ? null : now.plus(Duration.ofDays(held));
    }

    private void check(Wanted wanted) {
        List<At> wrong = new ArrayList<>();
        String name = wanted.name().strip();
        if (name.isEmpty() || !Plain.line(name, NAME).equals(name)) {
            wrong.add(new At("name", Text.of("access.field.length", 1, NAME)));
        }
        Integer days = wanted.days();
        int longest = longestDays.getAsInt();
        int most = longest == 0 ? 3660 : longest;
        if (days != null && (days < 1 || days > most)) {
            wrong.add(new At("days", Text.of("access.token.days", most)));
        }
        Set<String> permissions = wanted.permissions();
        permissions.stream()
                .filter(p -> !Roles.isPermission(p))
                .findFirst()
                .ifPresent(p ->
                        wrong.add(new At("permissions", Text.of("access.role.permission-format", Plain.line(p, 120)))));
        if (String.join(" ", permissions).length() > PERMISSIONS) {
            wrong.add(new At("permissions", Text.of("access.token.permissions")));
        }
        if (!wrong.isEmpty()) {
            throw ProblemException.invalid(wrong);
        }
    }

    private static String told(Token token) {
        return BearerSignIn.named(token) + (token.readOnly() ? "; read only" : "")
                + (token.permissions().isEmpty() ? "" : "; only " + String.join(" ", token.permissions()))
                + "; until " + (token.expiresAt() == null ? "revoked" : token.expiresAt());
    }
}
