package org.weir.webhooks.delivery;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.rest.api.Operation;
import org.weir.rest.api.Reply;
import org.weir.webhooks.webhook.Webhook;

/** {@code GET /api/webhook/{id}/deliveries}: the log, the newest first. */
@Component(service = Operation.class)
public final class ListDeliveries implements Operation {
    private static final int PAGE = 50;

    private final Deliveries deliveries;

    @Activate
    public ListDeliveries(@Reference Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    /** A delivery in the list. */
    public record Listed(
            UUID id,
            UUID event,
            String eventType,
            String recordType,
            UUID record,
            Delivery.State state,
            int attempts,
            Instant createdAt,
            @Nullable Instant nextAt,
            @Nullable Instant endedAt,
            @Nullable Integer lastStatus) {
        static Listed of(Delivery it) {
            return new Listed(
                    it.id(),
                    it.event(),
                    it.eventType(),
                    it.subjectType(),
                    it.subject(),
                    it.state(),
                    it.attempts(),
                    it.createdAt(),
                    it.nextAt(),
                    it.endedAt(),
                    it.lastStatus());
        }
    }

    @Override
    public Method method() {
        return Method.GET;
    }

    @Override
    public String path() {
        return "/webhook/{id}/deliveries";
    }

    @Override
    public String name() {
        return "listDeliveries";
    }

    @Override
    public Text summary() {
        return Text.of("webhooks.deliveries");
    }

    @Override
    public String permission() {
        return Webhook.TYPE + ":read";
    }

    @Override
    public List<Param> params() {
        return List.of(new Param("state", "string"), new Param("before", "uuid"));
    }

    @Override
    public Output output() {
        return Output.items(Listed.class);
    }

    @Override
    public Reply call(Ask ask) {
        UUID webhook = deliveries.webhook(ask.actor(), ask.pathId("id")).id();
        String before = ask.param("before");
        UUID last;
        try {
            last = before == null ? null : UUID.fromString(before);
        } catch (IllegalArgumentException noId) {
            throw ProblemException.badRequest(Text.of("webhooks.problem.state", before));
        }
        return Reply.json(deliveries.store().list(webhook, Deliveries.state(ask.param("state")), last, PAGE).stream()
                .map(Listed::of)
                .toList());
    }
}
