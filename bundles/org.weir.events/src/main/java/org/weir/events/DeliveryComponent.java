package org.weir.events;

import java.util.List;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.weir.events.api.Consumers;
import org.weir.events.api.EventConsumer;
import org.weir.events.api.ParkedEvents;
import org.weir.events.delivery.Deliveries;

/** Serves the consumers that come and go. */
@Component(
        service = {ParkedEvents.class, Consumers.class},
        immediate = true)
public final class DeliveryComponent implements ParkedEvents, Consumers {
    private final Deliveries deliveries;

    @Activate
    public DeliveryComponent(@Reference LogComponent log) {
        this.deliveries = log.deliveries();
    }

    @Reference(
            service = EventConsumer.class,
            cardinality = ReferenceCardinality.MULTIPLE,
            policy = ReferencePolicy.DYNAMIC)
    void addConsumer(EventConsumer consumer) {
        deliveries.add(consumer);
    }

    void removeConsumer(EventConsumer consumer) {
        deliveries.remove(consumer);
    }

    @Override
    public List<Standing> all() {
        return deliveries.all();
    }

    @Override
    public List<Parked> newest(int limit) {
        return deliveries.newest(limit);
    }

    @Override
    public long count() {
        return deliveries.count();
    }

    @Override
    public boolean retry(String consumer, UUID event) {
        return deliveries.retry(consumer, event);
    }

    @Override
    public boolean drop(String consumer, UUID event) {
        return deliveries.drop(consumer, event);
    }
}
