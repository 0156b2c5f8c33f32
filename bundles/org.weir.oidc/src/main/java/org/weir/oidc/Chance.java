package org.weir.oidc;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;

/** Values that nobody guesses, and what is stored or sent in their place. */
final class Chance {
    private static final SecureRandom RANDOM = new SecureRandom();

    private Chance() {}

    /** 256 random bits in 43 characters. */
    static String value() {
        byte[] bytes = new byte[32];
        RANDOM.nextBytes(bytes);
        return encoded(bytes);
    }

    /** SHA-256, hexadecimal. */
    static String hash(String value) {
        return HexFormat.of().formatHex(sha256(value));
    }

    /** The code challenge of a verifier, S256. */
    static String challenge(String verifier) {
        return encoded(sha256(verifier));
    }

    private static String encoded(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    private static byte[] sha256(String value) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(value.getBytes(StandardCharsets.UTF_8));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
