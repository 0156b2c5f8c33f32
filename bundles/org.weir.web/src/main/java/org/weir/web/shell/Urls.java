package org.weir.web.shell;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;

/** Builds addresses; parameters that are empty stay out. */
public final class Urls {
    private final String path;
    private final Map<String, String> params = new LinkedHashMap<>();

    private Urls(String path) {
        this.path = path;
    }

    public static Urls of(String path) {
        return new Urls(path);
    }

    /** Sets the parameter, or takes it out when the value is empty. */
    public Urls with(String name, String value) {
        if (value.isEmpty()) {
            params.remove(name);
        } else {
            params.put(name, value);
        }
        return this;
    }

    @Override
    public String toString() {
        StringBuilder result = new StringBuilder(path);
        char separator = '?';
        for (Map.Entry<String, String> it : params.entrySet()) {
            result.append(separator).append(encode(it.getKey())).append('=').append(encode(it.getValue()));
            separator = '&';
        }
        return result.toString();
    }

    private static String encode(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("%2C", ",")
                .replace("%3B", ";")
                .replace("%3D", "=");
    }
}
