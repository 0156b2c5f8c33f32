package org.weir.webhooks.delivery;

import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.Actor;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.store.api.Database;
import org.weir.webhooks.webhook.Webhook;

/** The log of a webhook, for those who may see it, and sending again, for those who may replay. */
@Component(service = Deliveries.class)
public final class Deliveries {
    private final DeliveryStore store;
    private final Deliver deliver;
    private final Records records;

    @Activate
    public Deliveries(
            @Reference(target = "(schema=webhooks)") Database database,
            @Reference Deliver deliver,
            @Reference Records records) {
        this.store = new DeliveryStore(database, Clock.systemUTC());
        this.deliver = deliver;
        this.records = records;
    }

    DeliveryStore store() {
        return store;
    }

    Row webhook(Actor actor, UUID id) {
        return records.read(actor, Webhook.TYPE, id);
    }

    boolean mayReplay(Actor actor, Row webhook) {
        return actor.may(Webhook.TYPE + ":replay") && records.may(actor, "replay", webhook);
    }

    /** @throws ProblemException 404 when there is no such delivery of the webhook */
    Delivery one(UUID webhook, UUID id) {
        return store.find(webhook, id).orElseThrow(ProblemException::notFound);
    }

    /** @throws ProblemException 403; 404; 409 while it is being sent */
    void again(Actor actor, UUID webhook, UUID id) {
        Row row = webhook(actor, webhook);
        if (!mayReplay(actor, row)) {
            throw ProblemException.forbidden(Webhook.TYPE + ":replay");
        }
        one(webhook, id);
        if (!store.again(webhook, id)) {
            throw ProblemException.conflict(Text.of("webhooks.problem.under-way"));
        }
        deliver.soon();
    }

    /** @throws ProblemException 400 for a state that there is none of */
    static Delivery.@Nullable State state(@Nullable String name) {
        if (name == null || name.isEmpty()) {
            return null;
        }
        return List.of(Delivery.State.values()).stream()
                .filter(it -> it.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst()
                .orElseThrow(() -> ProblemException.badRequest(Text.of("webhooks.problem.state", name)));
    }
}
