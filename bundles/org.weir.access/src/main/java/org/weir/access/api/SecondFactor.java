package org.weir.access.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/**
 * A code besides the password: of an authenticator (RFC 6238, six digits, 30 seconds) or, when that is lost, a recovery
 * code. A code counts once. Who has a second factor uses tokens and not the password with the API.
 */
@ProviderType
public interface SecondFactor {
    State state(UUID user);

    /**
     * Makes a secret for the authenticator. It is in force when {@link #confirm} has seen a code of it.
     *
     * @param present one's password
     * @throws org.weir.base.api.ProblemException 422 at {@code present} when it is wrong; 409 when there is a second factor
     *     already; 429 after too many tries
     */
    Setup begin(UUID user, String present);

    /** What was begun and waits for its first code. */
    Optional<Setup> begun(UUID user);

    /**
     * Puts it in force and ends one's other sessions.
     *
     * @param keep the session that goes on; null ends them all
     * @return recovery codes, shown now and never again
     * @throws org.weir.base.api.ProblemException 422 at {@code code} when it is wrong; 429 after too many tries
     */
    List<String> confirm(UUID user, @Nullable UUID keep, String code);

    /** New recovery codes; those before count no more. @throws org.weir.base.api.ProblemException as {@link #begin} */
    List<String> newCodes(UUID user, String present);

    /**
     * @throws org.weir.base.api.ProblemException 422 at {@code present} or {@code code}; 409 when a role asks for it; 429
     *     after too many tries
     */
    void remove(UUID user, String present, String code);

    /**
     * Takes away the second factor of somebody who has lost it, and ends that user's sessions.
     *
     * @throws org.weir.base.api.ProblemException 403 without {@code access:administer}
     */
    void reset(Actor by, UUID user);

    /**
     * @param on asked for at sign-in
     * @param due one of the user's roles asks for one
     * @param since when it was made; null when there is none
     * @param codes recovery codes left
     */
    record State(boolean on, boolean due, @Nullable Instant since, int codes) {}

    /** @param secret in Base32, to be typed; @param uri the same as {@code otpauth:}, for a picture */
    record Setup(String secret, String uri) {
        @Override
        public String toString() {
            return "Setup[…]";
        }
    }
}
