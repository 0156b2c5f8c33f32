package org.weir.webhooks.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Base64;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.BooleanSupplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.weir.access.api.Access;
import org.weir.access.api.Actor;
import org.weir.base.api.Ids;
import org.weir.events.api.Event;
import org.weir.records.api.Draft;
import org.weir.records.api.RecordTypes;
import org.weir.records.api.Row;
import org.weir.store.api.Database;
import org.weir.store.api.Seal;
import org.weir.testkit.FakeClock;
import org.weir.testkit.OpenGate;
import org.weir.testkit.database.OnEachDatabase;
import org.weir.testkit.database.Schemas;
import org.weir.testkit.database.TestDatabase;
import org.weir.testkit.records.RecordHouse;
import org.weir.webhooks.event.FollowEvents;
import org.weir.webhooks.secret.Secrets;
import org.weir.webhooks.send.Networks;
import org.weir.webhooks.webhook.Webhook;

/** From the event log to a receiver over real HTTP. What happens here happens to webhooks themselves, which are records too. */
@Schemas({"access", "records", "webhooks"})
final class DeliverStoreTest {
    /** One node over a database, with its own clock. */
    private static final class Node {
        final RecordHouse house;
        final Database database;
        final FakeClock clock =
                FakeClock.at(Instant.now().truncatedTo(ChronoUnit.MILLIS).toString());
        final Deliver deliver;
        final FollowEvents follow;
        final DeliveryStore store;
        final Secrets secrets;
        final Actor kim;
        final Actor lee;

        Node(TestDatabase databases) throws InterruptedException {
            house = new RecordHouse(databases);
            database = databases.schema("webhooks");
            house.service(Deliver.class).close(); // the house's own, which may call nobody here
            deliver = deliver();
            follow = new FollowEvents(
                    database,
                    deliver,
                    house.service(Access.class),
                    house.directory(),
                    house.service(RecordTypes.class),
                    house.records());
            store = new DeliveryStore(database, clock);
            secrets = new Secrets(database, clock, house.service(Seal.class));
            kim = house.user("kim", "integrator");
            lee = house.user("lee", "integrator");
        }

        Deliver deliver() {
            return new Deliver(
                    database,
                    house.service(Seal.class),
                    new Networks(List.of("127.0.0.0/8")),
                    house.records(),
                    house.service(Access.class),
                    house.texts(),
                    new OpenGate(),
                    clock);
        }

        /** A webhook of the person, with a secret. Where it goes is written past the check, which knows no networks here. */
        Row hook(Actor owner, String address, String... events) {
            Row row = named(owner, "Hook", events);
            database.perform(handle ->
                    handle.execute("update webhooks.webhook set address = ? where id = ?", address, row.id()));
            secrets.make(row.id(), Duration.ZERO);
            follow.on(event("webhook.changed", row.id()));
            return row;
        }

        Row named(Actor owner, String name, String... events) {
            return house.records()
                    .create(
                            owner,
                            Draft.create(
                                    Webhook.TYPE,
                                    Map.of(
                                            "name",
                                            name,
                                            "address",
                                            "https://example.com/",
                                            "events",
                                            List.of(events))));
        }

        Event event(String type, UUID subject) {
            return new Event(
                    Ids.next(),
                    type,
                    Webhook.TYPE,
                    subject,
                    Instant.now(),
                    kim.user(),
                    "{\"version\":3,\"changes\":{\"name\":[\"secret old\",\"secret new\"]}}");
        }

        List<Delivery> log(Row hook) {
            return store.list(hook.id(), null, null, 100);
        }

        void pass(Duration time) {
            clock.advance(time);
            deliver.look();
        }
    }

    /** As a node in service does, this one looks again and again. */
    private static void await(Node node, BooleanSupplier condition) throws InterruptedException {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(60);
        while (!condition.getAsBoolean()) {
            assertTrue(System.nanoTime() < end, "waited too long");
            node.deliver.look();
            Thread.sleep(20);
        }
    }

    /** As a receiver checks it: from the header, the body and the secret it was given. */
    private static boolean signed(Receiver.Got got, String secret) throws Exception {
        String content = got.id() + "." + got.headers().get("webhook-timestamp") + "." + got.body();
        Mac mac = Mac.getInstance("HmacSHA256");
        mac.init(new SecretKeySpec(Base64.getDecoder().decode(secret.replace("whsec_", "")), "HmacSHA256"));
        String expected =
                "v1," + Base64.getEncoder().encodeToString(mac.doFinal(content.getBytes(StandardCharsets.UTF_8)));
        return List.of(String.valueOf(got.headers().get("webhook-signature")).split(" "))
                .contains(expected);
    }

    @OnEachDatabase
    void an_event_arrives_signed_and_tells_what_happened_but_not_what_it_is(TestDatabase databases) throws Exception {
        Node node = new Node(databases);
        try (Receiver receiver = new Receiver()) {
            Row hook = node.hook(node.kim, receiver.address(), "webhook.changed");
            String secret = node.secrets.make(hook.id(), Duration.ZERO);
            Row subject = node.named(node.kim, "Subject");
            Event event = node.event("webhook.changed", subject.id());
            node.follow.on(event);
            node.follow.on(event);
            node.follow.on(node.event("webhook.created", subject.id()));
            await(
                    node,
                    () -> node.log(hook).size() == 2
                            && node.log(hook).stream().allMatch(it -> it.state() == Delivery.State.DELIVERED));
            Receiver.Got got = receiver.got().stream()
                    .filter(it -> it.id().equals(event.id().toString()))
                    .findFirst()
                    .orElseThrow();
            assertTrue(signed(got, secret));
            assertFalse(signed(got, "whsec_" + Base64.getEncoder().encodeToString(new byte[32])));
            assertEquals(
                    "application/cloudevents+json; charset=utf-8", got.headers().get("content-type"));
            JsonNode told = new ObjectMapper().readTree(got.body());
            assertEquals("1.0", told.get("specversion").asText());
            assertEquals(event.id().toString(), told.get("id").asText());
            assertEquals("webhook.changed", told.get("type").asText());
            assertEquals("webhook/" + subject.id(), told.get("subject").asText());
            assertEquals(
                    "/api/webhook/" + subject.id(), told.at("/data/record/href").asText());
            assertEquals("kim", told.at("/data/by/name").asText());
            assertEquals(3, told.at("/data/version").asInt());
            assertEquals("name", told.at("/data/changed/0").asText());
            assertFalse(got.body().contains("secret"), got.body());
            Delivery.Attempt attempt =
                    node.store.attempts(node.log(hook).get(0).id()).get(0);
            assertEquals(200, attempt.status());
            assertTrue(attempt.answer().startsWith("answer"), attempt.answer());
            assertTrue(attempt.request().contains("webhook-signature: v1,"), attempt.request());
        }
    }

    @OnEachDatabase
    void a_webhook_is_told_only_of_what_its_owner_may_see(TestDatabase databases) throws Exception {
        Node node = new Node(databases);
        try (Receiver receiver = new Receiver()) {
            Row kims = node.hook(node.kim, receiver.address(), "webhook.*");
            Row lees = node.hook(node.lee, receiver.address(), "webhook.*");
            Row subject = node.named(node.kim, "Subject");
            int before = node.log(lees).size();
            node.follow.on(node.event("webhook.created", subject.id()));
            node.house.records().delete(node.kim, Webhook.TYPE, subject.id(), null);
            node.follow.on(node.event("webhook.deleted", subject.id()));
            assertEquals(before, node.log(lees).size());
            List<String> told = node.log(kims).stream()
                    .filter(it -> it.subject().equals(subject.id()))
                    .map(Delivery::eventType)
                    .toList();
            assertEquals(List.of("webhook.deleted", "webhook.created"), told);
            node.follow.on(node.event("webhook.deleted", UUID.randomUUID()));
            assertEquals(
                    2,
                    node.log(kims).stream()
                            .filter(it -> !it.subject().equals(kims.id()))
                            .count());
        }
    }

    @OnEachDatabase
    void what_fails_is_sent_again_later_under_the_same_id(TestDatabase databases) throws Exception {
        Node node = new Node(databases);
        try (Receiver receiver =
                new Receiver().answering(number -> number <= 2 ? 500 : 204, Map.of("Retry-After", "60"))) {
            Row hook = node.hook(node.kim, receiver.address(), "webhook.created");
            node.follow.on(node.event("webhook.created", hook.id()));
            await(node, () -> node.store.standing(hook.id()).failures() == 1);
            Delivery failed = node.log(hook).get(0);
            assertEquals(500, failed.lastStatus());
            Instant next = failed.nextAt();
            assertTrue(next != null && !next.isBefore(node.clock.instant().plusSeconds(60)), "as the receiver asks");
            assertTrue(node.store.standing(hook.id()).failingSince() != null);
            node.pass(Duration.ofSeconds(30));
            assertEquals(1, receiver.got().size());
            node.pass(Duration.ofSeconds(31));
            await(node, () -> node.store.standing(hook.id()).failures() == 2);
            node.pass(Duration.ofMinutes(10));
            await(node, () -> node.store.standing(hook.id()).deliveredAt() != null);
            Set<String> ids = new HashSet<>();
            receiver.got().forEach(it -> ids.add(it.id()));
            assertEquals(1, ids.size());
            assertEquals(3, receiver.got().size());
            assertTrue(node.store.standing(hook.id()).failingSince() == null);
        }
    }

    @OnEachDatabase
    void a_slow_receiver_delays_nobody(TestDatabase databases) throws Exception {
        Node node = new Node(databases);
        CountDownLatch go = new CountDownLatch(1);
        try (Receiver slow = new Receiver();
                Receiver quick = new Receiver()) {
            slow.answering(
                    number -> {
                        try {
                            go.await(20, TimeUnit.SECONDS);
                        } catch (InterruptedException e) {
                            Thread.currentThread().interrupt();
                        }
                        return 200;
                    },
                    Map.of());
            Row slowHook = node.hook(node.kim, slow.address(), "webhook.created");
            Row quickHook = node.hook(node.kim, quick.address(), "webhook.created");
            for (int i = 0; i < 10; i++) {
                node.follow.on(node.event("webhook.created", quickHook.id()));
            }
            await(node, () -> quick.got().size() == 10);
            assertTrue(slow.got().size() <= 2, "no more than its places");
            go.countDown();
            await(node, () -> node.store.count(slowHook.id(), Delivery.State.DELIVERED) == 10);
        }
    }

    @OnEachDatabase
    void several_nodes_send_each_message_once_and_one_takes_over_from_a_dead_one(TestDatabase databases)
            throws Exception {
        Node node = new Node(databases);
        Deliver other = node.deliver();
        try (Receiver receiver = new Receiver()) {
            Row hook = node.hook(node.kim, receiver.address(), "webhook.created");
            List<Event> events = new ArrayList<>();
            for (int i = 0; i < 12; i++) {
                events.add(node.event("webhook.created", hook.id()));
            }
            events.forEach(it -> node.store.add(hook.id(), it, "{}"));
            List<DeliveryStore.Taken> dead = node.store.take(hook.id(), 2, Duration.ofMinutes(1));
            assertEquals(2, dead.size());
            await(node, () -> {
                node.deliver.look();
                other.look();
                return node.store.count(hook.id(), Delivery.State.DELIVERED) == 10;
            });
            assertEquals(
                    10, receiver.got().stream().map(Receiver.Got::id).distinct().count());
            assertEquals(10, receiver.got().size());
            node.clock.advance(Duration.ofSeconds(61));
            await(node, () -> {
                other.look();
                return node.store.count(hook.id(), Delivery.State.DELIVERED) == 12;
            });
            assertEquals(12, receiver.got().size());
        }
        other.close();
    }

    @OnEachDatabase
    void a_new_secret_signs_besides_the_old_one_for_a_while_and_without_one_nothing_is_sent(TestDatabase databases)
            throws Exception {
        Node node = new Node(databases);
        try (Receiver receiver = new Receiver()) {
            Row hook = node.hook(node.kim, receiver.address(), "webhook.created");
            node.database.perform(handle -> handle.execute("delete from webhooks.secret"));
            node.follow.on(node.event("webhook.created", hook.id()));
            node.deliver.look();
            assertEquals(0, receiver.got().size());
            String old = node.secrets.make(hook.id(), Duration.ZERO);
            String next = node.secrets.make(hook.id(), Duration.ofHours(24));
            assertNotEquals(old, next);
            node.deliver.look();
            await(node, () -> receiver.got().size() == 1);
            assertTrue(
                    signed(receiver.got().get(0), old) && signed(receiver.got().get(0), next));
            node.clock.advance(Duration.ofHours(25));
            node.follow.on(node.event("webhook.created", hook.id()));
            await(node, () -> receiver.got().size() == 2);
            assertFalse(signed(receiver.got().get(1), old));
            assertTrue(signed(receiver.got().get(1), next));
            assertEquals(1, node.secrets.made(hook.id()).size());
        }
    }

    /** Five days of failing stop a webhook; here somebody switches it on again. */
    private static void switchedOn(Node node) {
        node.database.perform(
                handle -> handle.execute("update webhooks.webhook set active = true where active = false"));
    }

    @OnEachDatabase
    void what_is_given_up_is_kept_and_can_be_replayed_alone_or_by_time(TestDatabase databases) throws Exception {
        Node node = new Node(databases);
        try (Receiver receiver = new Receiver().answering(number -> 500, Map.of())) {
            Row hook = node.hook(node.kim, receiver.address(), "webhook.created");
            Instant begun = node.clock.instant();
            node.follow.on(node.event("webhook.created", hook.id()));
            for (int attempts = 1; attempts <= 11; attempts++) {
                int sofar = attempts;
                await(node, () -> {
                    switchedOn(node);
                    return node.store.standing(hook.id()).failures() == sofar;
                });
                node.pass(Duration.ofHours(30));
            }
            assertEquals(Delivery.State.DEAD, node.log(hook).get(0).state());
            assertEquals(11, receiver.got().size());
            receiver.answering(number -> 200, Map.of());
            assertEquals(0, node.store.again(hook.id(), node.clock.instant(), node.clock.instant(), true));
            assertEquals(1, node.store.again(hook.id(), begun, node.clock.instant(), true));
            node.pass(Duration.ofMinutes(10));
            await(node, () -> {
                switchedOn(node);
                return node.log(hook).get(0).state() == Delivery.State.DELIVERED;
            });
            assertEquals(0, node.store.again(hook.id(), begun, node.clock.instant(), true));
            assertTrue(node.store.again(hook.id(), node.log(hook).get(0).id()));
            node.deliver.look();
            await(node, () -> receiver.got().size() == 13);
            assertEquals(
                    1, receiver.got().stream().map(Receiver.Got::id).distinct().count());
            node.clock.advance(Duration.ofDays(31));
            await(node, () -> node.store.purge(node.clock.instant().minus(Duration.ofDays(30))) == 1);
        }
    }

    @OnEachDatabase
    void a_receiver_that_failed_for_days_or_is_gone_is_stopped_and_its_owner_is_told(TestDatabase databases)
            throws Exception {
        Node node = new Node(databases);
        try (Receiver failing = new Receiver().answering(number -> 503, Map.of());
                Receiver gone = new Receiver().answering(number -> 410, Map.of())) {
            Row goneHook = node.hook(node.kim, gone.address(), "webhook.created");
            Row hook = node.hook(node.kim, failing.address(), "webhook.created");
            node.follow.on(node.event("webhook.created", hook.id()));
            await(node, () -> "gone".equals(node.house.read(goneHook).text("stoppedBecause")));
            await(node, () -> node.store.standing(hook.id()).failures() == 1);
            assertEquals(Boolean.TRUE, node.house.read(hook).get("active"));
            node.pass(Duration.ofDays(6));
            await(node, () -> "failing".equals(node.house.read(hook).text("stoppedBecause")));
            assertEquals(Boolean.FALSE, node.house.read(hook).get("active"));
            Row again =
                    node.house.records().update(node.kim, Draft.change(node.house.read(hook), Map.of("active", true)));
            assertTrue(again.get("stoppedBecause") == null);
        }
    }

    @OnEachDatabase
    void a_redirect_is_a_failure_and_nobody_goes_there(TestDatabase databases) throws Exception {
        Node node = new Node(databases);
        try (Receiver elsewhere = new Receiver();
                Receiver receiver = new Receiver().answering(number -> 307, Map.of("Location", elsewhere.address()))) {
            Row hook = node.hook(node.kim, receiver.address(), "webhook.created");
            node.follow.on(node.event("webhook.created", hook.id()));
            await(node, () -> node.log(hook).get(0).attempts() == 1);
            assertEquals(307, node.log(hook).get(0).lastStatus());
            assertEquals(Delivery.State.DUE, node.log(hook).get(0).state());
            assertEquals(0, elsewhere.got().size());
        }
    }

    @OnEachDatabase
    void an_address_that_has_come_to_lead_into_the_house_is_not_called(TestDatabase databases) throws Exception {
        Node node = new Node(databases);
        Row hook = node.hook(node.kim, "https://localhost:1/hook", "webhook.created");
        Row inside = node.hook(node.kim, "http://[::1]:1/hook", "webhook.created");
        Deliver strict = new Deliver(
                node.database,
                node.house.service(Seal.class),
                new Networks(List.of()),
                node.house.records(),
                node.house.service(Access.class),
                node.house.texts(),
                new OpenGate(),
                node.clock);
        for (Row each : List.of(hook, inside)) {
            node.store.add(each.id(), node.event("webhook.created", each.id()), "{}");
        }
        strict.look();
        for (Row each : List.of(hook, inside)) {
            await(node, () -> node.log(each).get(0).attempts() == 1);
            Delivery.Attempt attempt =
                    node.store.attempts(node.log(each).get(0).id()).get(0);
            assertTrue(attempt.error().contains("not a public address"), attempt.error());
        }
        strict.close();
    }
}
