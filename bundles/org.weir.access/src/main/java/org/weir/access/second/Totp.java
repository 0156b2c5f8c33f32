package org.weir.access.second;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.Locale;
import java.util.OptionalLong;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Codes that change with time, RFC 6238: HMAC-SHA-1, six digits, 30 seconds, as every authenticator makes them. */
public final class Totp {
    private static final int SECONDS = 30;
    private static final int DIGITS = 6;
    private static final int BYTES = 20;
    /** A clock may be this many steps behind or ahead. */
    private static final int DRIFT = 1;

    private static final SecureRandom RANDOM = new SecureRandom();

    private Totp() {}

    /** 160 random bits in Base32. */
    static String secret() {
        byte[] bytes = new byte[BYTES];
        RANDOM.nextBytes(bytes);
        return Base32.encode(bytes);
    }

    /** The time step at which the code was right, if it was at any near now and later than the last one taken. */
    static OptionalLong step(String secret, String code, Instant now, long last) {
        byte[] key = Base32.decode(secret);
        long present = Math.floorDiv(now.getEpochSecond(), SECONDS);
        OptionalLong found = OptionalLong.empty();
        for (long step = present - DRIFT; step <= present + DRIFT; step++) {
            boolean same = MessageDigest.isEqual(
                    code(key, step, DIGITS).getBytes(StandardCharsets.US_ASCII), code.getBytes(StandardCharsets.UTF_8));
            if (same && step > last) {
                found = OptionalLong.of(step);
            }
        }
        return found;
    }

    /** The code of a moment, as the authenticator shows it. */
    public static String code(String secret, Instant at) {
        return code(Base32.decode(secret), Math.floorDiv(at.getEpochSecond(), SECONDS), DIGITS);
    }

    static String code(byte[] key, long step, int digits) {
        try {
            Mac mac = Mac.getInstance("HmacSHA1");
            mac.init(new SecretKeySpec(key, "RAW"));
            byte[] hash =
                    mac.doFinal(ByteBuffer.allocate(Long.BYTES).putLong(step).array());
            int offset = hash[hash.length - 1] & 0xf;
            int number = ByteBuffer.wrap(hash, offset, Integer.BYTES).getInt() & 0x7fffffff;
            int most = 1;
            for (int i = 0; i < digits; i++) {
                most *= 10;
            }
            return String.format(Locale.ROOT, "%0" + digits + "d", number % most);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What the picture for the authenticator says. */
    static String uri(String secret, String login) {
        return "otpauth://totp/Weir:" + encoded(login) + "?secret=" + secret + "&issuer=Weir";
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }
}
