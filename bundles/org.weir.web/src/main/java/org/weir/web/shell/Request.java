package org.weir.web.shell;

import gg.jte.Content;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Access.Session;
import org.weir.access.api.Actor;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.base.api.Texts;
import org.weir.web.api.Visit;
import org.weir.web.home.Seen;

/** A request on its way through the shell. */
public final class Request implements Visit {
    private final HttpServletRequest http;
    private final @Nullable Session session;
    private final Locale locale;
    private final ZoneId zone;
    private final Texts texts;
    private final Times times;
    private final Icons icons;
    private final Helpers helpers;
    private final ConcurrentMap<String, Supplier<?>> known = new ConcurrentHashMap<>();
    private final Map<String, String> headers = new LinkedHashMap<>();
    private final Map<String, List<String>> params;
    private Map<String, String> variables = Map.of();
    private int status = 200;
    private @Nullable ProblemException broken;
    private String seen = "";
    private @Nullable Flash flash;

    Request(
            HttpServletRequest http,
            @Nullable Session session,
            Locale locale,
            ZoneId zone,
            Texts texts,
            Times times,
            Icons icons,
            Helpers helpers)
            throws IOException {
        this.http = http;
        this.session = session;
        this.locale = locale;
        this.zone = zone;
        this.texts = texts;
        this.times = times;
        this.icons = icons;
        this.helpers = helpers;
        this.params = readable();
    }

    /** What cannot be read is said by {@link #check}, in a page, not by a bare status. */
    private Map<String, List<String>> readable() {
        try {
            return readParams();
        } catch (ProblemException unreadable) {
            broken = unreadable;
            return Map.of();
        }
    }

    /** @throws ProblemException 400 or 413 when the parameters could not be read */
    void check() {
        if (broken != null) {
            throw broken;
        }
    }

    private Map<String, List<String>> readParams() {
        Map<String, List<String>> result = new LinkedHashMap<>();
        try {
            http.getParameterMap().forEach((name, values) -> result.put(name, List.of(values)));
            if (multipart() && !result.containsKey("_csrf")) {
                for (Part part : http.getParts()) {
                    if (part.getSubmittedFileName() == null) {
                        addText(result, part);
                    }
                }
            }
        } catch (IOException | ServletException | IllegalStateException tooLargeOrBroken) {
            throw new ProblemException(413, Text.of("web.error.upload"), List.of());
        } catch (RuntimeException malformed) {
            throw ProblemException.badRequest(Text.of("web.error.request"));
        }
        return result;
    }

    private static void addText(Map<String, List<String>> result, Part part) throws IOException {
        try (InputStream in = part.getInputStream()) {
            String value = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            result.merge(part.getName(), List.of(value), (one, other) -> {
                String[] both = Arrays.copyOf(one.toArray(String[]::new), one.size() + 1);
                both[one.size()] = value;
                return List.of(both);
            });
        }
    }

    private boolean multipart() {
        String type = http.getContentType();
        return type != null && type.toLowerCase(Locale.ROOT).startsWith("multipart/form-data");
    }

    void variables(Map<String, String> found) {
        variables = found;
    }

    public @Nullable Session session() {
        return session;
    }

    @Override
    public Actor actor() {
        if (session == null) {
            throw new ProblemException(401, Text.of("web.error.signed-out"), List.of());
        }
        return session.actor();
    }

    @Override
    public String path(String variable) {
        String value = variables.get(variable);
        if (value == null) {
            throw new IllegalArgumentException("the path has no variable " + variable);
        }
        return value;
    }

    @Override
    public UUID pathId(String variable) {
        return id(path(variable));
    }

    /** @throws ProblemException 404 when it is no UUID in its usual form */
    public static UUID id(String text) {
        try {
            UUID id = UUID.fromString(text);
            if (text.length() == 36) {
                return id;
            }
        } catch (IllegalArgumentException malformed) {
            throw ProblemException.notFound();
        }
        throw ProblemException.notFound();
    }

    @Override
    public @Nullable String param(String name) {
        List<String> values = params.get(name);
        return values == null || values.isEmpty() ? null : values.get(0);
    }

    @Override
    public List<String> params(String name) {
        return params.getOrDefault(name, List.of());
    }

    @Override
    public Map<String, List<String>> params() {
        return params;
    }

    @Override
    public @Nullable Upload upload(String name) throws IOException {
        if (!multipart()) {
            return null;
        }
        try {
            Part part = http.getPart(name);
            String fileName = part == null ? null : part.getSubmittedFileName();
            if (part == null || fileName == null || fileName.isBlank()) {
                return null;
            }
            return new Sent(fileName.substring(fileName.replace('\\', '/').lastIndexOf('/') + 1), part);
        } catch (ServletException | IllegalStateException tooLargeOrBroken) {
            throw new ProblemException(413, Text.of("web.error.upload"), List.of());
        }
    }

    private record Sent(String fileName, Part part) implements Upload {
        @Override
        public InputStream open() throws IOException {
            return part.getInputStream();
        }
    }

    @Override
    public boolean htmx() {
        return "true".equals(http.getHeader("HX-Request"));
    }

    @Override
    public String url() {
        String query = http.getQueryString();
        return query == null ? http.getRequestURI() : http.getRequestURI() + "?" + query;
    }

    @Override
    public String csrf() {
        return session == null ? "" : session.csrf();
    }

    @Override
    public Locale locale() {
        return locale;
    }

    public ZoneId zone() {
        return zone;
    }

    @Override
    public String t(String key, Object... args) {
        return texts.text(locale, key, args);
    }

    @Override
    public String t(Text text) {
        return texts.text(locale, text);
    }

    @Override
    public String time(Instant at) {
        return times.near(at, locale, zone);
    }

    @Override
    public String fullTime(Instant at) {
        return times.full(at, locale, zone);
    }

    @Override
    public Content icon(String name) {
        return icons.icon(name, "");
    }

    @Override
    public Content icon(String name, String style) {
        return icons.icon(name, style);
    }

    @Override
    public String asset(String path) {
        return icons.asset(path);
    }

    @Override
    public <T> Supplier<T> meanwhile(Supplier<T> piece) {
        return helpers.meanwhile(piece);
    }

    @Override
    @SuppressWarnings("unchecked")
    public <T> T once(String what, Supplier<T> find) {
        return (T) known.computeIfAbsent(what, it -> Helpers.once(find)).get();
    }

    @Override
    public void status(int code) {
        status = code;
    }

    @Override
    public void header(String name, String value) {
        headers.put(name, value);
    }

    /** Said on the next page, with a button that takes it back. */
    public void flash(Flash said) {
        flash = said;
    }

    /** Notes that the record was opened, for the home page. */
    public void remember(String type, UUID id) {
        seen = Seen.with(cookie(Seen.COOKIE), type, id);
    }

    String seen() {
        return seen;
    }

    @Nullable
    Flash flash() {
        return flash;
    }

    int status() {
        return status;
    }

    Map<String, String> headers() {
        return headers;
    }

    /** Whether a script asks for JSON. */
    public boolean wantsData() {
        String accept = http.getHeader("Accept");
        return accept != null && accept.contains("application/json");
    }

    /** Whether a file may come with the form. */
    public boolean files() {
        return multipart();
    }

    /** The path asked for, still encoded. */
    public String pathOnly() {
        return http.getRequestURI();
    }

    /** Also for rate limits. */
    @Override
    public String address() {
        return http.getRemoteAddr();
    }

    /** Scheme, host and port as the reader's browser knows them. */
    public String origin() {
        String host = http.getHeader("Host");
        return http.getScheme() + "://" + (host == null ? http.getServerName() + ":" + http.getServerPort() : host);
    }

    public String userAgent() {
        String agent = http.getHeader("User-Agent");
        return agent == null ? "" : agent;
    }

    public @Nullable String header(String name) {
        return http.getHeader(name);
    }

    public @Nullable String cookie(String name) {
        return cookie(http, name);
    }

    static @Nullable String cookie(HttpServletRequest http, String name) {
        Cookie[] cookies = http.getCookies();
        if (cookies != null) {
            for (Cookie cookie : cookies) {
                if (cookie.getName().equals(name)) {
                    return cookie.getValue();
                }
            }
        }
        return null;
    }
}
