package org.weir.itest.webhook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.weir.itest.Api;
import org.weir.itest.Eventually;
import org.weir.itest.Weir;

class WebhooksIT {
    private static final JsonMapper JSON = new JsonMapper();

    @Test
    void a_receiver_outside_verifies_what_comes_and_gets_it_again_until_it_takes_it(@TempDir Path base)
            throws Exception {
        Authority authority = new Authority(base.resolve("authority"));
        Set<String> seen = ConcurrentHashMap.newKeySet();
        CountDownLatch held = new CountDownLatch(1);
        try (Receiver receiver = new Receiver(authority.server(), it -> seen.add(it.id()) ? 500 : 204);
                Receiver slow = new Receiver(null, it -> whenLet(held));
                Receiver gone = new Receiver(null, it -> 410);
                Weir weir = new Weir(base.resolve("weir"))
                        .with("WEIR_JAVA_OPTS", authority.trust())
                        .configured("org.weir.webhooks.cfg", "allowed.networks=127.0.0.0/8\n")
                        .started("--region", "eu", "--demo")) {
            Eventually.until("demo data", () -> weir.log().contains("Demo data made: aftersales"));
            Api api = new Api(weir, "demo-admin");
            String hook = webhook(api, "Over TLS", receiver.address());
            String secret = secret(api, hook, "");

            String account = account(api, "Told of");
            Eventually.until(
                    "taken at the second try", () -> receiver.about(account).size() == 2);
            List<Receiver.Told> tries = receiver.about(account);
            assertEquals(tries.get(0).id(), tries.get(1).id());
            assertTrue(tries.stream().allMatch(it -> it.signedWith(secret)));
            assertTrue(tries.get(0).type().startsWith("application/cloudevents+json"));
            JsonNode event = JSON.readTree(tries.get(0).body());
            assertEquals("1.0", event.path("specversion").asText());
            assertEquals(tries.get(0).id(), event.path("id").asText());
            assertEquals("account.created", event.path("type").asText());
            assertFalse(tries.get(0).text().contains("Told of"), "what it holds is read with one's own rights");

            String log = "/api/webhook/" + hook + "/deliveries";
            Eventually.until(
                    "written down",
                    () -> api.read(log + "?state=delivered").path("items").size() == 1);
            String delivery =
                    log + "/" + api.read(log).path("items").path(0).path("id").asText();
            JsonNode attempts = api.read(delivery).path("attempts");
            assertEquals(2, attempts.size(), attempts::toString);

            assertEquals(2, api.post(delivery + "/replay", "").statusCode() / 100);
            Eventually.until("replayed", () -> receiver.about(account).size() == 3);
            assertEquals(tries.get(0).id(), receiver.about(account).get(2).id());

            String second = secret(api, hook, "");
            String both = account(api, "Signed twice");
            Eventually.until("signed with both", () -> !receiver.about(both).isEmpty());
            Receiver.Told twice = receiver.about(both).get(0);
            assertTrue(twice.signedWith(secret) && twice.signedWith(second));
            String third = secret(api, hook, "?overlapHours=0");
            String one = account(api, "Signed once");
            Eventually.until(
                    "signed with the new one", () -> !receiver.about(one).isEmpty());
            Receiver.Told once = receiver.about(one).get(0);
            assertTrue(once.signedWith(third));
            assertFalse(once.signedWith(second));

            String waiting = webhook(api, "Slow", slow.address());
            secret(api, waiting, "");
            String closed = webhook(api, "Gone", gone.address());
            secret(api, closed, "");
            String late = account(api, "Told while another is slow");
            Eventually.until("the slow one is asked", () -> !slow.about(late).isEmpty());
            Eventually.until(
                    "the other has it long since", () -> receiver.about(late).size() == 2);
            assertEquals(1, held.getCount());
            held.countDown();
            Eventually.until("stopped", () -> api.read("/api/webhook/" + closed)
                    .path("stoppedBecause")
                    .asText()
                    .equals("gone"));
        } finally {
            held.countDown();
        }
    }

    @Test
    void nobody_inside_the_house_is_called_unless_it_allows_so(@TempDir Path base) throws Exception {
        try (Receiver inside = new Receiver(null, it -> 204);
                Weir weir = new Weir(base).started("--region", "eu", "--demo")) {
            Eventually.until("demo data", () -> weir.log().contains("Demo data made: relationship"));
            Api api = new Api(weir, "demo-admin");
            for (String address : List.of(inside.address(), "https://10.1.2.3/hook", "https://[::1]/hook")) {
                HttpResponse<String> refused = api.post(
                        "/api/webhook",
                        JSON.writeValueAsString(
                                Map.of("name", "Inside", "address", address, "events", List.of(), "active", true)));
                assertEquals(422, refused.statusCode(), refused::body);
                assertTrue(refused.body().contains("address"), refused::body);
            }
            String named = webhook(api, "By name", "https://localhost:1/hook");
            secret(api, named, "");
            account(api, "Nobody is told");
            String log = "/api/webhook/" + named + "/deliveries";
            Eventually.until(
                    "tried",
                    () -> api.read(log).path("items").path(0).path("attempts").asInt() > 0);
            String delivery = api.read(log).path("items").path(0).path("id").asText();
            JsonNode attempt = api.read(log + "/" + delivery).path("attempts").path(0);
            assertTrue(
                    attempt.path("status").isMissingNode()
                            || attempt.path("status").isNull(),
                    attempt::toString);
            assertFalse(attempt.toString().contains("Exception"), "refused before anybody was asked: " + attempt);
        }
    }

    private static int whenLet(CountDownLatch held) {
        try {
            held.await();
            return 204;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return 503;
        }
    }

    private static String webhook(Api api, String name, String address) throws Exception {
        return api.create(
                        "webhook",
                        Map.of("name", name, "address", address, "events", List.of("account.*"), "active", true))
                .path("id")
                .asText();
    }

    private static String secret(Api api, String webhook, String query) throws Exception {
        HttpResponse<String> answer = api.post("/api/webhook/" + webhook + "/secret" + query, "");
        assertEquals(201, answer.statusCode(), answer::body);
        return JSON.readTree(answer.body()).path("secret").asText();
    }

    private static String account(Api api, String name) throws Exception {
        return api.create("account", Map.of("name", name, "kind", "company"))
                .path("id")
                .asText();
    }
}
