package org.weir.access.audit;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Access.AuditEntry;

/** An entry at its place in the chain. */
record Entry(long seq, AuditEntry content, String previousHash, String hash) {

    static Entry after(long seq, String previousHash, AuditEntry content) {
        return new Entry(seq, content, previousHash, hash(seq, previousHash, content));
    }

    boolean follows(long lastSeq, String lastHash) {
        return seq == lastSeq + 1 && previousHash.equals(lastHash) && hash.equals(hash(seq, previousHash, content));
    }

    /** SHA-256, hexadecimal, over the previous hash and every field, each preceded by its length. */
    private static String hash(long seq, String previousHash, AuditEntry e) {
        MessageDigest digest = Sha256.digest();
        for (String part : new String[] {
            previousHash,
            Long.toString(seq),
            e.id().toString(),
            micros(e.at()),
            text(e.user()),
            e.login(),
            e.action(),
            e.detail(),
            e.address()
        }) {
            byte[] bytes = part.getBytes(StandardCharsets.UTF_8);
            digest.update((bytes.length + ":").getBytes(StandardCharsets.US_ASCII));
            digest.update(bytes);
        }
        return Sha256.hex(digest.digest());
    }

    private static String micros(Instant at) {
        return at.getEpochSecond() + "." + at.getNano() / 1000;
    }

    private static String text(@Nullable UUID id) {
        return id == null ? "" : id.toString();
    }
}
