package org.weir.webhooks.event;

import java.time.Clock;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.Access;
import org.weir.access.api.Actor;
import org.weir.access.api.Directory;
import org.weir.access.api.Scope;
import org.weir.base.api.ProblemException;
import org.weir.events.api.Event;
import org.weir.events.api.EventConsumer;
import org.weir.records.api.RecordTypes;
import org.weir.records.api.Records;
import org.weir.store.api.Database;
import org.weir.webhooks.delivery.Deliver;
import org.weir.webhooks.delivery.DeliveryStore;
import org.weir.webhooks.webhook.Webhook;

/**
 * Puts every event into the line of each webhook that wants it and whose owner may see the record. Of a record that is gone,
 * those are told who may see all of its type, and those who had been told of it before.
 */
@Component(service = EventConsumer.class)
public final class FollowEvents implements EventConsumer {
    private final Wanting wanting;
    private final DeliveryStore deliveries;
    private final Deliver deliver;
    private final Access access;
    private final Directory directory;
    private final RecordTypes types;
    private final Records records;

    @Activate
    public FollowEvents(
            @Reference(target = "(schema=webhooks)") Database database,
            @Reference Deliver deliver,
            @Reference Access access,
            @Reference Directory directory,
            @Reference RecordTypes types,
            @Reference Records records) {
        this.wanting = new Wanting(database, Clock.systemUTC());
        this.deliveries = new DeliveryStore(database, Clock.systemUTC());
        this.deliver = deliver;
        this.access = access;
        this.directory = directory;
        this.types = types;
        this.records = records;
    }

    @Override
    public String name() {
        return "org.weir.webhooks";
    }

    @Override
    public boolean wants(String eventType) {
        return true;
    }

    @Override
    public void on(Event event) {
        if (event.subjectType().equals(Webhook.TYPE)) {
            wanting.forget();
        }
        List<Wanting.Target> targets = wanting.now().stream()
                .filter(it -> EventTypes.wanted(it.events(), event.type()))
                .filter(it -> !event.at().isBefore(it.since()))
                .toList();
        if (targets.isEmpty() || types.find(event.subjectType()).isEmpty()) {
            return;
        }
        String body = null;
        for (Wanting.Target target : targets) {
            if (visible(target, event)) {
                body = body == null ? CloudEvent.of(event, byName(event)) : body;
                deliver.enqueue(target.webhook(), event, body);
            }
        }
    }

    private boolean visible(Wanting.Target target, Event event) {
        Actor eyes = owner(target.owner());
        String read = event.subjectType() + ":read";
        if (eyes == null || !eyes.may(read)) {
            return false;
        }
        if (!event.type().endsWith(".deleted")) {
            return records.find(eyes, event.subjectType(), event.subject()).isPresent();
        }
        return eyes.scopes(read).contains(Scope.ALL) || deliveries.knows(target.webhook(), event.subject());
    }

    private @Nullable Actor owner(@Nullable UUID owner) {
        if (owner == null) {
            return null;
        }
        try {
            return access.actor(owner);
        } catch (ProblemException notActiveAnyMore) {
            return null;
        }
    }

    private @Nullable String byName(Event event) {
        if (event.actor() == null) {
            return null;
        }
        Directory.Person person = directory.people(List.of(event.actor())).get(event.actor());
        return person == null ? null : person.name();
    }
}
