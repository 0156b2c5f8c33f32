package org.weir.webhooks.delivery;

import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.records.api.Action;
import org.weir.records.api.FieldSpec;
import org.weir.store.api.Database;
import org.weir.webhooks.webhook.Webhook;

/** Sends again what was in line between two moments, under the ids it had. */
@Component(service = Action.class)
public final class ReplayDeliveries implements Action {
    private final DeliveryStore store;
    private final Deliver deliver;

    @Activate
    public ReplayDeliveries(@Reference(target = "(schema=webhooks)") Database database, @Reference Deliver deliver) {
        this.store = new DeliveryStore(database, Clock.systemUTC());
        this.deliver = deliver;
    }

    /** @param failedOnly what was delivered is left alone */
    public record Input(
            @FieldSpec(required = true) Instant from,
            @FieldSpec(required = true, initial = "now") Instant to,
            @FieldSpec(initial = "true") @Nullable Boolean failedOnly) {}

    @Override
    public String type() {
        return Webhook.TYPE;
    }

    @Override
    public String name() {
        return "replay";
    }

    @Override
    public int order() {
        return 200;
    }

    @Override
    public Set<Place> places() {
        return Set.of(Place.RECORD);
    }

    @Override
    public Class<? extends Record> input() {
        return Input.class;
    }

    @Override
    public Done run(Call call) {
        Input input = (Input) call.input();
        if (!input.from().isBefore(input.to())) {
            throw ProblemException.invalid("to", Text.of("webhooks.problem.range"));
        }
        UUID webhook = call.rows().get(0).id();
        int count = store.again(webhook, input.from(), input.to(), Boolean.TRUE.equals(input.failedOnly()));
        deliver.soon();
        return Done.said(Text.of("webhooks.replayed", count));
    }
}
