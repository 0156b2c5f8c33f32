package org.weir.log;

import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says in one line why something failed. */
final class Reasons {
    private static final int DEEPEST = 20;
    /** The log service hands exceptions on as text that begins with their type. */
    private static final Pattern TYPE = Pattern.compile("^(?:[\\w.$]+(?:Exception|Error): )+");

    private Reasons() {}

    /** The words of the innermost cause that has any, without its type, line breaks made blanks. */
    static String of(@Nullable String message, @Nullable Throwable cause) {
        String words = message == null ? "" : message;
        Throwable at = cause;
        for (int depth = 0; at != null && depth < DEEPEST; depth++) {
            String own = at.getMessage();
            if (own != null && !own.isBlank()) {
                words = own;
            }
            at = at.getCause();
        }
        return TYPE.matcher(words.replaceAll("\\s+", " ").strip()).replaceFirst("");
    }
}
