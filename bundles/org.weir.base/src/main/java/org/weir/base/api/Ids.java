package org.weir.base.api;

import java.security.SecureRandom;
import java.util.UUID;

/** Makes record ids: UUID version 7 (RFC 9562), strictly increasing within one process. */
public final class Ids {
    private static final SecureRandom RANDOM = new SecureRandom();
    private static long lastMillis;
    private static int counter;

    private Ids() {}

    /** The next id: 48 bits of Unix milliseconds, a 12-bit counter within the millisecond, 62 random bits. */
    public static UUID next() {
        return next(System.currentTimeMillis());
    }

    /** A clock that was set back does not matter: ids go on from the highest moment that was seen. */
    static UUID next(long now) {
        long millis;
        int count;
        synchronized (Ids.class) {
            if (now > lastMillis) {
                lastMillis = now;
                counter = RANDOM.nextInt(1 << 8);
            } else if (++counter > 0xfff) {
                lastMillis++;
                counter = 0;
            }
            millis = lastMillis;
            count = counter;
        }
        long high = (millis << 16) | 0x7000L | count;
        long low = (RANDOM.nextLong() & 0x3fff_ffff_ffff_ffffL) | 0x8000_0000_0000_0000L;
        return new UUID(high, low);
    }
}
