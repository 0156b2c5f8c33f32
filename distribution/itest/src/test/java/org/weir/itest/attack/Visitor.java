package org.weir.itest.attack;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.weir.itest.attack.Wire.Answer;
import org.weir.itest.attack.Wire.Header;

/** Somebody with a browser: a session's cookie and the token of its forms, both open to be changed. */
final class Visitor implements AutoCloseable {
    static final String COOKIE = "weir";

    private final Wire wire;
    private final String cookie;
    private final String csrf;

    private Visitor(Wire wire, String cookie, String csrf) {
        this.wire = wire;
        this.cookie = cookie;
        this.csrf = csrf;
    }

    static Visitor signedIn(int port, String login) throws IOException {
        return signedIn(port, login, Wire.PASSWORD);
    }

    static Visitor signedIn(int port, String login, String password) throws IOException {
        Wire wire = new Wire(port);
        Answer answer = wire.call(
                "POST",
                "/sign-in",
                List.of(Wire.header("Content-Type", "application/x-www-form-urlencoded")),
                encoded(Map.of("login", login, "password", password)));
        String cookie = cookie(answer);
        if (cookie.isEmpty()) {
            throw new AssertionError("no session for " + login + ": " + answer);
        }
        JsonNode me = ApiDescription.JSON.readTree(
                wire.call("GET", "/api/me", List.of(Wire.header("Cookie", COOKIE + "=" + cookie)), null)
                        .body());
        return new Visitor(wire, cookie, me.path("csrf").asText());
    }

    /** The value of the session's cookie that an answer sets; empty when it sets none. */
    static String cookie(Answer answer) {
        return answer.all("Set-Cookie").stream()
                .filter(it -> it.startsWith(COOKIE + "="))
                .map(it -> it.substring(COOKIE.length() + 1).split(";", 2)[0])
                .findFirst()
                .orElse("");
    }

    String cookie() {
        return cookie;
    }

    String csrf() {
        return csrf;
    }

    Answer get(String target, Header... more) throws IOException {
        return wire.call("GET", target, headers(more), null);
    }

    /** A form with the session's own token. */
    Answer post(String target, Map<String, String> fields, Header... more) throws IOException {
        Map<String, String> all = new LinkedHashMap<>(fields);
        all.put("_csrf", csrf);
        return plain(target, all, more);
    }

    /** A form as it is given, without a token of ours. */
    Answer plain(String target, Map<String, String> fields, Header... more) throws IOException {
        List<Header> headers = headers(more);
        headers.add(Wire.header("Content-Type", "application/x-www-form-urlencoded"));
        return wire.call("POST", target, headers, encoded(fields));
    }

    Answer call(String method, String target, byte[] body, Header... more) throws IOException {
        return wire.call(method, target, headers(more), body);
    }

    private List<Header> headers(Header... more) {
        List<Header> headers = new ArrayList<>(List.of(more));
        headers.add(Wire.header("Cookie", COOKIE + "=" + cookie));
        return headers;
    }

    static byte[] encoded(Map<String, String> fields) {
        return fields.entrySet().stream()
                .map(it -> encoded(it.getKey()) + "=" + encoded(it.getValue()))
                .collect(Collectors.joining("&"))
                .getBytes(StandardCharsets.US_ASCII);
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    @Override
    public void close() throws IOException {
        wire.close();
    }
}
