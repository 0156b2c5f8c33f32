package org.weir.rest.http;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What a request says besides its body. */
public final class Incoming {
    private final HttpServletRequest request;

    Incoming(HttpServletRequest request) {
        this.request = request;
    }

    HttpServletRequest request() {
        return request;
    }

    public String method() {
        return request.getMethod();
    }

    /** Segments below {@code /api}; one trailing slash does not matter. */
    List<String> path() {
        String info = request.getPathInfo();
        if (info == null || info.equals("/") || info.isEmpty()) {
            return List.of();
        }
        String trimmed = info.substring(1, info.endsWith("/") ? info.length() - 1 : info.length());
        List<String> segments = new ArrayList<>();
        for (int from = 0; from <= trimmed.length(); ) {
            int slash = trimmed.indexOf('/', from);
            segments.add(slash < 0 ? trimmed.substring(from) : trimmed.substring(from, slash));
            from = slash < 0 ? trimmed.length() + 1 : slash + 1;
        }
        return segments;
    }

    public @Nullable String header(String name) {
        return request.getHeader(name);
    }

    /** All values of a header that may be sent several times, joined with commas. */
    public @Nullable String headers(String name) {
        String first = request.getHeader(name);
        if (first == null) {
            return null;
        }
        List<String> all = java.util.Collections.list(request.getHeaders(name));
        return all.size() == 1 ? first : String.join(",", all);
    }

    public @Nullable String cookie(String name) {
        Cookie[] cookies = request.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(name)) {
                    return cookie.getValue();
                }
            }
        }
        return null;
    }

    public boolean secure() {
        return request.isSecure();
    }

    public String remoteAddress() {
        return request.getRemoteAddr();
    }

    /** Without parameters, lower case; empty when there is none. */
    String mediaType() {
        String type = request.getContentType();
        if (type == null) {
            return "";
        }
        int semicolon = type.indexOf(';');
        return (semicolon < 0 ? type : type.substring(0, semicolon)).trim().toLowerCase(Locale.ROOT);
    }

    boolean unsafe() {
        return switch (method()) {
            case "GET", "HEAD", "OPTIONS" -> false;
            default -> true;
        };
    }

    /** Whether a script in a browser asks, whose reader must not see the browser's own sign-in window. */
    boolean fromScript() {
        return header("X-Requested-With") != null;
    }
}
