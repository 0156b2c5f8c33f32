package org.weir.web.shell;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import org.jspecify.annotations.Nullable;

/** Whether an unsafe request comes from a page of the session. */
final class Csrf {
    private Csrf() {}

    /** @param sent headers and fields in which the token may stand; the first that is there counts */
    static boolean holds(String expected, @Nullable String... sent) {
        for (String token : sent) {
            if (token != null) {
                return !expected.isEmpty() && MessageDigest.isEqual(bytes(expected), bytes(token));
            }
        }
        return false;
    }

    private static byte[] bytes(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }
}
