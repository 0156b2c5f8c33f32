package org.weir.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** A provider of its own, in this process: it keeps the rules, and breaks one when it is told to. */
final class FakeProvider implements AutoCloseable {
    static final String CLIENT = "weir";
    private static final RSAKey FIRST = newKey();

    private final HttpServer server;
    private final Clock clock;
    private final Map<String, Map<String, String>> codes = new HashMap<>();
    final Map<String, Object> person = new HashMap<>();
    RSAKey key = FIRST;
    RSAKey signs = key;
    UnaryOperator<JWTClaimsSet> bend = claims -> claims;
    boolean unsigned;
    int keysRead;

    FakeProvider(Clock clock) throws IOException {
        this.clock = clock;
        server = HttpServer.create(new InetSocketAddress(InetAddress.getByName("127.0.0.1"), 0), 0);
        server.createContext(
                "/.well-known/openid-configuration",
                it -> answer(
                        it,
                        Map.of(
                                "issuer", issuer(),
                                "authorization_endpoint", issuer() + "/authorize",
                                "token_endpoint", issuer() + "/token",
                                "jwks_uri", issuer() + "/keys")));
        server.createContext("/keys", it -> {
            keysRead++;
            answer(it, new JWKSet(key.toPublicJWK()).toJSONObject());
        });
        server.createContext("/token", this::token);
        server.start();
        person.put("sub", "subject-1");
        person.put("preferred_username", "anna");
        person.put("name", "Anna Berg");
        person.put("email", "anna@example.com");
        person.put("groups", List.of("sales"));
        person.put("sid", "there-1");
    }

    static RSAKey newKey() {
        try {
            return new RSAKeyGenerator(2048).keyID(UUID.randomUUID().toString()).generate();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    String issuer() {
        return "http://127.0.0.1:" + server.getAddress().getPort();
    }

    /** The person agrees there: the code and the state with which the browser comes back. */
    Map<String, String> agree(String location) {
        Map<String, String> asked = form(URI.create(location).getRawQuery());
        String code = UUID.randomUUID().toString();
        codes.put(code, asked);
        return Map.of("code", code, "state", asked.getOrDefault("state", ""));
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> sent = form(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Map<String, String> asked = codes.remove(sent.get("code"));
        boolean right = asked != null
                && asked.getOrDefault("redirect_uri", "").equals(sent.get("redirect_uri"))
                && Chance.challenge(sent.getOrDefault("code_verifier", "")).equals(asked.get("code_challenge"));
        if (asked == null || !right) {
            exchange.sendResponseHeaders(400, -1);
            exchange.close();
            return;
        }
        answer(exchange, Map.of("id_token", idToken(asked.getOrDefault("nonce", ""))));
    }

    private String idToken(String nonce) {
        Instant now = clock.instant();
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .audience(CLIENT)
                .issueTime(Date.from(now))
                .expirationTime(Date.from(now.plusSeconds(300)))
                .claim("nonce", nonce);
        person.forEach(claims::claim);
        return signed(bend.apply(claims.build()), JOSEObjectType.JWT);
    }

    String logoutToken(Map<String, Object> more) {
        JWTClaimsSet.Builder claims = new JWTClaimsSet.Builder()
                .issuer(issuer())
                .audience(CLIENT)
                .issueTime(Date.from(clock.instant()))
                .expirationTime(Date.from(clock.instant().plusSeconds(60)))
                .jwtID(UUID.randomUUID().toString())
                .claim("events", Map.of("http://schemas.openid.net/event/backchannel-logout", Map.of()));
        more.forEach(claims::claim);
        return signed(claims.build(), new JOSEObjectType("logout+jwt"));
    }

    private String signed(JWTClaimsSet claims, JOSEObjectType type) {
        if (unsigned) {
            return new PlainJWT(claims).serialize();
        }
        try {
            JWSHeader header = new JWSHeader.Builder(JWSAlgorithm.RS256)
                    .keyID(key.getKeyID())
                    .type(type)
                    .build();
            SignedJWT token = new SignedJWT(header, claims);
            token.sign(new RSASSASigner(signs));
            return token.serialize();
        } catch (JOSEException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Map<String, String> form(String text) {
        Map<String, String> result = new HashMap<>();
        for (String pair : text.split("&")) {
            int equals = pair.indexOf('=');
            result.put(
                    pair.substring(0, equals), URLDecoder.decode(pair.substring(equals + 1), StandardCharsets.UTF_8));
        }
        return result;
    }

    private static void answer(HttpExchange exchange, Map<String, Object> json) throws IOException {
        byte[] body = JSONObjectUtils.toJSONString(json).getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().add("Content-Type", "application/json");
        exchange.sendResponseHeaders(200, body.length);
        exchange.getResponseBody().write(body);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
