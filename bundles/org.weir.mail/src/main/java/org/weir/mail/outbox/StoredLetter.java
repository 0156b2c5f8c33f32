package org.weir.mail.outbox;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.mail.letter.Drawn;

/**
 * A letter on its way.
 *
 * @param failure what the mail server said last; null while nothing went wrong
 * @param job what sends it
 */
public record StoredLetter(
        UUID id,
        String template,
        UUID toUser,
        String address,
        String language,
        Drawn drawn,
        LetterState state,
        int attempts,
        @Nullable String failure,
        @Nullable UUID job,
        Instant createdAt,
        Instant changedAt) {}
