package org.weir.events.delivery;

import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ScheduledExecutorService;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weir.base.api.Gate;
import org.weir.events.api.Consumers;
import org.weir.events.api.EventConsumer;
import org.weir.events.api.ParkedEvents;
import org.weir.events.log.StoredLog;
import org.weir.store.api.Database;

/** All consumers that are there now, and what they could not take. */
public final class Deliveries implements ParkedEvents, Consumers {
    private static final Logger LOG = LoggerFactory.getLogger(Deliveries.class);
    private static final Duration AT_MOST = Duration.ofSeconds(10);

    private final Delivery.Context context;
    private final List<Delivery> all = new CopyOnWriteArrayList<>();
    /** Consumers that went and still work on a fact. */
    private final List<Delivery> lingering = new CopyOnWriteArrayList<>();

    public Deliveries(
            Database database,
            StoredLog log,
            Gate gate,
            Clock clock,
            Patience patience,
            ScheduledExecutorService threads) {
        this.context = new Delivery.Context(
                database,
                log,
                new Recent(database, log),
                new Cursors(database),
                new Parking(database, clock),
                gate,
                patience,
                threads);
    }

    /** From now on the consumer gets what it has not had yet. */
    public synchronized void add(EventConsumer consumer) {
        String name = consumer.name();
        if (all.stream().anyMatch(it -> it.consumer().name().equals(name))) {
            LOG.error("Two consumers are named {}; {} gets no facts", name, consumer.getClass());
            return;
        }
        Delivery delivery = new Delivery(consumer, context);
        all.add(delivery);
        delivery.wake();
    }

    /** When this returns the consumer is not called any more (or has worked on one fact for 10 s). */
    public void remove(EventConsumer consumer) {
        List<Delivery> gone = new ArrayList<>();
        synchronized (this) {
            for (Delivery delivery : all) {
                if (delivery.consumer() == consumer) {
                    gone.add(delivery);
                }
            }
            all.removeAll(gone);
        }
        gone.forEach(it -> it.stop(AT_MOST));
        gone.stream().filter(Delivery::busy).forEach(lingering::add);
        context.gate().awaitGrace(AT_MOST);
    }

    /** How many threads may never come back from their consumers. */
    public int hanging() {
        lingering.removeIf(it -> !it.busy());
        return (int) (all.stream().filter(Delivery::hangs).count()
                + lingering.stream().filter(Delivery::hangs).count());
    }

    /** There may be something new for everybody. */
    public void wake() {
        context.recent().changed();
        all.forEach(Delivery::wake);
    }

    /** Facts were deleted from the log; those held in memory may be among them. */
    public void forget() {
        context.recent().forget();
    }

    public void close() {
        List<Delivery> gone = List.copyOf(all);
        all.clear();
        gone.forEach(it -> it.stop(AT_MOST));
    }

    @Override
    public List<Standing> all() {
        Map<String, Delivery> here = new HashMap<>();
        all.forEach(it -> here.put(it.consumer().name(), it));
        return context.database().read(handle -> {
            List<Standing> result = new ArrayList<>();
            for (Cursors.Cursor cursor : context.cursors().all(handle)) {
                Delivery delivery = here.get(cursor.consumer());
                long reached = delivery == null ? cursor.position() : Math.max(cursor.position(), delivery.passed());
                result.add(new Standing(
                        cursor.consumer(),
                        context.log().stretchAfter(handle, reached),
                        delivery != null,
                        delivery == null ? null : delivery.failure()));
            }
            return result;
        });
    }

    @Override
    public List<Parked> newest(int limit) {
        return context.parking().newest(limit);
    }

    @Override
    public long count() {
        return context.parking().count();
    }

    @Override
    public boolean retry(String consumer, UUID event) {
        for (Delivery delivery : all) {
            if (delivery.consumer().name().equals(consumer)) {
                return context.parking()
                        .find(consumer, event)
                        .map(parked -> retry(delivery.consumer(), parked))
                        .orElse(false);
            }
        }
        return false;
    }

    @SuppressWarnings("try")
    private boolean retry(EventConsumer consumer, Parked parked) {
        UUID event = parked.event().id();
        try (Gate.Pass pass = context.gate().enter()) {
            context.database().perform(handle -> {
                if (context.parking().release(handle, parked.consumer(), event)) {
                    consumer.on(parked.event());
                }
            });
            return true;
        } catch (Exception | LinkageError | AssertionError e) {
            LOG.warn("The consumer {} failed at the parked {} again", parked.consumer(), parked.event(), e);
            context.parking().failedAgain(parked.consumer(), event, e);
            return false;
        }
    }

    @Override
    public boolean drop(String consumer, UUID event) {
        return context.database().write(handle -> context.parking().release(handle, consumer, event));
    }
}
