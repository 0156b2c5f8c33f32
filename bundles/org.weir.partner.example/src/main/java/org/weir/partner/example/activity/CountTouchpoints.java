package org.weir.partner.example.activity;

import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.Access;
import org.weir.events.api.Event;
import org.weir.events.api.EventConsumer;
import org.weir.records.api.Records;
import org.weir.relationship.api.RelationshipTypes;
import org.weir.store.api.Database;

/** Listens for touchpoints; those logged while the bundle was away are counted when it returns. */
@Component
public final class CountTouchpoints implements EventConsumer {
    private final ActivityStore store;
    private final Records records;
    private final Access access;

    @Activate
    public CountTouchpoints(
            @Reference(target = "(schema=example)") Database database,
            @Reference Records records,
            @Reference Access access) {
        this.store = new ActivityStore(database);
        this.records = records;
        this.access = access;
    }

    @Override
    public String name() {
        return "org.weir.partner.example.activity";
    }

    @Override
    public boolean wants(String eventType) {
        return eventType.equals(RelationshipTypes.TOUCHPOINT + ".created");
    }

    @Override
    public void on(Event event) {
        records.find(access.system(), RelationshipTypes.TOUCHPOINT, event.subject())
                .map(it -> it.ref("account"))
                .ifPresent((UUID account) -> store.count(event.id(), account, event.at()));
    }
}
