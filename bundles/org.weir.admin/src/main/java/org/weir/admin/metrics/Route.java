package org.weir.admin.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Makes of a path the route that it stands for, so that every record does not become a figure of its own. */
final class Route {
    private static final Pattern ID = Pattern.compile("[0-9a-fA-F]{8}-[0-9a-fA-F-]{27}|[0-9]+|[0-9a-f]{32,}");
    private static final int DEPTH = 6;

    private Route() {}

    static String of(String path) {
        if (path.startsWith("/static/")) {
            return "/static";
        }
        List<String> parts = new ArrayList<>();
        for (String part : path.split("/")) {
            if (!part.isEmpty()) {
                if (parts.size() == DEPTH) {
                    parts.add("…");
                    break;
                }
                parts.add(ID.matcher(part).matches() ? "{id}" : part);
            }
        }
        return "/" + String.join("/", parts);
    }
}
