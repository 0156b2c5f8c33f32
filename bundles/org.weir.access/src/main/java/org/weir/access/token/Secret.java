package org.weir.access.token;

import java.security.SecureRandom;
import java.util.Base64;
import org.weir.access.audit.Sha256;

/** What a program sends: {@code weir_} and 256 random bits. So much chance needs no slow hash; it is looked up by a fast one. */
record Secret(String value) {
    private static final String PREFIX = "weir_";
    private static final int LENGTH = PREFIX.length() + 43;
    private static final int ENDING = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    static Secret random() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return new Secret(PREFIX + Base64.getUrlEncoder().withoutPadding().encodeToString(bytes));
    }

    /** Whether it can be one of ours at all. */
    boolean plausible() {
        return value.length() == LENGTH && value.startsWith(PREFIX);
    }

    String hash() {
        return Sha256.hex(value);
    }

    String ending() {
        return value.substring(value.length() - ENDING);
    }

    @Override
    public String toString() {
        return "Secret[…]";
    }
}
