package org.weir.mail.notice;

import java.util.LinkedHashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The logins that a text mentions: {@code @lindiwe}, not the middle of an address. */
final class Mentions {
    private static final Pattern MENTION =
            Pattern.compile("(?<![\\p{L}\\p{N}_.@/])@([\\p{L}\\p{N}][\\p{L}\\p{N}._-]{0,63})");
    private static final int MOST = 20;

    private Mentions() {}

    /** In the order they come, at most 20. */
    static Set<String> in(String text) {
        Set<String> logins = new LinkedHashSet<>();
        Matcher matcher = MENTION.matcher(text);
        while (matcher.find() && logins.size() < MOST) {
            logins.add(matcher.group(1).replaceAll("[._-]+$", ""));
        }
        return logins;
    }
}
