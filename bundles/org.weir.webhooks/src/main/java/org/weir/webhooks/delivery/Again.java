package org.weir.webhooks.delivery;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import org.jspecify.annotations.Nullable;

/** When something that failed is tried again: ever later, never for all at the same moment. */
final class Again {
    private static final List<Duration> PAUSES = List.of(
            Duration.ofSeconds(5),
            Duration.ofSeconds(30),
            Duration.ofMinutes(2),
            Duration.ofMinutes(10),
            Duration.ofHours(1),
            Duration.ofHours(3),
            Duration.ofHours(6),
            Duration.ofHours(12),
            Duration.ofHours(24),
            Duration.ofHours(24));
    private static final Duration LONGEST_WISH = Duration.ofHours(24);
    private static final int LONGEST_REST_SECONDS = 300;

    private Again() {}

    /** @param failed attempts so far, from 1; @param wish what the receiver asked for. @return null: never again */
    static @Nullable Duration after(int failed, @Nullable Duration wish) {
        if (failed > PAUSES.size()) {
            return null;
        }
        Duration pause = jittered(PAUSES.get(failed - 1));
        if (wish == null || wish.compareTo(pause) < 0) {
            return pause;
        }
        return wish.compareTo(LONGEST_WISH) > 0 ? LONGEST_WISH : wish;
    }

    /** How long a receiver is left alone that has failed so often in a row, whatever waits for it. */
    static Duration rest(int failures) {
        return jittered(Duration.ofSeconds(Math.min(LONGEST_REST_SECONDS, 1L << Math.min(failures, 9))));
    }

    /** Up to a fifth longer. */
    private static Duration jittered(Duration pause) {
        return pause.plusMillis(ThreadLocalRandom.current().nextLong(pause.toMillis() / 5 + 1));
    }
}
