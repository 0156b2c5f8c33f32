package org.weir.rest.http;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;

/** The header {@code Idempotency-Key}, and what makes two requests the same. */
final class Idempotency {
    static final String HEADER = "Idempotency-Key";

    /** A string in quotes, as the standard would have it, or without, as most send it. */
    private static final Pattern FORM =
            Pattern.compile("\"([\\x21\\x23-\\x5b\\x5d-\\x7e]{1,255})\"|([\\x21\\x23-\\x7e]{1,255})");

    /** Headers that change what a request asks for. */
    private static final List<String> TELLING = List.of("Content-Type", "If-Match", "If-None-Match");

    private Idempotency() {}

    /** Null without one, and where none is obeyed. @throws ProblemException 400 */
    static @Nullable String key(Incoming incoming, Route route) {
        String header = incoming.header(HEADER);
        if (header == null || !route.keyed()) {
            return null;
        }
        Matcher form = FORM.matcher(header.trim());
        if (!form.matches()) {
            throw ProblemException.badRequest(Text.of("rest.problem.key-malformed"));
        }
        return form.group(1) == null ? form.group(2) : form.group(1);
    }

    static String fingerprint(Incoming incoming, byte[] body, @Nullable Upload upload) throws IOException {
        MessageDigest digest = sha256();
        String query = incoming.request().getQueryString();
        add(digest, incoming.method() + " /" + String.join("/", incoming.path()) + "?" + (query == null ? "" : query));
        for (String name : TELLING) {
            boolean form = upload != null && name.equals("Content-Type"); // its boundary differs every time
            String value = form ? incoming.mediaType() : incoming.header(name);
            add(digest, value == null ? "" : value);
        }
        if (upload == null) {
            digest.update(body);
        } else {
            add(digest, upload.fileName());
            try (InputStream in = upload.open()) {
                byte[] buffer = new byte[16 << 10];
                for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                    digest.update(buffer, 0, read);
                }
            }
        }
        return HexFormat.of().formatHex(digest.digest());
    }

    private static void add(MessageDigest digest, String text) {
        digest.update(text.getBytes(StandardCharsets.UTF_8));
        digest.update((byte) 0);
    }

    private static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }
}
