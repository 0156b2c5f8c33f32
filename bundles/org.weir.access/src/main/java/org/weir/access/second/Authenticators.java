package org.weir.access.second;

import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.stream.Stream;
import org.jdbi.v3.core.Handle;
import org.weir.access.user.UserRow;
import org.weir.store.api.Seal;

/** Who has which authenticator, and whether a code is right. Works in the transaction given; who asks also throttles. */
public final class Authenticators {
    private static final int CODES = 10;

    private final Clock clock;
    private final SecondFactorStore store;

    /** @param uri for the picture */
    public record Fresh(String secret, String uri) {}

    /** What kind of code was right. */
    public enum Kind {
        CODE,
        RECOVERY
    }

    public Authenticators(Clock clock, Seal seal) {
        this.clock = clock;
        this.store = new SecondFactorStore(seal);
    }

    /** A new secret, not in force before a code of it was seen. */
    public Fresh begin(Handle handle, UserRow user) {
        String secret = Totp.secret();
        store.replace(handle, user.id(), new SecondFactorStore.Row(secret, 0, now()));
        return new Fresh(secret, Totp.uri(secret, user.login()));
    }

    /** The secret that waits for its first code. */
    public Optional<Fresh> begun(Handle handle, UserRow user) {
        return user.secondFactor()
                ? Optional.empty()
                : store.get(handle, user.id())
                        .map(row -> new Fresh(row.secret(), Totp.uri(row.secret(), user.login())));
    }

    public boolean confirm(Handle handle, UUID user, String code) {
        boolean right = takes(handle, user, code);
        if (right) {
            store.inForce(handle, user, true);
        }
        return right;
    }

    /** New recovery codes; those before count no more. */
    public List<String> newCodes(Handle handle, UUID user) {
        List<String> codes = Stream.generate(RecoveryCode::random).limit(CODES).toList();
        store.replaceCodes(
                handle,
                user,
                codes.stream().map(c -> RecoveryCode.hash(c).orElseThrow()).toList());
        return codes;
    }

    public void remove(Handle handle, UUID user) {
        store.inForce(handle, user, false);
        store.delete(handle, user);
    }

    /** Takes a code of either kind; it does not count again. */
    public Optional<Kind> take(Handle handle, UUID user, String typed) {
        Optional<String> recovery = RecoveryCode.hash(typed);
        if (recovery.isPresent()) {
            return store.useCode(handle, user, recovery.get()) ? Optional.of(Kind.RECOVERY) : Optional.empty();
        }
        return takes(handle, user, typed) ? Optional.of(Kind.CODE) : Optional.empty();
    }

    public Optional<Instant> since(Handle handle, UUID user) {
        return store.get(handle, user).map(SecondFactorStore.Row::since);
    }

    public int codesLeft(Handle handle, UUID user) {
        return store.codesLeft(handle, user);
    }

    private boolean takes(Handle handle, UUID user, String typed) {
        Optional<SecondFactorStore.Row> row = store.get(handle, user);
        if (row.isEmpty()) {
            return false;
        }
        String code = typed.replaceAll("\\s", "");
        OptionalLong step =
                Totp.step(row.get().secret(), code, clock.instant(), row.get().lastStep());
        return step.isPresent() && store.take(handle, user, step.getAsLong());
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
