package org.weir.rest.http;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Access;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;

/**
 * Finds out who is calling: by {@code Authorization: Bearer} or {@code Basic}, or by the session cookie, in which case unsafe
 * requests must carry the session's token as {@code X-CSRF}. Other schemes are refused.
 */
final class Caller {
    private static final String BEARER = "Bearer ";

    private final Access access;

    Caller(Access access) {
        this.access = access;
    }

    static ProblemException unknown() {
        return new ProblemException(401, Text.of("rest.problem.unauthenticated"), List.of());
    }

    /** @throws ProblemException 401, 403 or 429 */
    Call.Sender identify(Incoming incoming, Route route) {
        refuseForeignSites(incoming);
        if (route.permission().equals(Route.PUBLIC)) {
            return new Call.Sender(null, null);
        }
        Call.Sender sender = sender(incoming, route);
        if (sender.actor() == null) {
            throw unknown();
        }
        return sender;
    }

    /** Browsers say where a request comes from; another site has no business here, whatever credentials it rides on. */
    private static void refuseForeignSites(Incoming incoming) {
        if (incoming.unsafe() && foreign(incoming)) {
            throw new ProblemException(403, Text.of("rest.problem.foreign-site"), List.of());
        }
    }

    /** Older browsers say it by the origin alone. */
    private static boolean foreign(Incoming incoming) {
        String site = incoming.header("Sec-Fetch-Site");
        if (site != null) {
            return !site.equals("same-origin") && !site.equals("none");
        }
        String origin = incoming.header("Origin");
        return origin != null && !origin.replaceFirst("^https?://", "").equals(incoming.header("Host"));
    }

    private Call.Sender sender(Incoming incoming, Route route) {
        String authorization = incoming.header("Authorization");
        if (authorization != null && authorization.regionMatches(true, 0, BEARER, 0, BEARER.length())) {
            return bearer(authorization.substring(BEARER.length()).trim(), incoming, route);
        }
        if (authorization != null) {
            return basic(authorization, incoming.remoteAddress());
        }
        String token = incoming.cookie(SessionCookie.NAME);
        Optional<Access.Session> session = token == null ? Optional.empty() : access.session(token);
        if (session.isEmpty()) {
            return new Call.Sender(null, null);
        }
        if (incoming.unsafe() && !same(session.get().csrf(), incoming.header("X-CSRF"))) {
            throw new ProblemException(403, Text.of("rest.problem.csrf"), List.of());
        }
        if (!session.get().open() && !route.isOpenWhilePasswordIsOld()) {
            boolean old = session.get().mustChangePassword();
            String text = old ? "rest.problem.password-old" : "rest.problem.second-factor-missing";
            throw new ProblemException(403, Text.of(text), List.of());
        }
        return new Call.Sender(session.get().actor(), session.get());
    }

    private Call.Sender bearer(String token, Incoming incoming, Route route) {
        Access.Bearer bearer = access.bearer(token, incoming.remoteAddress());
        if (route.isForPeople()) {
            throw new ProblemException(403, Text.of("rest.problem.token-people"), List.of());
        }
        if (bearer.readOnly() && incoming.unsafe()) {
            throw new ProblemException(403, Text.of("rest.problem.token-read-only"), List.of());
        }
        return new Call.Sender(bearer.actor(), null);
    }

    private Call.Sender basic(String authorization, String address) {
        if (!authorization.regionMatches(true, 0, "Basic ", 0, 6)) {
            throw unknown();
        }
        String pair;
        try {
            pair = new String(
                    Base64.getDecoder().decode(authorization.substring(6).trim()), StandardCharsets.UTF_8);
        } catch (IllegalArgumentException malformed) {
            throw unknown();
        }
        int colon = pair.indexOf(':');
        if (colon < 1 || pair.indexOf('\0') >= 0) {
            throw unknown();
        }
        return new Call.Sender(access.basic(pair.substring(0, colon), pair.substring(colon + 1), address), null);
    }

    private static boolean same(String expected, @Nullable String given) {
        return given != null
                && MessageDigest.isEqual(
                        expected.getBytes(StandardCharsets.UTF_8), given.getBytes(StandardCharsets.UTF_8));
    }
}
