package org.weir.rest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.rest.api.Operation;
import org.weir.rest.api.Reply;
import org.weir.rest.http.Answer;
import org.weir.rest.once.AnswerOnce;
import org.weir.store.api.Dialect;
import org.weir.testkit.FakeClock;

/** What is sent again under the same Idempotency-Key is done once. */
final class AnswerOnceStoreTest extends OnRunningApi {
    private static final String KEY = "Idempotency-Key";

    /** Waits inside until it is let go. */
    private static final class Slow implements Operation {
        final AtomicInteger calls = new AtomicInteger();
        final CountDownLatch inside = new CountDownLatch(1);
        final CountDownLatch go = new CountDownLatch(1);

        @Override
        public Method method() {
            return Method.POST;
        }

        @Override
        public String path() {
            return "/slow";
        }

        @Override
        public String name() {
            return "slow";
        }

        @Override
        public Text summary() {
            return Text.of("record.thing");
        }

        @Override
        public String permission() {
            return "signed-in";
        }

        @Override
        public Reply call(Ask ask) {
            calls.incrementAndGet();
            inside.countDown();
            try {
                go.await(20, TimeUnit.SECONDS);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
            return Reply.json(Map.of("calls", calls.get()));
        }
    }

    private static Optional<String> replayed(HttpResponse<String> answer) {
        return answer.headers().firstValue("Idempotency-Replayed");
    }

    private static long named(String name) throws Exception {
        return json(server().get("ada", "/api/thing?count=true&filter=name==" + name))
                .at("/count/number")
                .asLong();
    }

    @Test
    void a_request_sent_twice_is_done_once_and_answered_alike() throws Exception {
        String key = UUID.randomUUID().toString();
        HttpResponse<String> first = server().send("ada", "POST", "/api/thing", "{\"name\":\"Once\"}", KEY, key);
        HttpResponse<String> again =
                server().send("ada", "POST", "/api/thing", "{\"name\":\"Once\"}", KEY, "\"" + key + "\"");
        assertEquals(201, first.statusCode(), first.body());
        assertEquals(201, again.statusCode());
        assertEquals(first.body(), again.body());
        for (String header : new String[] {"Location", "ETag", "Content-Type"}) {
            assertEquals(first.headers().firstValue(header), again.headers().firstValue(header));
        }
        assertTrue(replayed(first).isEmpty());
        assertEquals("true", replayed(again).orElseThrow());
        assertEquals(1, named("Once"));
    }

    @Test
    void a_key_belongs_to_one_request_of_one_caller() throws Exception {
        String key = UUID.randomUUID().toString();
        assertEquals(
                201,
                server().send("ada", "POST", "/api/thing", "{\"name\":\"K1\"}", KEY, key)
                        .statusCode());
        HttpResponse<String> other = server().send("ada", "POST", "/api/thing", "{\"name\":\"K2\"}", KEY, key);
        assertEquals(422, other.statusCode());
        assertTrue(other.body().contains("key-other-request"));
        assertEquals(
                422,
                server().send("ada", "POST", "/api/tool", "{\"name\":\"K1\"}", KEY, key)
                        .statusCode());
        HttpResponse<String> ben = server().send("ben", "POST", "/api/thing", "{\"name\":\"K2\"}", KEY, key);
        assertEquals(201, ben.statusCode(), ben.body());
        assertEquals(
                400,
                server().send("ada", "POST", "/api/thing", "{\"name\":\"K3\"}", KEY, "white space")
                        .statusCode());
    }

    @Test
    void a_refusal_keeps_nothing_so_that_the_same_key_serves_the_mended_request() throws Exception {
        String key = UUID.randomUUID().toString();
        HttpResponse<String> refused = server().send("ada", "POST", "/api/thing", "{\"name\":\"\"}", KEY, key);
        assertEquals(422, refused.statusCode(), refused.body());
        assertEquals(
                201,
                server().send("ada", "POST", "/api/thing", "{\"name\":\"Mended\"}", KEY, key)
                        .statusCode());
    }

    @Test
    void an_upload_with_another_boundary_is_the_same_request() throws Exception {
        String key = UUID.randomUUID().toString();
        String[] bodies = new String[2];
        for (int i = 0; i < 2; i++) {
            String form = "--b" + i + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\n"
                    + "Name\nA\n\r\n--b" + i + "--\r\n";
            HttpResponse<String> sent = server().send(server().as("ada", "/api/thing/imports")
                    .header(KEY, key)
                    .header("Content-Type", "multipart/form-data; boundary=b" + i)
                    .POST(HttpRequest.BodyPublishers.ofString(form)));
            assertEquals(201, sent.statusCode(), sent.body());
            bodies[i] = sent.body();
        }
        assertEquals(bodies[0], bodies[1]);
    }

    @Test
    void while_the_first_is_under_way_the_second_is_told_so() throws Exception {
        Slow slow = new Slow();
        house().resources.addOperation(slow);
        CompletableFuture<HttpResponse<String>> first = CompletableFuture.supplyAsync(() -> {
            try {
                return server().send("ada", "POST", "/api/slow", "", KEY, "slow-1");
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        });
        assertTrue(slow.inside.await(20, TimeUnit.SECONDS));
        HttpResponse<String> second = server().send("ada", "POST", "/api/slow", "", KEY, "slow-1");
        assertEquals(409, second.statusCode(), second.body());
        slow.go.countDown();
        assertEquals(200, first.get(20, TimeUnit.SECONDS).statusCode());
        HttpResponse<String> third = server().send("ada", "POST", "/api/slow", "", KEY, "slow-1");
        assertEquals("{\"calls\":1}", third.body());
        assertEquals(1, slow.calls.get());
        house().resources.removeOperation(slow);
    }

    @Test
    void a_claim_left_by_a_node_that_died_is_taken_over_and_the_slow_one_does_not_count() throws Exception {
        UUID ada = house().actor("ada").user();
        AnswerOnce dead = new AnswerOnce(database("rest"), Clock.systemUTC());
        AnswerOnce later = new AnswerOnce(database("rest"), Clock.offset(Clock.systemUTC(), Duration.ofMinutes(3)));
        ProblemException lost = assertThrows(
                ProblemException.class,
                () -> dead.once(ada, "dead", "f", () -> {
                    assertEquals(204, outside(() -> later.once(ada, "dead", "f", () -> Answer.empty(204))));
                    return Answer.empty(200);
                }));
        assertEquals(409, lost.status());
        assertEquals(204, later.once(ada, "dead", "f", () -> Answer.empty(200)).status());
        AnswerOnce nextDay = new AnswerOnce(database("rest"), Clock.offset(Clock.systemUTC(), Duration.ofHours(25)));
        assertEquals(
                202, nextDay.once(ada, "dead", "g", () -> Answer.empty(202)).status());
    }

    @Test
    void what_is_still_worked_on_is_renewed_and_nobody_takes_it_over() throws Exception {
        UUID ada = house().actor("ada").user();
        FakeClock clock = FakeClock.at(Instant.now().toString());
        AnswerOnce busy = new AnswerOnce(database("rest"), clock);
        AnswerOnce other = new AnswerOnce(database("rest"), clock);
        Answer answer = busy.once(ada, "busy", "f", () -> {
            for (int i = 0; i < 4; i++) {
                clock.advance(Duration.ofSeconds(8));
                CompletableFuture.runAsync(busy::renew).get(20, TimeUnit.SECONDS);
            }
            assertEquals(409, outside(() -> other.once(ada, "busy", "f", () -> Answer.empty(204))));
            return Answer.empty(200);
        });
        assertEquals(200, answer.status());
        assertEquals(200, other.once(ada, "busy", "f", () -> Answer.empty(204)).status());
    }

    @Test
    void a_process_that_starts_on_hsqldb_lets_go_of_what_its_life_before_had_claimed() throws Exception {
        UUID ada = house().actor("ada").user();
        AnswerOnce dead = new AnswerOnce(database("rest"), Clock.systemUTC());
        AnswerOnce living = new AnswerOnce(database("rest"), Clock.systemUTC());
        boolean alone = database("rest").dialect() == Dialect.HSQLDB;
        try {
            ProblemException lost = assertThrows(
                    ProblemException.class,
                    () -> dead.once(ada, "before", "f", () -> {
                        living.start();
                        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(5);
                        int status;
                        do {
                            status = outside(() -> living.once(ada, "before", "f", () -> Answer.empty(204)));
                        } while (status == 409 && alone && System.nanoTime() < end);
                        // of several nodes it may be another's, and ends by itself
                        assertEquals(alone ? 204 : 409, status);
                        if (!alone) {
                            throw ProblemException.conflict(Text.of("rest.problem.key-under-way"));
                        }
                        return Answer.empty(200);
                    }));
            assertEquals(409, lost.status());
        } finally {
            living.close();
        }
    }

    /** The status another thread is answered with. */
    private static int outside(Callable<Answer> work) throws Exception {
        return CompletableFuture.supplyAsync(() -> {
                    try {
                        return work.call().status();
                    } catch (ProblemException e) {
                        return e.status();
                    } catch (Exception e) {
                        throw new IllegalStateException(e);
                    }
                })
                .get(20, TimeUnit.SECONDS);
    }
}
