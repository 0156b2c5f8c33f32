package org.weir.itest.signon;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.CookieManager;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpClient.Redirect;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weir.itest.Eventually;
import org.weir.itest.Weir;

/** Signing in with a real Keycloak; only with the profile {@code keycloak}. */
final class KeycloakIT {
    private static final String PASSWORD = "there it flows 9";
    private static final Pattern FORM = Pattern.compile("action=\"([^\"]+)\"");

    @TempDir
    Path folder;

    @Test
    void somebody_comes_from_keycloak_with_the_rights_of_the_groups_and_is_signed_out_from_there() throws Exception {
        try (Weir weir = new Weir(folder);
                Keycloak keycloak = Keycloak.started(freePort(), realm(weir.url()))) {
            weir.configured(
                            "org.weir.oidc.cfg",
                            "issuer=" + keycloak.issuer() + "\nclient.id=weir\nclient.secret=a secret of both\n"
                                    + "create.users=true\n"
                                    + "groups=sales=role:account-responsible;sales=region:eu\n")
                    .started();
            assertTrue(weir.get("/sign-in").body().contains("/oidc/start"));
            HttpClient browser = HttpClient.newBuilder()
                    .cookieHandler(new LoopbackCookies())
                    .followRedirects(Redirect.ALWAYS)
                    .build();
            HttpResponse<String> form = get(browser, weir.url() + "/oidc/start?back=/account");
            Matcher action = FORM.matcher(form.body());
            assertTrue(action.find(), form.body());
            String typed = "username=nora&password=" + URLEncoder.encode(PASSWORD, StandardCharsets.UTF_8);
            HttpResponse<String> home = browser.send(
                    HttpRequest.newBuilder(URI.create(action.group(1).replace("&amp;", "&")))
                            .header("Content-Type", "application/x-www-form-urlencoded")
                            .POST(BodyPublishers.ofString(typed))
                            .build(),
                    BodyHandlers.ofString());
            assertEquals(weir.url() + "/account", home.uri().toString());
            String me = get(browser, weir.url() + "/api/me").body();
            assertTrue(me.contains("\"login\":\"nora\"") && me.contains("\"eu\""), me);
            assertTrue(me.contains("account:read"), me);
            keycloak.signOut("nora");
            Eventually.until(
                    "Keycloak ends the session here",
                    () -> get(browser, weir.url() + "/api/me").statusCode() == 401);
        }
    }

    /** Keeps secure cookies within this machine without encryption, as browsers do. */
    private static final class LoopbackCookies extends CookieManager {
        @Override
        public void put(URI uri, Map<String, List<String>> headers) throws IOException {
            Map<String, List<String>> plain = new HashMap<>();
            headers.forEach((name, values) -> plain.put(
                    name,
                    values.stream()
                            .map(it -> it.replaceAll("(?i);\\s*secure", ""))
                            .toList()));
            super.put(uri, plain);
        }
    }

    private static HttpResponse<String> get(HttpClient browser, String url) throws Exception {
        return browser.send(HttpRequest.newBuilder(URI.create(url)).build(), BodyHandlers.ofString());
    }

    private static int freePort() throws Exception {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    private static String realm(String weir) {
        return """
                {"realm": "weir", "enabled": true, "sslRequired": "none",
                 "groups": [{"name": "sales"}],
                 "users": [{"username": "nora", "enabled": true, "email": "nora@example.com", "emailVerified": true,
                   "firstName": "Nora", "lastName": "Lind", "groups": ["/sales"],
                   "credentials": [{"type": "password", "value": "PASSWORD", "temporary": false}]}],
                 "clients": [{"clientId": "weir", "secret": "a secret of both", "enabled": true,
                   "standardFlowEnabled": true, "directAccessGrantsEnabled": false,
                   "redirectUris": ["WEIR/oidc/callback"],
                   "attributes": {"pkce.code.challenge.method": "S256",
                     "backchannel.logout.url": "WEIR/oidc/logout",
                     "backchannel.logout.session.required": "true"},
                   "protocolMappers": [{"name": "groups", "protocol": "openid-connect",
                     "protocolMapper": "oidc-group-membership-mapper",
                     "config": {"full.path": "false", "id.token.claim": "true", "claim.name": "groups"}}]}]}
                """.replace("PASSWORD", PASSWORD).replace("WEIR", weir);
    }
}
