package org.weir.health;

import java.util.List;
import java.util.stream.Collectors;

/** The few lines of JSON that health needs, so that it depends on nothing that may itself be missing. */
final class Json {
    private Json() {}

    static String readiness(boolean ready, List<String> missing) {
        String names = missing.stream().map(Json::quoted).collect(Collectors.joining(","));
        return "{\"ready\":" + ready + ",\"missing\":[" + names + "]}";
    }

    private static String quoted(String text) {
        StringBuilder out = new StringBuilder("\"");
        for (char c : text.toCharArray()) {
            switch (c) {
                case '"', '\\' -> out.append('\\').append(c);
                default -> out.append(c < ' ' ? ' ' : c);
            }
        }
        return out.append('"').toString();
    }
}
