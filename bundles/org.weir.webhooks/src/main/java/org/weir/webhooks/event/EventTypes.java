package org.weir.webhooks.event;

import java.util.List;

/** Which events a webhook wants: {@code account.created}, {@code account.*}, {@code *}; without any, all. */
public final class EventTypes {
    private EventTypes() {}

    public static boolean wanted(List<String> patterns, String type) {
        return patterns.isEmpty() || patterns.stream().anyMatch(it -> matches(it, type));
    }

    private static boolean matches(String pattern, String type) {
        if (pattern.equals("*") || pattern.equals(type)) {
            return true;
        }
        return pattern.endsWith(".*") && type.startsWith(pattern.substring(0, pattern.length() - 1));
    }
}
