package org.weir.records.query;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.jspecify.annotations.Nullable;
import org.weir.base.api.ProblemException;
import org.weir.records.query.Ordering.Key;

/** Writes a {@link Position} as an opaque text that only we can have written, and reads it again. */
public final class Cursors {
    private static final int SEAL = 12;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final Supplier<byte[]> secret;

    /** @param secret the same on all nodes, kept in the database */
    public Cursors(Supplier<byte[]> secret) {
        this.secret = secret;
    }

    String write(String type, Ordering ordering, Position position) {
        List<@Nullable String> parts = new ArrayList<>();
        position.values().forEach(it -> parts.add(it == null ? null : it.toString()));
        try {
            byte[] body = JSON.writeValueAsBytes(parts);
            byte[] sealed = Arrays.copyOf(seal(type, ordering, body), SEAL + body.length);
            System.arraycopy(body, 0, sealed, SEAL, body.length);
            return Base64.getUrlEncoder().withoutPadding().encodeToString(sealed);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    /** @throws ProblemException 400 when it was not written by us, or for another order */
    Position read(String type, Ordering ordering, String cursor) {
        try {
            byte[] sealed = Base64.getUrlDecoder().decode(cursor);
            if (sealed.length <= SEAL) {
                throw Wrong.query("cursor");
            }
            byte[] body = Arrays.copyOfRange(sealed, SEAL, sealed.length);
            byte[] expected = Arrays.copyOf(seal(type, ordering, body), SEAL);
            if (!MessageDigest.isEqual(expected, Arrays.copyOf(sealed, SEAL))) {
                throw Wrong.query("cursor");
            }
            @Nullable String[] parts = JSON.readValue(body, String[].class);
            List<@Nullable Object> values = new ArrayList<>();
            for (int i = 0; i < parts.length; i++) {
                String part = parts[i];
                values.add(part == null ? null : ordering.keys().get(i).parse(part));
            }
            return new Position(values);
        } catch (java.io.IOException | IllegalArgumentException e) {
            throw Wrong.query("cursor");
        }
    }

    private byte[] seal(String type, Ordering ordering, byte[] body) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.get(), "HmacSHA256"));
            mac.update(type.getBytes(StandardCharsets.UTF_8));
            for (Key key : ordering.keys()) {
                mac.update((byte) (key.descending() ? '-' : '+'));
                mac.update(key.expression().getBytes(StandardCharsets.UTF_8));
            }
            mac.update((byte) 0);
            return mac.doFinal(body);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }
}
