package org.weir.events.embed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import java.util.stream.IntStream;
import org.weir.base.api.Ids;
import org.weir.base.gate.EpochGate;
import org.weir.events.api.Consumers.Standing;
import org.weir.events.api.Event;
import org.weir.events.api.EventConsumer;
import org.weir.store.api.Database;
import org.weir.testkit.database.OnEachDatabase;
import org.weir.testkit.database.Schemas;
import org.weir.testkit.database.TestDatabase;

/** Consumers share the end of the log in memory, however far apart they are. */
@Schemas("events")
final class BehindStoreTest {
    private static final int MANY = 2_500;

    /** Takes every so manieth fact, waiting before the first. */
    private record Taker(String name, int every, CountDownLatch go, List<String> taken) implements EventConsumer {
        Taker(String name, int every, CountDownLatch go) {
            this(name, every, go, new CopyOnWriteArrayList<>());
        }

        @Override
        public boolean wants(String eventType) {
            return Integer.parseInt(eventType) % every == 0;
        }

        @Override
        public void on(Event event) throws InterruptedException {
            assertTrue(go.await(30, TimeUnit.SECONDS));
            taken.add(event.type());
        }

        List<String> wanted() {
            return IntStream.rangeClosed(1, MANY)
                    .filter(it -> it % every == 0)
                    .mapToObj(String::valueOf)
                    .toList();
        }
    }

    @OnEachDatabase
    void each_takes_what_it_wants_once_and_in_order(TestDatabase databases) throws Exception {
        Database database = databases.schema("events");
        CountDownLatch now = new CountDownLatch(0);
        CountDownLatch later = new CountDownLatch(1);
        Taker all = new Taker("all", 1, now);
        Taker some = new Taker("some", 700, now);
        Taker none = new Taker("none", MANY + 1, now);
        Taker slow = new Taker("slow", 3, later);
        List<Taker> takers = List.of(all, some, none, slow);
        try (Events events = new Events(database, new EpochGate(), Clock.systemUTC(), Events.Settings.USUAL).start()) {
            takers.forEach(events.deliveries()::add);
            for (int i = 0; i < MANY; i += 50) {
                int from = i;
                database.perform(handle -> {
                    for (int j = from; j < from + 50; j++) {
                        events.log().append(fact(String.valueOf(j + 1)));
                    }
                });
            }
            await(() -> all.taken().size() >= MANY && some.taken().size() >= 3);
            later.countDown();
            await(() -> slow.taken().size() >= slow.wanted().size());
            Taker late = new Taker("late", 2, now);
            events.deliveries().add(late);
            await(() -> late.taken().size() >= late.wanted().size());
            await(() -> events.deliveries().all().stream().allMatch(it -> it.behind() == 0));
            assertEquals(late.wanted(), late.taken());
            for (Taker it : takers) {
                assertEquals(it.name().equals("none") ? List.of() : it.wanted(), it.taken(), it.name());
            }
            assertEquals(
                    List.of("all", "late", "none", "slow", "some"),
                    events.deliveries().all().stream().map(Standing::name).toList());
        }
    }

    private static Event fact(String type) {
        return new Event(Ids.next(), type, "account", Ids.next(), Instant.parse("2026-03-01T12:00:00Z"), null, "{}");
    }

    private static void await(BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "did not come about within 30 s");
            Thread.sleep(5);
        }
    }
}
