package org.weir.access.second;

import java.security.SecureRandom;
import java.util.Locale;
import java.util.Optional;
import org.weir.access.audit.Sha256;

/** A code for when the authenticator is lost: 120 random bits in six groups of four, so that a fast hash will do. Each counts once. */
final class RecoveryCode {
    private static final int BYTES = 15;
    private static final int LENGTH = 24;
    private static final int GROUP = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private RecoveryCode() {}

    static String random() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        String plain = Base32.encode(bytes).toLowerCase(Locale.ROOT);
        StringBuilder result = new StringBuilder();
        for (int i = 0; i < LENGTH; i += GROUP) {
            result.append(i == 0 ? "" : "-").append(plain, i, i + GROUP);
        }
        return result.toString();
    }

    /** The hash of what somebody typed, if it has the shape of one; dashes, blanks and case do not matter. */
    static Optional<String> hash(String typed) {
        String plain = typed.replaceAll("[-\\s]", "").toLowerCase(Locale.ROOT);
        return plain.length() == LENGTH ? Optional.of(Sha256.hex("recovery:" + plain)) : Optional.empty();
    }
}
