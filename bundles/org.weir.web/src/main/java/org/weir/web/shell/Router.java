package org.weir.web.shell;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Finds the target of a path among patterns with variables ({@code /r/{type}/{id}}); where several fit, literals win. */
final class Router<T> {
    private record Entry<T>(String[] parts, T target) {}

    record Match<T>(T target, Map<String, String> variables) {}

    private final List<Entry<T>> entries;

    Router(List<T> targets, Function<T, String> pattern) {
        this.entries = targets.stream()
                .map(it -> new Entry<>(split(pattern.apply(it)), it))
                .toList();
    }

    /** @param path as sent, still percent-encoded, beginning with a slash */
    @Nullable
    Match<T> find(String path) {
        String[] parts = split(path);
        Entry<T> best = null;
        for (Entry<T> entry : entries) {
            if (fits(entry.parts, parts) && (best == null || moreLiteral(entry.parts, best.parts))) {
                best = entry;
            }
        }
        return best == null ? null : new Match<>(best.target, variables(best.parts, parts));
    }

    private static String[] split(String path) {
        String trimmed = path.startsWith("/") ? path.substring(1) : path;
        return trimmed.split("/", -1);
    }

    private static boolean fits(String[] pattern, String[] parts) {
        if (pattern.length != parts.length) {
            return false;
        }
        for (int i = 0; i < parts.length; i++) {
            boolean fits = isVariable(pattern[i]) ? !parts[i].isEmpty() : pattern[i].equals(parts[i]);
            if (!fits) {
                return false;
            }
        }
        return true;
    }

    private static boolean moreLiteral(String[] one, String[] other) {
        for (int i = 0; i < one.length; i++) {
            if (isVariable(one[i]) != isVariable(other[i])) {
                return isVariable(other[i]);
            }
        }
        return false;
    }

    private static Map<String, String> variables(String[] pattern, String[] parts) {
        Map<String, String> result = new LinkedHashMap<>();
        for (int i = 0; i < pattern.length; i++) {
            if (isVariable(pattern[i])) {
                result.put(pattern[i].substring(1, pattern[i].length() - 1), decode(parts[i]));
            }
        }
        return result;
    }

    /** A malformed escape stays as it is, and then finds nothing. */
    private static String decode(String part) {
        try {
            return URLDecoder.decode(part.replace("+", "%2B"), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            return part;
        }
    }

    private static boolean isVariable(String part) {
        return part.startsWith("{") && part.endsWith("}");
    }
}
