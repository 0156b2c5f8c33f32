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
     * @throws org.weir.base.api.ProblemException 401 or 429
     */
    SignedIn signIn(String login, String password, String remoteAddress, String userAgent);

    /** The session of a cookie value; empty when unknown, expired or ended. Touches its idle time (cheaply). */
    Optional<Session> session(String token);

    /** The person behind {@code Authorization: Basic} of an API client; same refusals as {@link #signIn}, cached briefly. */
    Actor basic(String login, String password, String remoteAddress);

    void signOut(String token);

    /**
     * @throws org.weir.base.api.ProblemException 422 when the present password is wrong or the new one too weak (fewer than
     *     12 characters, or contains the login, or the same as before)
     */
    void changePassword(UUID user, String present, String next);

    /** Language ({@code en}, {@code zh-CN}), time zone id, theme ({@code auto|light|dark}); null leaves it as it is. */
    void changePreferences(UUID user, @Nullable String language, @Nullable String zone, @Nullable String theme);

    /** An actor for a user, as for a job that goes on after the request. */
    Actor actor(UUID user);

    /** The system itself: everything allowed, shown as "Weir" in history. */
    Actor system();

    /** @param token the cookie's value; only its hash is stored */
    record SignedIn(String token, Session session) {}

    /**
     * @param csrf to be sent back with every unsafe request as header {@code X-CSRF} or form field {@code _csrf}
     * @param mustChangePassword nothing but the password page and sign-out is open until it is changed
     */
    record Session(
            UUID id, Actor actor, String csrf, String theme, boolean mustChangePassword, Instant expiresAt) {}

    /** What an administrator sees in the audit trail. */
    record AuditEntry(UUID id, Instant at, @Nullable UUID user, String login, String action, String detail, String address) {}

    /** Newest first, keyset-paged by the id of the last entry seen. */
    List<AuditEntry> audit(@Nullable UUID after, int limit);
}
