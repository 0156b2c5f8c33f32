package org.weir.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Signing in as a browser does. */
final class Browsing {
    private static final Pattern CSRF = Pattern.compile("name=\"_csrf\"[^>]*value=\"([^\"]*)\"");

    private Browsing() {}

    /** The header lines of a signed-in browser: its cookie, and that it takes gzip. */
    static String signIn(int port, String login, String password) throws IOException {
        try (Client client = new Client(port)) {
            Client.Answer form = client.get("/sign-in", "");
            String cookie = cookies(form);
            Matcher csrf = CSRF.matcher(form.text());
            String body = "login=" + login + "&password=" + password + (csrf.find() ? "&_csrf=" + csrf.group(1) : "");
            Client.Answer signedIn = client.send(
                    "POST",
                    "/sign-in",
                    "Content-Type: application/x-www-form-urlencoded\r\nOrigin: http://localhost:" + port + "\r\n"
                            + (cookie.isEmpty() ? "" : "Cookie: " + cookie + "\r\n"),
                    body.getBytes(StandardCharsets.UTF_8));
            if (signedIn.status() != 303 && signedIn.status() != 302) {
                throw new IOException("sign-in answered " + signedIn.status() + ": " + signedIn.text());
            }
            return "Cookie: " + cookies(signedIn) + "\r\nAccept-Encoding: gzip\r\n";
        }
    }

    private static String cookies(Client.Answer answer) {
        List<String> pairs = new ArrayList<>();
        for (String line : answer.headers().getOrDefault("set-cookie", "").split("\n")) {
            if (line.contains("=")) {
                pairs.add(line.split(";", 2)[0]);
            }
        }
        return String.join("; ", pairs);
    }
}
