package org.weir.store.api;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.function.Supplier;
import javax.crypto.Cipher;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;

/**
 * Keeps secrets that Weir must be able to read again (seeds of second factors, secrets of webhooks, secret settings) from
 * whoever has the database alone: AES-256-GCM with a key that lies outside of it. What is sealed reads {@code
 * sealed:1:KEY:BASE64}; KEY tells which key it was, so that keys can be changed. A sealed value opens at its place only: it
 * cannot be copied to another row or column.
 *
 * <p>A service. A bundle with such a column also offers a {@link SealedColumn}, so that what lay there before, or under an
 * older key, is sealed anew by itself.
 */
public final class Seal {
    private static final String PREFIX = "sealed:1:";
    private static final String CIPHER = "AES/GCM/NoPadding";
    private static final int NONCE = 12;
    private static final int TAG_BITS = 128;
    private static final int KEY_BYTES = 32;
    private static final int ID_BYTES = 4;
    private static final SecureRandom RANDOM = new SecureRandom();

    private final Supplier<List<Key>> keys;

    /** One key and what it is called in what it seals. */
    public static final class Key {
        private final String id;
        private final SecretKeySpec key;

        /** @param octets 32 of them */
        public Key(byte[] octets) {
            if (octets.length != KEY_BYTES) {
                throw new IllegalArgumentException("A key has " + KEY_BYTES + " bytes, not " + octets.length);
            }
            this.id = HexFormat.of().formatHex(sha256(octets), 0, ID_BYTES);
            this.key = new SecretKeySpec(octets, "AES");
        }

        public static byte[] random() {
            byte[] octets = new byte[KEY_BYTES];
            RANDOM.nextBytes(octets);
            return octets;
        }

        /** Eight hexadecimal digits of the key's SHA-256. */
        public String id() {
            return id;
        }
    }

    /** @param keys asked each time; the first seals, all open. Never empty */
    public Seal(Supplier<List<Key>> keys) {
        this.keys = keys;
    }

    /** For tests: with a key that is nowhere else. */
    public static Seal ofRandomKey() {
        List<Key> one = List.of(new Key(Key.random()));
        return new Seal(() -> one);
    }

    /** @param column {@code schema.table.column}; @param row the row's key as text */
    public String seal(String column, String row, String plain) {
        Key key = keys.get().get(0);
        byte[] nonce = new byte[NONCE];
        RANDOM.nextBytes(nonce);
        byte[] sealed =
                run(Cipher.ENCRYPT_MODE, key, nonce, place(column, row), plain.getBytes(StandardCharsets.UTF_8));
        byte[] both = new byte[NONCE + sealed.length];
        System.arraycopy(nonce, 0, both, 0, NONCE);
        System.arraycopy(sealed, 0, both, NONCE, sealed.length);
        return PREFIX + key.id() + ":" + Base64.getEncoder().encodeToString(both);
    }

    /**
     * What was sealed for this place; a value that never was sealed is given as it is.
     *
     * @throws ProblemException 503 when its key is not here, or it was sealed for another place or altered
     */
    public String open(String column, String row, String stored) {
        if (!stored.startsWith(PREFIX)) {
            return stored;
        }
        int colon = stored.indexOf(':', PREFIX.length());
        String id = stored.substring(PREFIX.length(), Math.max(colon, PREFIX.length()));
        Key key =
                keys.get().stream().filter(it -> it.id().equals(id)).findFirst().orElseThrow(() -> closed(column, id));
        try {
            byte[] both = Base64.getDecoder().decode(stored.substring(colon + 1));
            Cipher cipher = cipher(Cipher.DECRYPT_MODE, key, both, place(column, row));
            return new String(cipher.doFinal(both, NONCE, both.length - NONCE), StandardCharsets.UTF_8);
        } catch (GeneralSecurityException | IllegalArgumentException altered) {
            ProblemException problem = closed(column, id);
            problem.initCause(altered);
            throw problem;
        }
    }

    /** Whether it is sealed with the key that seals now. */
    public boolean current(String stored) {
        return stored.startsWith(PREFIX + keys.get().get(0).id() + ":");
    }

    private static byte[] run(int mode, Key key, byte[] nonce, byte[] place, byte[] text) {
        try {
            return cipher(mode, key, nonce, place).doFinal(text);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @param nonce its first bytes count */
    private static Cipher cipher(int mode, Key key, byte[] nonce, byte[] place) throws GeneralSecurityException {
        Cipher cipher = Cipher.getInstance(CIPHER);
        cipher.init(mode, key.key, new GCMParameterSpec(TAG_BITS, nonce, 0, NONCE));
        cipher.updateAAD(place);
        return cipher;
    }

    private static byte[] place(String column, String row) {
        return (column + "\n" + row).getBytes(StandardCharsets.UTF_8);
    }

    private static byte[] sha256(byte[] octets) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(octets);
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static ProblemException closed(String column, String id) {
        return new ProblemException(503, Text.of("problem.sealed", column, id), List.of());
    }
}
