package org.weir.web.home;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The records somebody opened last, in a cookie of theirs. */
public final class Seen {
    public static final String COOKIE = "weir-seen";
    private static final int MOST = 8;
    private static final Pattern ENTRY = Pattern.compile("[a-z0-9-]{1,60}_[0-9a-f-]{36}");

    private Seen() {}

    /** A record of a type. */
    public record One(String type, UUID id) {}

    public static List<One> read(@Nullable String cookie) {
        List<One> result = new ArrayList<>();
        for (String entry : cookie == null ? new String[0] : cookie.split("\\.")) {
            if (ENTRY.matcher(entry).matches() && result.size() < MOST) {
                add(entry, result);
            }
        }
        return result;
    }

    private static void add(String entry, List<One> result) {
        int cut = entry.length() - 37;
        try {
            result.add(new One(entry.substring(0, cut), UUID.fromString(entry.substring(cut + 1))));
        } catch (IllegalArgumentException notOurs) {
            result.remove(null);
        }
    }

    /** The cookie after one more was opened. */
    public static String with(@Nullable String cookie, String type, UUID id) {
        String now = type + "_" + id;
        List<String> entries = new ArrayList<>(List.of(now));
        read(cookie).stream()
                .map(it -> it.type() + "_" + it.id())
                .filter(it -> !it.equals(now))
                .limit(MOST - 1L)
                .forEach(entries::add);
        return String.join(".", entries);
    }
}
