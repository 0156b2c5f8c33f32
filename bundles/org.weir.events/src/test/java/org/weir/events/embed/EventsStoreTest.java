package org.weir.events.embed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.weir.base.api.Gate;
import org.weir.base.api.Ids;
import org.weir.base.gate.EpochGate;
import org.weir.events.api.Consumers.Standing;
import org.weir.events.api.Event;
import org.weir.events.api.EventConsumer;
import org.weir.events.api.EventStream;
import org.weir.events.api.ParkedEvents.Parked;
import org.weir.events.delivery.Patience;
import org.weir.events.log.ForgetOldEvents;
import org.weir.store.api.Database;
import org.weir.store.api.Dialect;
import org.weir.testkit.database.OnEachDatabase;
import org.weir.testkit.database.Schemas;
import org.weir.testkit.database.TestDatabase;

@Schemas("events")
@SuppressWarnings("NullAway.Init")
final class EventsStoreTest {
    private static final Instant NOON = Instant.parse("2026-03-01T12:00:00Z");
    private static final Events.Settings QUICK = new Events.Settings(
            new Patience(List.of(Duration.ofMillis(5), Duration.ofMillis(5)), Duration.ofMillis(300)),
            Duration.ofMillis(50),
            Duration.ZERO);

    private final Gate gate = new EpochGate();
    private final ExecutorService writers = Executors.newFixedThreadPool(8);
    private Database database;
    private Events events;

    @BeforeEach
    void open(TestDatabase databases) {
        database = databases.schema("events");
        events = new Events(database, gate, Clock.fixed(NOON, ZoneOffset.UTC), QUICK).start();
    }

    @AfterEach
    void close() {
        writers.shutdownNow();
        events.close();
    }

    @OnEachDatabase
    void a_fact_reaches_its_consumer_as_it_was_written() {
        Recorder recorder = new Recorder("a");
        events.deliveries().add(recorder);
        Event event =
                new Event(Ids.next(), "account.created", "account", Ids.next(), NOON, Ids.next(), "{\"名\":\"中\"}");
        append(event);
        await(() -> recorder.taken.size() == 1);
        assertEquals(List.of(event), recorder.taken);
    }

    @OnEachDatabase
    void consumers_that_never_come_to_an_end_are_told_and_hold_up_nobody_else() throws Exception {
        CountDownLatch end = new CountDownLatch(1);
        List<String> endless = List.of("endless-1", "endless-2", "endless-3", "endless-4");
        endless.forEach(name -> events.deliveries().add(new Endless(name, end)));
        try {
            append(event("first", Ids.next()));
            Recorder recorder = new Recorder("a");
            events.deliveries().add(recorder);
            await(() -> {
                append(event("more", Ids.next()));
                return !recorder.taken.isEmpty();
            });
            await(() -> events.deliveries().all().stream()
                            .filter(it -> String.valueOf(it.failure()).contains("for more than PT0.3S"))
                            .count()
                    == endless.size());
        } finally {
            end.countDown();
        }
    }

    private record Endless(String name, CountDownLatch end) implements EventConsumer {
        @Override
        public boolean wants(String eventType) {
            return eventType.equals("first");
        }

        @Override
        public void on(Event event) throws InterruptedException {
            end.await();
        }
    }

    @OnEachDatabase
    void outside_of_a_transaction_nothing_is_written() {
        assertThrows(IllegalStateException.class, () -> events.log().append(event("x", Ids.next())));
    }

    @OnEachDatabase
    void what_was_rolled_back_never_happened() {
        Recorder recorder = new Recorder("a");
        events.deliveries().add(recorder);
        assertThrows(
                IllegalArgumentException.class,
                () -> database.perform(handle -> {
                    events.log().append(event("lost", Ids.next()));
                    throw new IllegalArgumentException("no");
                }));
        append(event("kept", Ids.next()));
        await(() -> !recorder.taken.isEmpty());
        assertEquals(List.of("kept"), recorder.types());
    }

    @OnEachDatabase
    void a_part_that_was_undone_leaves_no_fact_and_does_not_hold_up_the_rest() {
        Recorder recorder = new Recorder("a");
        events.deliveries().add(recorder);
        database.perform(handle -> {
            assertThrows(
                    IllegalArgumentException.class,
                    () -> database.attempt(part -> {
                        events.log().append(event("undone", Ids.next()));
                        throw new IllegalArgumentException("no");
                    }));
            events.log().append(event("kept", Ids.next()));
        });
        await(() -> !recorder.taken.isEmpty());
        assertEquals(List.of("kept"), recorder.types());
    }

    @OnEachDatabase
    void no_fact_is_skipped_or_told_twice_under_concurrent_commits_and_each_subject_is_in_order() throws Exception {
        Recorder recorder = new Recorder("a");
        events.deliveries().add(recorder);
        int threads = 8;
        int each = 60;
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            UUID subject = Ids.next();
            all.add(writers.submit(() -> write(subject, each)));
        }
        int rolledBack = 0;
        for (Future<?> it : all) {
            rolledBack += (Integer) it.get();
        }
        int expected = threads * each - rolledBack;
        await(() -> recorder.taken.size() >= expected);
        assertEquals(expected, recorder.taken.size());
        Map<UUID, Integer> last = new HashMap<>();
        for (Event event : recorder.taken) {
            int number = Integer.parseInt(event.data());
            Integer before = last.put(event.subject(), number);
            assertTrue(before == null || before < number, () -> "order of " + event);
        }
    }

    /** Takes a place early, commits late; one in ten is rolled back. */
    private int write(UUID subject, int count) throws InterruptedException {
        int rolledBack = 0;
        ThreadLocalRandom random = ThreadLocalRandom.current();
        for (int i = 0; i < count; i++) {
            int number = i;
            boolean fails = random.nextInt(10) == 0;
            try {
                database.perform(handle -> {
                    events.log()
                            .append(new Event(Ids.next(), "t", "account", subject, NOON, null, String.valueOf(number)));
                    Thread.sleep(random.nextInt(6));
                    if (fails) {
                        throw new IllegalArgumentException("rolled back");
                    }
                });
            } catch (IllegalArgumentException e) {
                rolledBack++;
            }
        }
        return rolledBack;
    }

    @OnEachDatabase
    void a_consumer_that_was_away_catches_up_and_a_new_one_begins_with_the_oldest() {
        Recorder first = new Recorder("first");
        events.deliveries().add(first);
        UUID subject = Ids.next();
        append(event("one", subject));
        await(() -> first.taken.size() == 1);
        events.deliveries().remove(first);
        append(event("two", subject));
        append(event("three", subject));
        Recorder back = new Recorder("first");
        Recorder fresh = new Recorder("second");
        events.deliveries().add(back);
        events.deliveries().add(fresh);
        await(() -> back.taken.size() == 2 && fresh.taken.size() == 3);
        assertEquals(List.of("one"), first.types());
        assertEquals(List.of("two", "three"), back.types());
        assertEquals(List.of("one", "two", "three"), fresh.types());
    }

    @OnEachDatabase
    void how_far_behind_a_consumer_is_can_be_seen_also_while_it_is_away() {
        Recorder recorder = new Recorder("first");
        events.deliveries().add(recorder);
        append(event("one", Ids.next()));
        await(() -> events.deliveries().all().equals(List.of(new Standing("first", 0, true, null))));
        events.deliveries().remove(recorder);
        append(event("two", Ids.next()));
        append(event("three", Ids.next()));
        assertEquals(
                List.of(new Standing("first", 2, false, null)),
                events.deliveries().all());
    }

    @OnEachDatabase
    void how_far_behind_a_consumer_is_is_reckoned_from_where_the_log_begins_and_ends_for_it() {
        Recorder recorder = new Recorder("first");
        events.deliveries().add(recorder);
        append(event("one", Ids.next()));
        await(() -> recorder.taken.size() == 1);
        events.deliveries().remove(recorder);
        for (String type : List.of("forgotten", "two", "lost", "three")) {
            append(event(type, Ids.next()));
        }
        database.perform(handle -> handle.execute("delete from events.log where type in ('forgotten', 'lost')"));
        assertEquals(3, events.deliveries().all().get(0).behind());
    }

    @OnEachDatabase
    void a_consumer_gets_only_the_types_it_wants() {
        Recorder recorder = new Recorder("a") {
            @Override
            public boolean wants(String type) {
                return type.startsWith("account.");
            }
        };
        events.deliveries().add(recorder);
        database.perform(handle -> {
            for (int i = 0; i < 700; i++) {
                events.log().append(event("noise", Ids.next()));
            }
            events.log().append(event("account.created", Ids.next()));
            events.log().append(event("accounts", Ids.next()));
        });
        await(() -> recorder.taken.size() == 1);
        assertEquals(List.of("account.created"), recorder.types());
    }

    @OnEachDatabase
    void a_poison_fact_is_parked_with_its_reason_and_the_rest_goes_on() {
        Recorder recorder = new Recorder("a");
        recorder.poison = "bad";
        events.deliveries().add(recorder);
        Event bad = event("bad", Ids.next());
        database.perform(handle -> {
            events.log().append(event("one", Ids.next()));
            events.log().append(bad);
            events.log().append(event("two", Ids.next()));
        });
        append(event("three", Ids.next()));
        await(() -> recorder.types().contains("three"));
        assertEquals(List.of("one", "two", "three"), recorder.kept());
        List<Parked> parked = events.deliveries().newest(10);
        assertEquals(1, parked.size());
        assertEquals(bad, parked.get(0).event());
        assertEquals(3, parked.get(0).attempts());
        assertTrue(parked.get(0).reason().contains("poisoned"), parked.get(0).reason());
        assertEquals(1, events.deliveries().count());
    }

    @OnEachDatabase
    void a_parked_fact_can_be_tried_again_or_given_up() {
        Recorder recorder = new Recorder("a");
        recorder.poison = "bad";
        events.deliveries().add(recorder);
        Event bad = event("bad", Ids.next());
        Event worse = event("bad", Ids.next());
        append(bad);
        append(worse);
        await(() -> events.deliveries().count() == 2);
        assertFalse(events.deliveries().retry("a", bad.id()));
        assertFalse(events.deliveries().retry("nobody", bad.id()));
        recorder.poison = "";
        assertTrue(events.deliveries().retry("a", bad.id()));
        assertFalse(events.deliveries().retry("a", bad.id()));
        assertTrue(events.deliveries().drop("a", worse.id()));
        assertFalse(events.deliveries().drop("a", worse.id()));
        assertEquals(0, events.deliveries().count());
        assertEquals(List.of("bad"), recorder.kept());
    }

    @OnEachDatabase
    void what_a_consumer_wrote_before_it_failed_is_undone() {
        Recorder recorder = new Recorder("a");
        recorder.poison = "bad";
        recorder.writesFacts = true;
        events.deliveries().add(recorder);
        append(event("bad", Ids.next()));
        append(event("good", Ids.next()));
        await(() -> recorder.types().contains("echo of good"));
        assertEquals(
                List.of("echo of good"),
                recorder.types().stream().filter(it -> it.startsWith("echo of")).toList());
    }

    @OnEachDatabase
    void a_consumer_that_was_removed_is_not_called_any_more() throws Exception {
        for (int round = 0; round < 20; round++) {
            Recorder recorder = new Recorder("a");
            events.deliveries().add(recorder);
            Future<?> writing = writers.submit(() -> {
                for (int i = 0; i < 10; i++) {
                    append(event("t", Ids.next()));
                }
            });
            events.deliveries().remove(recorder);
            int taken = recorder.taken.size();
            writing.get();
            assertEquals(taken, recorder.taken.size());
        }
    }

    @OnEachDatabase
    void a_listener_hears_what_is_committed_from_now_on_until_it_closes() {
        append(event("before", Ids.next()));
        List<String> heard = new CopyOnWriteArrayList<>();
        EventStream.Subscription other = events.stream().subscribe(event -> {
            throw new IllegalStateException("a bad listener");
        });
        EventStream.Subscription subscription = events.stream().subscribe(event -> heard.add(event.type()));
        append(event("one", Ids.next()));
        append(event("two", Ids.next()));
        await(() -> heard.size() == 2);
        subscription.close();
        append(event("three", Ids.next()));
        other.close();
        assertEquals(List.of("one", "two"), heard);
    }

    @OnEachDatabase
    void old_facts_that_everybody_had_are_forgotten_the_parked_ones_are_kept() {
        Recorder recorder = new Recorder("a");
        recorder.poison = "bad";
        events.deliveries().add(recorder);
        database.perform(handle -> {
            events.log().append(event("old", Ids.next()));
            events.log().append(event("bad", Ids.next()));
            events.log().append(new Event(Ids.next(), "young", "x", Ids.next(), NOON.plusSeconds(9), null, "{}"));
        });
        await(() -> recorder.types().contains("young"));
        events.deliveries().remove(recorder);
        append(event("not yet had", Ids.next()));
        assertEquals(1, new ForgetOldEvents(database).before(NOON.plusSeconds(5)));
        events.deliveries().forget();
        Recorder fresh = new Recorder("fresh");
        events.deliveries().add(fresh);
        await(() -> fresh.taken.size() == 3);
        assertEquals(List.of("bad", "young", "not yet had"), fresh.types());
    }

    @OnEachDatabase
    void after_a_restart_the_log_goes_on_where_it_was() {
        Recorder recorder = new Recorder("a");
        events.deliveries().add(recorder);
        append(event("one", Ids.next()));
        await(() -> recorder.taken.size() == 1);
        events.close();
        events = new Events(database, gate, Clock.fixed(NOON, ZoneOffset.UTC), QUICK).start();
        append(event("two", Ids.next()));
        events.deliveries().add(recorder);
        await(() -> recorder.taken.size() == 2);
        assertEquals(List.of("one", "two"), recorder.types());
    }

    @OnEachDatabase
    void two_nodes_share_the_work_without_doing_any_of_it_twice(TestDatabase databases) throws Exception {
        if (databases.dialect() == Dialect.HSQLDB) {
            return;
        }
        try (var store = databases.anotherNode();
                Events second = new Events(
                                store.migrated("events", TestDatabase.migrations("events")),
                                gate,
                                Clock.fixed(NOON, ZoneOffset.UTC),
                                QUICK)
                        .start()) {
            Recorder here = new Recorder("a");
            Recorder there = new Recorder("a");
            events.deliveries().add(here);
            second.deliveries().add(there);
            List<Future<?>> all = new ArrayList<>();
            for (int i = 0; i < 4; i++) {
                UUID subject = Ids.next();
                all.add(writers.submit(() -> write(subject, 40)));
            }
            int expected = 160;
            for (Future<?> it : all) {
                expected -= (Integer) it.get();
            }
            int count = expected;
            await(() -> here.taken.size() + there.taken.size() >= count);
            assertEquals(count, here.taken.size() + there.taken.size());
        }
    }

    private void append(Event event) {
        database.perform(handle -> events.log().append(event));
    }

    private static Event event(String type, UUID subject) {
        return new Event(Ids.next(), type, "account", subject, NOON, null, "{}");
    }

    private static void await(BooleanSupplier condition) {
        long deadline = System.nanoTime() + Duration.ofSeconds(30).toNanos();
        while (!condition.getAsBoolean()) {
            if (System.nanoTime() > deadline) {
                throw new AssertionError("did not come about within 30 s");
            }
            try {
                Thread.sleep(5);
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /** Remembers what it takes; its memory is not transactional, as that of a real consumer would be. */
    private class Recorder implements EventConsumer {
        private final String name;
        final List<Event> taken = new CopyOnWriteArrayList<>();
        volatile String poison = "";
        volatile boolean writesFacts;

        Recorder(String name) {
            this.name = name;
        }

        @Override
        public String name() {
            return name;
        }

        @Override
        public boolean wants(String eventType) {
            return true;
        }

        @Override
        public void on(Event event) {
            if (writesFacts && !event.type().startsWith("echo of")) {
                append(event("echo of " + event.type(), event.subject()));
            }
            if (event.type().equals(poison)) {
                throw new IllegalStateException("poisoned");
            }
            taken.add(event);
        }

        List<String> types() {
            return taken.stream().map(Event::type).toList();
        }

        /** What was taken, repeated deliveries counted once. */
        List<String> kept() {
            return taken.stream().distinct().map(Event::type).toList();
        }
    }
}
