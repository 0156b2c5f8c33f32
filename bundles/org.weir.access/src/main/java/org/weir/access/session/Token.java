package org.weir.access.session;

import java.security.SecureRandom;
import java.util.Base64;
import org.weir.access.audit.Sha256;

/** What the cookie carries: 256 random bits. The database knows only {@link #hash()}; {@link #csrf()} follows from it. */
record Token(String value) {
    private static final int LENGTH = 43;
    private static final SecureRandom RANDOM = new SecureRandom();

    static Token random() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return new Token(Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Whether it can be one of ours at all. */
    boolean plausible() {
        return value.length() == LENGTH;
    }

    String hash() {
        return Sha256.hex(value);
    }

    String csrf() {
        return Sha256.hex("csrf:" + value);
    }

    @Override
    public String toString() {
        return "Token[…]";
    }
}
