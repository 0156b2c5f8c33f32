package org.weir.access.api;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * Tokens with which programs call the API as {@code Authorization: Bearer weir_…}: a person's own, and those of service
 * accounts. Only the hash of a token is stored; it is shown once, when it is made.
 */
@ProviderType
public interface Tokens {
    /** One's own, the newest first, those that have run out included. */
    List<Token> own(UUID user);

    /**
     * Makes one for oneself.
     *
     * @param present one's password, which is asked for again
     * @throws org.weir.base.api.ProblemException 422 at {@code present} when the password is wrong, at {@code name}, {@code
     *     days} or {@code permissions}; 409 when there are too many; 429 after too many tries
     */
    Made make(UUID user, Wanted wanted, String present);

    /** Ends one of one's own; it is refused from now on. Nothing happens when it is not there any more. */
    void revoke(UUID user, UUID token);

    /**
     * Those of anybody.
     *
     * @throws org.weir.base.api.ProblemException 403 without {@code access:administer}, as for all that follow
     */
    List<Token> of(Actor by, UUID user);

    /** Makes one for a service account. @throws org.weir.base.api.ProblemException as {@link #make}; 404 for persons */
    Made makeFor(Actor by, UUID service, Wanted wanted);

    /** Ends anybody's. */
    void revoke(Actor by, UUID user, UUID token);

    /** For how many days a token may hold at most; 0 when it may hold for ever. */
    int longestDays();

    /**
     * @param ending the last four characters of the secret
     * @param readOnly changes nothing, whatever the permissions
     * @param permissions what it is limited to, with {@code *} as in grants; empty for all that the user may
     * @param expiresAt null when it holds until it is revoked
     * @param lastUsedAt to the minute; null when it never was
     */
    record Token(
            UUID id,
            String name,
            String ending,
            boolean readOnly,
            Set<String> permissions,
            Instant createdAt,
            @Nullable Instant expiresAt,
            @Nullable Instant lastUsedAt,
            String lastAddress) {}

    /** @param days how long it is to hold; null for the longest that is allowed */
    record Wanted(
            String name,
            boolean readOnly,
            Set<String> permissions,
            @Nullable Integer days) {}

    /** @param secret shown now and never again */
    record Made(String secret, Token token) {
        @Override
        public String toString() {
            return "Made[" + token.id() + "]";
        }
    }
}
