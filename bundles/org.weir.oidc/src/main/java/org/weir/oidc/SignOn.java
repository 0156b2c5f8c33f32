package org.weir.oidc;

import com.nimbusds.jwt.JWTClaimsSet;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Access;
import org.weir.access.api.Access.SignedIn;
import org.weir.access.api.Directory;
import org.weir.base.api.ProblemException;
import org.weir.oidc.Refused.Why;
import org.weir.store.api.Database;

/** The way to the provider and back. */
final class SignOn {
    private static final Duration ATTEMPT = Duration.ofMinutes(10);

    /** @param location where the browser goes; @param browser to be kept by it as a cookie */
    record Sent(String location, String browser) {}

    /** @param back the page that was asked for */
    record Came(SignedIn signedIn, String back) {}

    private final Database database;
    private final Clock clock;
    private final Access access;
    private final Values values;
    private final Provider provider;
    private final Person person;
    private final Attempts attempts = new Attempts();
    private final Links links = new Links();

    SignOn(Database database, Clock clock, Access access, Directory directory, Values values, Provider provider) {
        this.database = database;
        this.clock = clock;
        this.access = access;
        this.values = values;
        this.provider = provider;
        this.person = new Person(directory, access.system(), values, links);
    }

    Values values() {
        return values;
    }

    /** @param origin of Weir as the browser knows it */
    Sent send(String back, String origin) {
        String state = Chance.value();
        String browser = Chance.value();
        Attempts.Row row = new Attempts.Row(Chance.value(), Chance.value(), back);
        Map<String, String> asked = new LinkedHashMap<>();
        asked.put("response_type", "code");
        asked.put("client_id", values.clientId());
        asked.put("redirect_uri", redirect(origin));
        asked.put("scope", values.scope());
        asked.put("state", state);
        asked.put("nonce", row.nonce());
        asked.put("code_challenge", Chance.challenge(row.verifier()));
        asked.put("code_challenge_method", "S256");
        String location = provider.authorization(asked);
        Instant now = now();
        database.perform(handle -> attempts.insert(handle, state, browser, row, now, now.plus(ATTEMPT)));
        return new Sent(location, browser);
    }

    /** @throws Refused when nobody gets in */
    Came receive(String state, String code, String browser, Guest guest) {
        Attempts.Row attempt = database.write(handle -> attempts.take(handle, state, browser, now()))
                .orElseThrow(() -> new Refused(Why.LATE, "no such attempt of this browser"));
        String token = provider.redeem(code, redirect(guest.origin()), attempt.verifier());
        Claims claims = claims(provider.idToken(token, attempt.nonce()));
        try {
            return database.write(handle -> {
                UUID user = person.of(handle, claims);
                SignedIn in = access.admit(user, "oidc " + values.issuer(), guest.address(), guest.agent());
                links.opened(
                        handle,
                        values.issuer(),
                        claims,
                        new Links.Opened(in.session().id(), user),
                        now());
                return new Came(in, attempt.back());
            });
        } catch (ProblemException refused) {
            throw new Refused(Why.FAILED, claims.login() + ": " + refused.getMessage(), refused);
        }
    }

    /** Who comes back. @param origin of Weir as the browser knows it */
    record Guest(String origin, String address, String agent) {}

    /** The provider ends a session, or all of somebody. @throws Refused when the token does not hold */
    int signOut(String logoutToken) {
        JWTClaimsSet claims = provider.logoutToken(logoutToken);
        String subject = orEmpty(claims.getSubject());
        String sid = text(claims, "sid");
        if (subject.isEmpty() && sid.isEmpty()) {
            throw new Refused(Why.FAILED, "the logout token names nobody");
        }
        return database.write(handle -> {
            List<Links.Opened> ended = links.take(handle, values.issuer(), subject, sid);
            ended.forEach(each -> access.endSession(each.user(), each.session()));
            return ended.size();
        });
    }

    private Claims claims(JWTClaimsSet token) {
        String login = text(token, values.loginClaim());
        if (login.isEmpty()) {
            throw new Refused(Why.FAILED, "the ID token has no " + values.loginClaim());
        }
        String name = text(token, "name");
        return new Claims(
                orEmpty(token.getSubject()),
                login,
                name.isEmpty() ? login : name,
                text(token, "email"),
                groups(token),
                text(token, "sid"));
    }

    /** A path of claims, as {@code realm_access.roles}; a name alone or several. */
    private Set<String> groups(JWTClaimsSet token) {
        Object found = token.getClaims();
        for (String step : values.groupsClaim().split("\\.")) {
            found = found instanceof Map<?, ?> map ? map.get(step) : null;
        }
        Set<String> groups = new TreeSet<>();
        if (found instanceof Collection<?> all) {
            all.forEach(each -> groups.add(String.valueOf(each)));
        } else if (found instanceof String one) {
            groups.add(one);
        }
        return groups;
    }

    private static String text(JWTClaimsSet token, String claim) {
        return token.getClaim(claim) instanceof String text ? text.strip() : "";
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }

    private String redirect(String origin) {
        String base = values.publicUrl().isEmpty() ? origin : values.publicUrl();
        return (base.endsWith("/") ? base.substring(0, base.length() - 1) : base) + "/oidc/callback";
    }

    private Instant now() {
        return clock.instant().truncatedTo(ChronoUnit.MICROS);
    }
}
