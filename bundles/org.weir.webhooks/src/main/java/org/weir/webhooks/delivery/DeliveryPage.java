package org.weir.webhooks.delivery;

import java.util.List;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.base.api.Text;
import org.weir.records.api.Row;
import org.weir.web.api.Page;
import org.weir.web.api.Reply;
import org.weir.web.api.Visit;
import org.weir.webhooks.jte.StaticTemplates;
import org.weir.webhooks.webhook.Webhook;

/** One delivery: the event, every attempt with request, answer and time, and sending it again. */
@Component(service = Page.class)
public final class DeliveryPage implements Page {
    private final Deliveries deliveries;

    @Activate
    public DeliveryPage(@Reference Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    @Override
    public String path() {
        return "/webhooks/{id}/deliveries/{delivery}";
    }

    @Override
    public String permission() {
        return Webhook.TYPE + ":read";
    }

    @Override
    public Reply get(Visit visit) {
        Row webhook = deliveries.webhook(visit.actor(), visit.pathId("id"));
        Delivery one = deliveries.one(webhook.id(), visit.pathId("delivery"));
        DeliveryStore store = deliveries.store();
        return new Reply.Show(
                Text.of("webhooks.delivery"),
                List.of(
                        new Reply.Crumb(Text.of("record.webhook.many"), "/r/webhook"),
                        new Reply.Crumb(
                                Text.of("web.as-is", String.valueOf(webhook.text("name"))),
                                "/r/webhook/" + webhook.id() + "/tab/deliveries")),
                new StaticTemplates()
                        .webhooksDelivery(
                                visit,
                                one,
                                store.body(one.id()),
                                store.attempts(one.id()),
                                deliveries.mayReplay(visit.actor(), webhook)));
    }

    /** Sends it again. */
    @Override
    public Reply post(Visit visit) {
        UUID webhook = visit.pathId("id");
        UUID delivery = visit.pathId("delivery");
        deliveries.again(visit.actor(), webhook, delivery);
        return new Reply.Redirect("/webhooks/" + webhook + "/deliveries/" + delivery, Text.of("webhooks.replayed", 1));
    }
}
