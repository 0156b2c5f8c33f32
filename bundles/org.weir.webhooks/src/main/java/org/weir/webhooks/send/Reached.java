package org.weir.webhooks.send;

import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * How far a call came.
 *
 * @param status null when there was no answer
 * @param answer its first characters
 * @param error why there was none; empty otherwise
 * @param retryAfter how long the receiver asks to be left alone
 */
public record Reached(
        @Nullable Integer status,
        String answer,
        String error,
        long millis,
        @Nullable Duration retryAfter) {
    private static final int GONE = 410;

    /** Whether the receiver has taken it. */
    public boolean taken() {
        return status != null && status >= 200 && status < 300;
    }

    /** Whether the receiver wants nothing any more. */
    public boolean gone() {
        return status != null && status == GONE;
    }
}
