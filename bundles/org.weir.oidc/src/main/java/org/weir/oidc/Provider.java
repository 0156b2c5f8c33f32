package org.weir.oidc;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JOSEObjectType;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.DefaultJOSEObjectTypeVerifier;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jose.util.DefaultResourceRetriever;
import com.nimbusds.jose.util.JSONObjectUtils;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.Date;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.weir.oidc.Refused.Why;

/** The identity provider: where it is, its keys, and what its tokens say. Keys are remembered, and read anew when one is unknown. */
final class Provider {
    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Duration DISCOVERED_FOR = Duration.ofHours(1);
    private static final int MILLIS = 5000;
    private static final int MOST = 1 << 20;
    private static final int SKEW_SECONDS = 30;
    /** Signed with keys that only the provider has; never {@code none}, never the client's own secret. */
    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(
            JWSAlgorithm.RS256,
            JWSAlgorithm.RS384,
            JWSAlgorithm.RS512,
            JWSAlgorithm.PS256,
            JWSAlgorithm.PS384,
            JWSAlgorithm.PS512,
            JWSAlgorithm.ES256,
            JWSAlgorithm.ES384,
            JWSAlgorithm.ES512);

    /** Where the provider answers. */
    record Places(String authorization, String token, JWKSource<SecurityContext> keys, Instant since) {}

    private final Values values;
    private final Clock clock;
    private final Duration betweenKeys;
    private final HttpClient http =
            HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private volatile @Nullable Places places;

    /** @param betweenKeys the shortest time between two readings of the keys */
    Provider(Values values, Clock clock, Duration betweenKeys) {
        this.values = values;
        this.clock = clock;
        this.betweenKeys = betweenKeys;
    }

    String authorization(Map<String, String> parameters) {
        String at = places().authorization();
        return at + (at.contains("?") ? "&" : "?") + form(parameters);
    }

    /** The ID token for a code. */
    String redeem(String code, String redirect, String verifier) {
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put("grant_type", "authorization_code");
        asked.put("code", code);
        asked.put("redirect_uri", redirect);
        asked.put("code_verifier", verifier);
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(places().token()))
                .timeout(PATIENCE)
                .header("Accept", "application/json")
                .header("Content-Type", "application/x-www-form-urlencoded");
        if (values.clientSecret().isEmpty()) {
            asked.put("client_id", values.clientId());
        } else {
            String pair = encoded(values.clientId()) + ":" + encoded(values.clientSecret());
            request.header(
                    "Authorization",
                    "Basic " + Base64.getEncoder().encodeToString(pair.getBytes(StandardCharsets.UTF_8)));
        }
        request.POST(HttpRequest.BodyPublishers.ofString(form(asked)));
        Object token = json(request.build()).get("id_token");
        if (token instanceof String found) {
            return found;
        }
        throw new Refused(Why.FAILED, "the provider gave no ID token");
    }

    /** What an ID token says, when it is one for us, of now, and for this attempt. */
    JWTClaimsSet idToken(String token, String nonce) {
        JWTClaimsSet claims = verified(token, Set.of("sub", "iat", "exp"));
        try {
            if (!nonce.equals(claims.getStringClaim("nonce"))) {
                throw new Refused(Why.FAILED, "the ID token is for another attempt");
            }
            String party = claims.getStringClaim("azp");
            boolean ours = party == null ? claims.getAudience().size() == 1 : party.equals(values.clientId());
            if (!ours) {
                throw new Refused(Why.FAILED, "the ID token is for another client");
            }
        } catch (ParseException e) {
            throw new Refused(Why.FAILED, "the ID token cannot be read", e);
        }
        return claims;
    }

    /** What a logout token says. */
    JWTClaimsSet logoutToken(String token) {
        JWTClaimsSet claims = verified(token, Set.of("iat", "jti", "events"));
        boolean events = claims.getClaim("events") instanceof Map<?, ?> all
                && all.containsKey("http://schemas.openid.net/event/backchannel-logout");
        if (!events || claims.getClaim("nonce") != null) {
            throw new Refused(Why.FAILED, "no logout token");
        }
        return claims;
    }

    private JWTClaimsSet verified(String token, Set<String> required) {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSTypeVerifier(
                new DefaultJOSEObjectTypeVerifier<>(JOSEObjectType.JWT, new JOSEObjectType("logout+jwt"), null));
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, places().keys()));
        processor.setJWTClaimsSetVerifier(claims(required));
        try {
            return processor.process(token, null);
        } catch (BadJOSEException | JOSEException | ParseException bad) {
            throw new Refused(Why.FAILED, "a token of the provider does not hold: " + bad.getMessage(), bad);
        }
    }

    private DefaultJWTClaimsVerifier<SecurityContext> claims(Set<String> required) {
        JWTClaimsSet exactly =
                new JWTClaimsSet.Builder().issuer(values.issuer()).build();
        var verifier =
                new DefaultJWTClaimsVerifier<>(new HashSet<>(Set.of(values.clientId())), exactly, required, Set.of()) {
                    @Override
                    protected Date currentTime() {
                        return Date.from(clock.instant());
                    }
                };
        verifier.setMaxClockSkew(SKEW_SECONDS);
        return verifier;
    }

    private Places places() {
        Places known = places;
        if (known == null || known.since().plus(DISCOVERED_FOR).isBefore(clock.instant())) {
            known = discover();
            places = known;
        }
        return known;
    }

    private Places discover() {
        URI at = URI.create(values.issuer() + "/.well-known/openid-configuration");
        Map<String, Object> found = json(HttpRequest.newBuilder(at)
                .timeout(PATIENCE)
                .header("Accept", "application/json")
                .build());
        if (!values.issuer().equals(found.get("issuer"))) {
            throw new Refused(Why.FAILED, "the provider calls itself " + found.get("issuer"));
        }
        String keys = place(found, "jwks_uri");
        try {
            JWKSource<SecurityContext> source = JWKSourceBuilder.create(
                            URI.create(keys).toURL(), new DefaultResourceRetriever(MILLIS, MILLIS, MOST))
                    .refreshAheadCache(false)
                    .rateLimited(betweenKeys.toMillis())
                    .retrying(true)
                    .build();
            return new Places(
                    place(found, "authorization_endpoint"), place(found, "token_endpoint"), source, clock.instant());
        } catch (IOException e) {
            throw new Refused(Why.FAILED, "not an address: " + keys, e);
        }
    }

    private static String place(Map<String, Object> found, String name) {
        if (found.get(name) instanceof String url) {
            Values.requireSafe(url);
            return url;
        }
        throw new Refused(Why.FAILED, "the provider does not tell its " + name);
    }

    private Map<String, Object> json(HttpRequest request) {
        try {
            HttpResponse<InputStream> response = http.send(request, HttpResponse.BodyHandlers.ofInputStream());
            try (InputStream in = response.body()) {
                String body = new String(in.readNBytes(MOST), StandardCharsets.UTF_8);
                if (response.statusCode() != 200) {
                    throw new Refused(Why.FAILED, request.uri() + " answered " + response.statusCode());
                }
                return JSONObjectUtils.parse(body);
            }
        } catch (IOException | ParseException e) {
            throw new Refused(Why.FAILED, request.uri() + " gave no answer that can be read", e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Refused(Why.FAILED, "interrupted", e);
        }
    }

    private static String form(Map<String, String> parameters) {
        StringBuilder result = new StringBuilder();
        parameters.forEach((name, value) -> result.append(result.isEmpty() ? "" : "&")
                .append(encoded(name))
                .append('=')
                .append(encoded(value)));
        return result.toString();
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }
}
