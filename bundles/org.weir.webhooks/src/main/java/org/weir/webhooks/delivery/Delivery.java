package org.weir.webhooks.delivery;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An event on its way to a webhook.
 *
 * @param event the message's id, the same however often it is sent
 * @param nextAt when it is sent again; null when it has ended
 * @param lastStatus of the last attempt; null without an answer
 */
public record Delivery(
        UUID id,
        UUID webhook,
        UUID event,
        String eventType,
        String subjectType,
        UUID subject,
        State state,
        int attempts,
        Instant createdAt,
        @Nullable Instant nextAt,
        @Nullable Instant endedAt,
        @Nullable Integer lastStatus,
        @Nullable Long lastMillis) {
    /** Where it is. */
    public enum State {
        /** Waits to be sent, or to be sent again. */
        DUE,
        DELIVERED,
        /** Given up after the last attempt; it can be replayed. */
        DEAD
    }

    /** One try. @param request its headers as sent; @param status null when there was no answer */
    public record Attempt(
            Instant at,
            long millis,
            String request,
            @Nullable Integer status,
            String answer,
            String error) {}
}
