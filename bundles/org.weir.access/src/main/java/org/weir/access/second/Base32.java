package org.weir.access.second;

/** Base32 of RFC 4648 without padding, as authenticators read it. */
public final class Base32 {
    private static final String DIGITS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private static final int BITS = 5;

    private Base32() {}

    public static String encode(byte[] bytes) {
        StringBuilder result = new StringBuilder();
        int held = 0;
        int bits = 0;
        for (byte each : bytes) {
            held = held << 8 | each & 0xff;
            bits += 8;
            while (bits >= BITS) {
                bits -= BITS;
                result.append(DIGITS.charAt(held >> bits & 31));
            }
        }
        if (bits > 0) {
            result.append(DIGITS.charAt(held << BITS - bits & 31));
        }
        return result.toString();
    }

    /** @throws IllegalArgumentException when it is none */
    public static byte[] decode(String text) {
        byte[] result = new byte[text.length() * BITS / 8];
        int held = 0;
        int bits = 0;
        int at = 0;
        for (char each : text.toCharArray()) {
            int digit = DIGITS.indexOf(each);
            if (digit < 0) {
                throw new IllegalArgumentException("no Base32");
            }
            held = held << BITS | digit;
            bits += BITS;
            if (bits >= 8) {
                bits -= 8;
                result[at++] = (byte) (held >> bits);
            }
        }
        return result;
    }
}
