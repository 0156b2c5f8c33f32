package org.weir.web.shell;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A word said on the next page; travels in a cookie of its own.
 *
 * @param tone {@code good} or {@code bad}
 * @param undo the path a button posts to; empty for none
 * @param undoLabel what the button says
 */
public record Flash(String message, String tone, String undo, String undoLabel) {
    static final String COOKIE = "weir-toast";
    private static final int MOST = 1200;

    public static Flash good(String message) {
        return new Flash(message, "good", "", "");
    }

    String encoded() {
        String cut = message.length() > MOST ? message.substring(0, MOST) : message;
        String joined = String.join("\n", tone, undo, undoLabel, cut.replace('\n', ' '));
        return Base64.getUrlEncoder().withoutPadding().encodeToString(joined.getBytes(StandardCharsets.UTF_8));
    }

    /** Null when the cookie is not of our making; a path must be one of ours. */
    static @Nullable Flash decoded(String cookie) {
        try {
            String[] parts = new String(Base64.getUrlDecoder().decode(cookie), StandardCharsets.UTF_8).split("\n", -1);
            if (parts.length != 4) {
                return null;
            }
            boolean ours = parts[1].isEmpty() || (parts[1].startsWith("/") && !parts[1].startsWith("//"));
            return ours ? new Flash(parts[3], "bad".equals(parts[0]) ? "bad" : "good", parts[1], parts[2]) : null;
        } catch (IllegalArgumentException foreign) {
            return null;
        }
    }
}
