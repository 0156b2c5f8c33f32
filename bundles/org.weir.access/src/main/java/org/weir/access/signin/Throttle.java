package org.weir.access.signin;

import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.JdbiException;
import org.weir.access.audit.Sha256;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.store.api.Database;

/**
 * Makes guessing slow: after some free failures by login and by address each further one doubles the wait, up to a longest.
 * Nothing is locked for good, and old failures are forgotten. A try counts as failed until it has {@link #passed}, so many
 * at the same time gain nothing.
 */
final class Throttle {
    private static final Duration FORGET = Duration.ofHours(2);
    private static final int INSERT_TRIES = 5;

    /** @param perLogin @param perAddress failures that are free; @param longest the longest wait */
    record Limits(int perLogin, int perAddress, Duration longest) {}

    /** @param forgiven whether success forgets all earlier failures, or only does not add one */
    record Key(String kind, String subject, int free, boolean forgiven) {}

    /** A refusal, and for which key. */
    private static final class Blocked extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient Key key;
        private final transient Instant until;

        Blocked(Key key, Instant until) {
            super(null, null, false, false);
            this.key = key;
            this.until = until;
        }
    }

    private final Database database;
    private final Clock clock;
    private final Supplier<Limits> limits;
    private final ThrottleStore store = new ThrottleStore();

    Throttle(Database database, Clock clock, Supplier<Limits> limits) {
        this.database = database;
        this.clock = clock;
        this.limits = limits;
    }

    /** @param known whether this login has succeeded from this address: strangers' failures elsewhere then do not count */
    List<Key> signIn(String login, String address, boolean known) {
        List<Key> keys = new ArrayList<>();
        String subject = known ? login + " " + address : login;
        keys.add(new Key(
                known ? "here" : "login", Sha256.hex(subject), limits.get().perLogin(), true));
        if (!address.isEmpty()) {
            keys.add(new Key("address", Sha256.hex(address), limits.get().perAddress(), false));
        }
        return keys;
    }

    List<Key> passwordChange(UUID user) {
        return List.of(
                new Key("change", Sha256.hex(user.toString()), limits.get().perLogin(), true));
    }

    List<Key> code(UUID user) {
        return List.of(new Key("code", Sha256.hex(user.toString()), limits.get().perLogin(), true));
    }

    /**
     * Lets the try through and counts it.
     *
     * @param refused is told of the first refusal of each wait
     * @throws ProblemException 429, the seconds to wait as the text's argument
     */
    void admit(List<Key> keys, Runnable refused) {
        try {
            admit(keys, INSERT_TRIES);
        } catch (Blocked blocked) {
            Instant until = blocked.until;
            if (database.write(h -> store.noteOnce(h, blocked.key, until))) {
                refused.run();
            }
            long seconds =
                    Math.max(1, Duration.between(now(), until).plusMillis(999).toSeconds());
            throw new ProblemException(429, Text.of("access.sign-in.throttled", seconds), List.of());
        }
    }

    /** The first failures of a key at the same moment meet in the insert: all but one begin again. */
    private void admit(List<Key> keys, int tries) {
        try {
            database.write(handle -> {
                for (Key key : keys) {
                    count(handle, key);
                }
                return keys;
            });
        } catch (JdbiException e) {
            if (tries <= 1 || !isDuplicate(e)) {
                throw e;
            }
            admit(keys, tries - 1);
        }
    }

    private void count(Handle handle, Key key) {
        Instant now = now();
        store.lockOrInsert(handle, key, now);
        ThrottleStore.Row row = store.get(handle, key);
        Instant blocked = row.blockedUntil();
        // a wait that is longer than the longest comes from a clock that was set back since
        if (blocked != null
                && now.isBefore(blocked)
                && !blocked.isAfter(now.plus(limits.get().longest()))) {
            throw new Blocked(key, blocked);
        }
        int failures = row.lastAt().plus(FORGET).isBefore(now) ? 1 : row.failures() + 1;
        store.set(
                handle,
                key,
                failures,
                now,
                wait(failures - key.free()).map(now::plus).orElse(null));
    }

    /** 1, 2, 4 … seconds. */
    private Optional<Duration> wait(int over) {
        if (over <= 0) {
            return Optional.empty();
        }
        Duration doubled = Duration.ofSeconds(1L << Math.min(over - 1, 30));
        Duration longest = limits.get().longest();
        return Optional.of(doubled.compareTo(longest) > 0 ? longest : doubled);
    }

    void passed(Handle handle, List<Key> keys) {
        for (Key key : keys) {
            if (key.forgiven()) {
                store.forget(handle, key);
            } else {
                store.takeBack(handle, key);
            }
        }
    }

    int sweep() {
        return database.write(h -> store.deleteBefore(h, now().minus(FORGET)));
    }

    private static boolean isDuplicate(JdbiException e) {
        return e.getCause() instanceof SQLException sql
                && sql.getSQLState() != null
                && sql.getSQLState().startsWith("23");
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
