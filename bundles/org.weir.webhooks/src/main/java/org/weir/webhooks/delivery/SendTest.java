package org.weir.webhooks.delivery;

import java.time.Clock;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.base.api.Ids;
import org.weir.base.api.Text;
import org.weir.events.api.Event;
import org.weir.records.api.Action;
import org.weir.records.api.Row;
import org.weir.webhooks.event.CloudEvent;
import org.weir.webhooks.webhook.Webhook;

/** Sends an event that says nothing but that somebody tries it: {@code webhook.tested}. */
@Component(service = Action.class)
public final class SendTest implements Action {
    private final Deliver deliver;

    @Activate
    public SendTest(@Reference Deliver deliver) {
        this.deliver = deliver;
    }

    @Override
    public String type() {
        return Webhook.TYPE;
    }

    @Override
    public String name() {
        return "test";
    }

    @Override
    public Set<Place> places() {
        return Set.of(Place.RECORD);
    }

    @Override
    public Done run(Call call) {
        Row webhook = call.rows().get(0);
        Event test = new Event(
                Ids.next(),
                "webhook.tested",
                Webhook.TYPE,
                webhook.id(),
                Clock.systemUTC().instant(),
                call.actor().user(),
                "{}");
        deliver.enqueue(webhook.id(), test, CloudEvent.of(test, call.actor().name()));
        return Done.said(Text.of("webhooks.tested"));
    }
}
