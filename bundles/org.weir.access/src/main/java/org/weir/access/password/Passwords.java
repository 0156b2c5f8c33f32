package org.weir.access.password;

import at.favre.lib.crypto.bcrypt.BCrypt;
import at.favre.lib.crypto.bcrypt.LongPasswordStrategies;
import at.favre.lib.crypto.bcrypt.LongPasswordStrategy;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.function.IntSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;

/**
 * Hashes with bcrypt; longer passwords than bcrypt reads (72 bytes) are condensed with SHA-512 first. Few at a time, so that
 * a flood of tries does not take every processor.
 */
public final class Passwords {
    /** Longer than any person's; what is longer is wrong without being read. */
    static final int MOST = 1000;

    private static final BCrypt.Version VERSION = BCrypt.Version.VERSION_2B;
    private static final LongPasswordStrategy LONG = LongPasswordStrategies.hashSha512(VERSION);
    /** Salt and hash that belong to nothing; checked against for as long as any other. */
    private static final String NOBODYS = "Weir.Weir.Weir.Weir.Wu" + "9d8yzXoQ1Zk6XkqgG0m5h3dWnJ2Vt7S";

    private static final SecureRandom RANDOM = new SecureRandom();
    private static final int WAIT_SECONDS = 10;

    private final IntSupplier cost;
    private final Semaphore atOnce =
            new Semaphore(Math.max(2, Runtime.getRuntime().availableProcessors()), true);

    /** @param cost bcrypt's: the logarithm of the number of rounds, 4 to 31 */
    public Passwords(IntSupplier cost) {
        this.cost = cost;
    }

    /** 120 random bits in 20 characters. */
    public static String random() {
        byte[] bytes = new byte[15];
        RANDOM.nextBytes(bytes);
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(bytes)
                .replace('-', '+')
                .replace('_', '=');
    }

    public String hash(String password) {
        return limited(() -> BCrypt.with(VERSION, RANDOM, LONG).hashToString(cost.getAsInt(), password.toCharArray()));
    }

    /** @param hash null takes as long as any other and does not match */
    public boolean matches(String password, @Nullable String hash) {
        boolean readable = password.length() <= MOST;
        String read = readable ? password : password.substring(0, MOST);
        String against = hash == null ? prefix() + NOBODYS : hash;
        boolean same = limited(
                () -> BCrypt.verifyer(VERSION, LONG).verify(read.toCharArray(), against.toCharArray()).verified);
        return same && readable && hash != null;
    }

    /** Whether the hash was made at another cost than today's. */
    public boolean isOutdated(String hash) {
        return !hash.startsWith(prefix());
    }

    private String prefix() {
        return "$2b$%02d$".formatted(cost.getAsInt());
    }

    private <T> T limited(Supplier<T> work) {
        try {
            if (!atOnce.tryAcquire(WAIT_SECONDS, TimeUnit.SECONDS)) {
                throw new ProblemException(503, Text.of("access.sign-in.busy"), List.of());
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new ProblemException(503, Text.of("access.sign-in.busy"), List.of());
        }
        try {
            return work.get();
        } finally {
            atOnce.release();
        }
    }
}
