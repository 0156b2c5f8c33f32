package org.weir.webhooks.delivery;

import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.base.api.Text;
import org.weir.rest.api.Operation;
import org.weir.rest.api.Reply;
import org.weir.webhooks.webhook.Webhook;

/** {@code POST /api/webhook/{id}/deliveries/{deliveryId}/replay}: sends one again, under the id it had. */
@Component(service = Operation.class)
public final class ReplayDelivery implements Operation {
    private final Deliveries deliveries;

    @Activate
    public ReplayDelivery(@Reference Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    @Override
    public Method method() {
        return Method.POST;
    }

    @Override
    public String path() {
        return "/webhook/{id}/deliveries/{deliveryId}/replay";
    }

    @Override
    public String name() {
        return "replayDelivery";
    }

    @Override
    public Text summary() {
        return Text.of("webhooks.replay-one");
    }

    @Override
    public String permission() {
        return Webhook.TYPE + ":replay";
    }

    @Override
    public Output output() {
        return Output.NOTHING;
    }

    @Override
    public List<Integer> refuses() {
        return List.of(404, 409);
    }

    @Override
    public Reply call(Ask ask) {
        deliveries.again(ask.actor(), ask.pathId("id"), ask.pathId("deliveryId"));
        return Reply.nothing();
    }
}
