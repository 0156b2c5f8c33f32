package org.weir.store.archive;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Counts rows and adds up their hashes: the same for the same rows in any order. */
final class Sum {
    private final MessageDigest digest = sha256();
    private long rows;
    private long high;
    private long low;

    void add(String row) {
        ByteBuffer hash = ByteBuffer.wrap(digest.digest(row.getBytes(StandardCharsets.UTF_8)));
        rows++;
        high += hash.getLong();
        low += hash.getLong();
    }

    long rows() {
        return rows;
    }

    String hex() {
        return HexFormat.of().toHexDigits(high) + HexFormat.of().toHexDigits(low);
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}
