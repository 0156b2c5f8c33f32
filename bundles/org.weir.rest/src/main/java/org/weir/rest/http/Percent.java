package org.weir.rest.http;

import java.net.URLEncoder;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;

/** Percent-encoding, and query strings read strictly: each name once, known, in valid UTF-8, without NUL. */
public final class Percent {
    private Percent() {}

    public static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
    }

    /** @throws ProblemException 400 naming the parameter that is unknown, twice there or malformed */
    static Map<String, String> query(@Nullable String query, Predicate<String> known) {
        Map<String, String> result = new LinkedHashMap<>();
        if (query == null || query.isEmpty()) {
            return result;
        }
        for (String pair : query.split("&", -1)) {
            if (!pair.isEmpty()) {
                int equals = pair.indexOf('=');
                String name = decode(equals < 0 ? pair : pair.substring(0, equals));
                String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
                if (!known.test(name)) {
                    throw ProblemException.badRequest(Text.of("rest.problem.parameter-unknown", shorten(name)));
                }
                if (result.put(name, value) != null) {
                    throw ProblemException.badRequest(Text.of("rest.problem.parameter-twice", name));
                }
            }
        }
        return result;
    }

    private static String shorten(String name) {
        return name.length() <= 40 ? name : name.substring(0, 40) + "…";
    }

    private static String decode(String text) {
        byte[] bytes = new byte[text.length() * 3];
        int length = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%') {
                bytes[length++] = (byte) hex(text, i + 1);
                i += 2;
            } else if (c == '+') {
                bytes[length++] = ' ';
            } else if (c < 128) {
                bytes[length++] = (byte) c;
            } else {
                throw malformed();
            }
        }
        return strict(bytes, length);
    }

    private static int hex(String text, int at) {
        if (at + 1 >= text.length()) {
            throw malformed();
        }
        int high = Character.digit(text.charAt(at), 16);
        int low = Character.digit(text.charAt(at + 1), 16);
        if (high < 0 || low < 0) {
            throw malformed();
        }
        return high << 4 | low;
    }

    private static String strict(byte[] bytes, int length) {
        try {
            String text = StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(bytes, 0, length))
                    .toString();
            if (text.indexOf('\0') >= 0) {
                throw malformed();
            }
            return text;
        } catch (CharacterCodingException malformed) {
            throw malformed();
        }
    }

    private static ProblemException malformed() {
        return ProblemException.badRequest(Text.of("rest.problem.query-malformed"));
    }
}
