package org.weir.webhooks.delivery;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.base.api.Text;
import org.weir.rest.api.Operation;
import org.weir.rest.api.Reply;
import org.weir.webhooks.webhook.Webhook;

/** {@code GET /api/webhook/{id}/deliveries/{deliveryId}}: the event as sent, and every attempt. */
@Component(service = Operation.class)
public final class ReadDelivery implements Operation {
    private final Deliveries deliveries;

    @Activate
    public ReadDelivery(@Reference Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    /** One try. @param millis how long it took; status is missing when there was no answer */
    public record Tried(
            Instant at,
            long millis,
            String request,
            @Nullable Integer status,
            String answer,
            String error) {}

    /** @param body as it is sent */
    public record Read(ListDeliveries.Listed delivery, String body, List<Tried> attempts) {}

    @Override
    public Method method() {
        return Method.GET;
    }

    @Override
    public String path() {
        return "/webhook/{id}/deliveries/{deliveryId}";
    }

    @Override
    public String name() {
        return "readDelivery";
    }

    @Override
    public Text summary() {
        return Text.of("webhooks.delivery");
    }

    @Override
    public String permission() {
        return Webhook.TYPE + ":read";
    }

    @Override
    public Output output() {
        return Output.json(200, Read.class);
    }

    @Override
    public Reply call(Ask ask) {
        UUID webhook = deliveries.webhook(ask.actor(), ask.pathId("id")).id();
        Delivery one = deliveries.one(webhook, ask.pathId("deliveryId"));
        return Reply.json(new Read(
                ListDeliveries.Listed.of(one),
                deliveries.store().body(one.id()),
                deliveries.store().attempts(one.id()).stream()
                        .map(it -> new Tried(it.at(), it.millis(), it.request(), it.status(), it.answer(), it.error()))
                        .toList()));
    }
}
