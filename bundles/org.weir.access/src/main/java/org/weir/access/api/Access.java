package org.weir.access.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** Signing in, and who is behind a request. */
@ProviderType
public interface Access {
    /**
     * Checks the password and opens a session. Wrong login and wrong password are not told apart, neither by words nor by
     * time; too many tries from one address or on one login are refused with 429 for a while.
     *
     * @throws org.weir.base.api.ProblemException 401 or 429; 401 also for those who have a second factor
     */
    SignedIn signIn(String login, String password, String remoteAddress, String userAgent);

    /**
     * The first step of signing in: with the right password either a session, or the question for a code.
     *
     * @throws org.weir.base.api.ProblemException 401 or 429
     */
    Step enter(String login, String password, String remoteAddress, String userAgent);

    /**
     * The second step: the code of the authenticator, or a recovery code. A code counts once.
     *
     * @param challenge of {@link Step.Asked}; good for five minutes and five tries
     * @throws org.weir.base.api.ProblemException 422 at {@code code} when it is wrong; 401 when one has to begin again; 429
     */
    SignedIn code(String challenge, String code, String remoteAddress, String userAgent);

    /**
     * Opens a session for somebody whom another bundle has made sure of, as single sign-on does. Neither password nor second
     * factor are asked for.
     *
     * @param how for the trail, without secrets: who vouched
     * @throws org.weir.base.api.ProblemException 401 when there is no such active person
     */
    SignedIn admit(UUID user, String how, String remoteAddress, String userAgent);

    /** The second factor, for those who set it up. */
    SecondFactor secondFactor();

    /** How many characters a password must have at least. */
    int leastPassword();

    /** The session of a cookie value; empty when unknown, expired or ended. Touches its idle time (cheaply). */
    Optional<Session> session(String token);

    /**
     * The person behind {@code Authorization: Basic} of an API client; same refusals as {@link #signIn}, cached briefly.
     *
     * @throws org.weir.base.api.ProblemException 401, 429, or 403 while the password must be changed first and for
     *     those who have, or must have, a second factor: they use tokens
     */
    Actor basic(String login, String password, String remoteAddress);

    /**
     * The program behind {@code Authorization: Bearer}: its user's rights, as far as the token reaches.
     *
     * @throws org.weir.base.api.ProblemException 401 when the token is unknown, has run out or its user is not active; 403
     *     while that user must change the password first
     */
    Bearer bearer(String token, String remoteAddress);

    /** Tokens, for those who make and end them. */
    Tokens tokens();

    void signOut(String token);

    /**
     * Changes one's own password and ends one's other sessions.
     *
     * @param keep the session that goes on, as {@link Session#id()}; null ends them all
     * @throws org.weir.base.api.ProblemException 422 at field {@code present} when it is wrong, at {@code next} when the new
     *     one is too weak (fewer than 12 characters, known from lists, built on the login, or the same as before); 429 after
     *     too many tries
     */
    void changePassword(UUID user, @Nullable UUID keep, String present, String next);

    /**
     * Asks again for the password before something delicate, as ending one's sessions elsewhere.
     *
     * @throws org.weir.base.api.ProblemException 422 at field {@code present} when it is wrong; 429 after too many tries
     */
    void confirm(UUID user, String present);

    /** One's open sessions, the last used first. */
    List<OpenSession> sessions(UUID user);

    /** Ends one of one's own sessions; nothing happens when it is not there any more. */
    void endSession(UUID user, UUID session);

    /** How one's account was used lately: sign-ins, refusals, tokens; the newest first. */
    List<AuditEntry> signIns(UUID user, int limit);

    /**
     * Anybody's open sessions.
     *
     * @throws org.weir.base.api.ProblemException 403 without {@code access:administer}, as for the next two
     */
    List<OpenSession> sessions(Actor by, UUID user);

    /** Ends one of anybody's sessions; nothing happens when it is not there any more. */
    void endSession(Actor by, UUID user, UUID session);

    /**
     * A secret with which somebody who forgot the password sets a new one, once and within a day: the administrator hands it
     * over as a link. An earlier one is void, and so are all when a password is set otherwise.
     *
     * @throws org.weir.base.api.ProblemException 404 for service accounts and those not active
     */
    String passwordLink(Actor by, UUID user);

    /** The login a link is for; empty when it does not hold any more. */
    Optional<String> loginOf(String passwordLink);

    /**
     * Sets the password by a link, and ends all sessions.
     *
     * @throws org.weir.base.api.ProblemException 422 at {@code next} when it is too weak; 410 when the link does not hold
     */
    void usePasswordLink(String passwordLink, String next, String remoteAddress);

    /** Language ({@code en}, {@code zh-CN}), time zone id, theme ({@code auto|light|dark}); null leaves it as it is. */
    void changePreferences(UUID user, @Nullable String language, @Nullable String zone, @Nullable String theme);

    /**
     * An actor for a user, as for a job that goes on after the request.
     *
     * @throws org.weir.base.api.ProblemException 404 when there is no such active user
     */
    Actor actor(UUID user);

    /** The system itself: everything allowed, shown as "Weir" in history. */
    Actor system();

    /** @param token the cookie's value; only its hash is stored */
    record SignedIn(String token, Session session) {}

    /**
     * @param csrf to be sent back with every unsafe request as header {@code X-CSRF} or form field {@code _csrf}
     * @param mustChangePassword nothing but the password page and sign-out is open until it is changed
     * @param mustSetUpSecondFactor likewise, until there is a second factor
     */
    record Session(
            UUID id,
            Actor actor,
            String csrf,
            String theme,
            boolean mustChangePassword,
            boolean mustSetUpSecondFactor,
            Instant expiresAt) {
        /** Whether everything is open that the actor may. */
        public boolean open() {
            return !mustChangePassword && !mustSetUpSecondFactor;
        }
    }

    /** What comes of the right password. */
    sealed interface Step {
        record Open(SignedIn signedIn) implements Step {}

        /** @param challenge to be sent back with the code */
        record Asked(String challenge) implements Step {}
    }

    /** @param token its id; @param readOnly nothing may be changed, whatever the actor's grants say */
    record Bearer(UUID token, Actor actor, boolean readOnly) {}

    /** A place where somebody is signed in. @param method {@code password, code, recovery, oidc} */
    record OpenSession(
            UUID id, Instant startedAt, Instant lastSeenAt, String address, String userAgent, String method) {}

    /** What an administrator sees in the audit trail; {@code user} is null for the system and for unknown logins. */
    record AuditEntry(
            UUID id, Instant at, @Nullable UUID user, String login, String action, String detail, String address) {}

    /**
     * Newest first, keyset-paged by the id of the last entry seen.
     *
     * @throws org.weir.base.api.ProblemException 403 without {@code access:audit}
     */
    List<AuditEntry> audit(Actor by, @Nullable UUID after, int limit);

    /** Those that the filter lets through. */
    List<AuditEntry> audit(Actor by, AuditFilter filter, @Nullable UUID after, int limit);

    /**
     * Which entries to read; null and empty do not limit.
     *
     * @param actions beginnings: {@code sign-in} stands for {@code sign-in.ok} and all others
     * @param from inclusive
     * @param until exclusive
     */
    record AuditFilter(
            @Nullable UUID user,
            List<String> actions,
            @Nullable Instant from,
            @Nullable Instant until) {
        public static final AuditFilter ALL = new AuditFilter(null, List.of(), null, null);
    }
}
