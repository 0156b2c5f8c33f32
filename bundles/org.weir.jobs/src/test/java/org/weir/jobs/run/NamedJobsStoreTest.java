package org.weir.jobs.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.weir.base.api.Gate;
import org.weir.base.api.Ids;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.base.gate.EpochGate;
import org.weir.jobs.api.JobKind;
import org.weir.jobs.api.Jobs.Job;
import org.weir.jobs.api.Jobs.Progress;
import org.weir.jobs.api.Jobs.State;
import org.weir.jobs.api.Schedule;
import org.weir.jobs.api.ScheduledJob;
import org.weir.jobs.api.Schedules.Planned;
import org.weir.store.api.Database;
import org.weir.testkit.FakeClock;
import org.weir.testkit.database.OnEachDatabase;
import org.weir.testkit.database.Schemas;
import org.weir.testkit.database.TestDatabase;

@Schemas("jobs")
@SuppressWarnings("NullAway.Init")
final class NamedJobsStoreTest {
    private static final Text TITLE = Text.of("count");
    private static final Text DONE = Text.of("counted");
    private static final String KIND = "test.count";

    private final UUID owner = Ids.next();
    private final Gate gate = new EpochGate();
    private final List<RunJobs> nodes = new ArrayList<>();
    private final List<Map<String, String>> ran = Collections.synchronizedList(new ArrayList<>());
    private Database database;

    private interface Work {
        Text run(Map<String, String> input, Progress progress) throws Exception;
    }

    private record Kind(String name, int tries, Work work) implements JobKind {
        @Override
        public Text run(Map<String, String> input, Progress progress) throws Exception {
            return work.run(input, progress);
        }

        @Override
        public Duration pause(int failed) {
            return Duration.ofMillis(30L * failed);
        }
    }

    private record Turn(Schedule schedule, Work work) implements ScheduledJob {
        @Override
        public String name() {
            return "test.turn";
        }

        @Override
        public Text title() {
            return TITLE;
        }

        @Override
        public Text run(Progress progress) throws Exception {
            return work.run(Map.of(), progress);
        }
    }

    @BeforeEach
    void open(TestDatabase databases) {
        database = databases.schema("jobs");
    }

    @AfterEach
    void close() {
        nodes.forEach(RunJobs::close);
    }

    private RunJobs node() {
        RunJobs node = new RunJobs(database, gate, Clock.systemUTC(), 1, Duration.ofMillis(10));
        nodes.add(node);
        return node;
    }

    @OnEachDatabase
    void when_the_clock_is_set_back_an_hour_what_comes_round_goes_on_and_what_was_due_is_done() {
        FakeClock clock = FakeClock.at("2026-03-02T09:00:00Z");
        RunJobs node = new RunJobs(database, gate, clock, 1, Duration.ofMillis(10));
        nodes.add(node);
        AtomicInteger turns = new AtomicInteger();
        node.add(new Turn(Schedule.every(Duration.ofMinutes(1)), (input, progress) -> {
            turns.incrementAndGet();
            return DONE;
        }));
        node.start();
        await(() -> {
            clock.advance(Duration.ofSeconds(10));
            return turns.get() >= 2;
        });
        UUID id = node.enqueue(KIND, TITLE, owner, Map.of(), null);
        sleep();
        clock.advance(Duration.ofHours(-1));
        int before = turns.get();
        sleep();
        node.add(new Kind(KIND, 3, this::count));
        assertEquals(State.DONE, ended(node, id).state());
        await(() -> {
            clock.advance(Duration.ofSeconds(10));
            return turns.get() > before;
        });
        assertTrue(clock.instant().isBefore(Instant.parse("2026-03-02T09:00:00Z")), "within the hour");
    }

    /** Long enough for the node to have looked at the clock. */
    private static void sleep() {
        LockSupport.parkNanos(Duration.ofMillis(300).toNanos());
    }

    private Text count(Map<String, String> input, Progress progress) {
        ran.add(input);
        return DONE;
    }

    private Text forever(Map<String, String> input, Progress progress) throws InterruptedException {
        ran.add(input);
        while (true) {
            progress.step(1, 0, Text.of("on and on"));
            Thread.sleep(2);
        }
    }

    @OnEachDatabase
    void named_work_that_was_written_down_is_done_by_a_process_that_starts_later() {
        RunJobs before = node();
        UUID id = before.enqueue(KIND, TITLE, owner, Map.of("a", "甲"), null);
        before.close();
        RunJobs after = node().start();
        assertEquals(State.WAITING, after.find(id).orElseThrow().state());
        after.add(new Kind(KIND, 3, this::count));
        Job job = ended(after, id);
        assertEquals(State.DONE, job.state());
        assertEquals(DONE, job.message());
        assertEquals(KIND, job.kind());
        assertEquals(1, job.attempts());
        assertFalse(job.node().isEmpty());
        assertEquals(List.of(Map.of("a", "甲")), ran);
    }

    @OnEachDatabase
    void named_work_exists_only_if_the_transaction_commits_and_not_before_its_time() {
        RunJobs node = node().start();
        node.add(new Kind(KIND, 3, this::count));
        assertThrows(
                IllegalStateException.class,
                () -> database.perform(handle -> {
                    node.enqueue(KIND, TITLE, owner, Map.of(), null);
                    throw new IllegalStateException("rolled back");
                }));
        UUID later = node.enqueue(KIND, TITLE, owner, Map.of(), Instant.now().plusSeconds(3_600));
        UUID now = database.write(handle -> node.enqueue(KIND, TITLE, owner, Map.of("n", "1"), null));
        assertEquals(State.DONE, ended(node, now).state());
        assertEquals(List.of(Map.of("n", "1")), ran);
        assertEquals(State.WAITING, node.find(later).orElseThrow().state());
        node.cancel(later);
        assertEquals(State.CANCELLED, node.find(later).orElseThrow().state());
    }

    @OnEachDatabase
    void several_nodes_do_each_piece_of_work_once() {
        List<RunJobs> several = List.of(node().start(), node().start(), node().start());
        several.forEach(it -> it.add(new Kind(KIND, 3, this::count)));
        List<UUID> all = new ArrayList<>();
        for (int i = 0; i < 40; i++) {
            all.add(several.get(i % 3).enqueue(KIND, TITLE, owner, Map.of("n", "" + i), null));
        }
        all.forEach(id -> assertEquals(State.DONE, ended(several.get(0), id).state()));
        assertEquals(40, ran.size());
        assertEquals(40, Set.copyOf(ran).size());
    }

    @OnEachDatabase
    void work_of_a_node_that_died_is_taken_over_by_another() {
        UUID id = node().enqueue(KIND, TITLE, owner, Map.of(), null);
        claimedByOneThatDies(3);
        assertEquals(State.RUNNING, job(node(), id).state());
        RunJobs other = node().start();
        assertEquals(State.WAITING, job(other, id).state());
        assertEquals(Text.of("job.taken-over"), job(other, id).message());
        other.add(new Kind(KIND, 3, this::count));
        assertEquals(State.DONE, ended(other, id).state());
        assertEquals(2, job(other, id).attempts());
    }

    @OnEachDatabase
    void work_that_kills_every_process_that_takes_it_is_given_up() {
        UUID id = node().enqueue(KIND, TITLE, owner, Map.of(), null);
        for (int died = 1; died <= 3; died++) {
            claimedByOneThatDies(3);
            node().start().close();
        }
        assertEquals(State.FAILED, job(node(), id).state());
        assertEquals(Text.of("job.died"), job(node(), id).message());
    }

    private void claimedByOneThatDies(int tries) {
        KindStore dying = new KindStore(database, Clock.systemUTC(), Node.here());
        assertTrue(dying.claim(dying.due(List.of(KIND), 1).get(0), tries));
    }

    @OnEachDatabase
    void a_node_that_was_thought_dead_does_not_overwrite_what_another_has_done() {
        Node slow = Node.here();
        UUID id = node().enqueue(KIND, TITLE, owner, Map.of(), null);
        KindStore kinds = new KindStore(database, Clock.systemUTC(), slow);
        kinds.claim(kinds.due(List.of(KIND), 1).get(0), 3);
        RunJobs other = node().start();
        other.add(new Kind(KIND, 3, this::count));
        ended(other, id);
        Run.Snapshot late = new Run.Snapshot(State.FAILED, 0, 0, null, null, Instant.now(), null, true);
        assertFalse(new JobStore(database, Clock.systemUTC(), slow).save(id, late));
        assertEquals(State.DONE, job(other, id).state());
    }

    @OnEachDatabase
    void work_that_fails_is_tried_again_and_then_given_up_until_somebody_retries_it() {
        RunJobs node = node().start();
        AtomicInteger count = new AtomicInteger();
        node.add(new Kind(KIND, 3, (input, progress) -> {
            if (count.incrementAndGet() <= 3) {
                throw new IllegalStateException("the other side is away");
            }
            return DONE;
        }));
        UUID id = node.enqueue(KIND, TITLE, owner, Map.of(), null);
        Job failed = ended(node, id);
        assertEquals(State.FAILED, failed.state());
        assertEquals(3, failed.attempts());
        assertEquals(3, count.get());
        assertTrue(failed.canRetry());
        await(() -> node.newest(Set.of(State.FAILED), 5).stream()
                .anyMatch(it -> it.id().equals(id)));
        node.retry(id);
        await(() -> job(node, id).state() == State.DONE);
        assertEquals(1, job(node, id).attempts());
        assertEquals(
                409, assertThrows(ProblemException.class, () -> node.retry(id)).status());
    }

    @OnEachDatabase
    void work_that_cannot_succeed_is_not_tried_again() {
        RunJobs node = node().start();
        node.add(new Kind(KIND, 3, (input, progress) -> {
            ran.add(input);
            throw ProblemException.conflict(Text.of("no.such", "x"));
        }));
        UUID id = node.enqueue(KIND, TITLE, owner, Map.of(), null);
        assertEquals(Text.of("no.such", "x"), ended(node, id).message());
        assertEquals(State.FAILED, job(node, id).state());
        assertEquals(1, ran.size());
    }

    @OnEachDatabase
    void named_work_can_be_cancelled_while_it_runs_even_from_another_node() {
        RunJobs node = node().start();
        node.add(new Kind(KIND, 3, this::forever));
        UUID id = node.enqueue(KIND, TITLE, owner, Map.of(), null);
        await(() -> ran.size() == 1);
        node().cancel(id);
        assertEquals(State.CANCELLED, ended(node, id).state());
    }

    @OnEachDatabase
    void a_node_that_stops_hands_its_named_work_on_without_counting_it() {
        RunJobs first = node().start();
        first.add(new Kind(KIND, 1, this::forever));
        UUID id = first.enqueue(KIND, TITLE, owner, Map.of(), null);
        await(() -> ran.size() == 1);
        first.close();
        assertEquals(State.WAITING, job(first, id).state());
        RunJobs second = node().start();
        second.add(new Kind(KIND, 1, this::count));
        assertEquals(State.DONE, ended(second, id).state());
        assertEquals(1, job(second, id).attempts());
    }

    @OnEachDatabase
    void work_waits_for_the_bundle_that_does_it_and_leaves_with_it() {
        RunJobs node = node().start();
        Kind kind = new Kind(KIND, 1, this::forever);
        node.add(kind);
        UUID id = node.enqueue(KIND, TITLE, owner, Map.of(), null);
        await(() -> ran.size() == 1);
        node.remove(kind);
        await(() -> job(node, id).state() == State.WAITING);
        node.add(new Kind(KIND, 1, this::count));
        assertEquals(State.DONE, ended(node, id).state());
    }

    @OnEachDatabase
    void what_comes_round_has_each_turn_on_one_node_only() throws InterruptedException {
        AtomicInteger together = new AtomicInteger();
        AtomicInteger most = new AtomicInteger();
        Turn turn = new Turn(Schedule.every(Duration.ofSeconds(1)), (input, progress) -> {
            most.accumulateAndGet(together.incrementAndGet(), Math::max);
            Thread.sleep(20);
            together.decrementAndGet();
            ran.add(input);
            return DONE;
        });
        Instant began = Instant.now();
        List<RunJobs> several = List.of(node().start(), node().start(), node().start());
        several.forEach(it -> it.add(turn));
        await(() -> ran.size() >= 2);
        long passed = Duration.between(began, Instant.now()).toSeconds();
        assertEquals(1, most.get());
        assertTrue(ran.size() <= passed + 1, ran.size() + " turns in " + passed + " s");
        assertEquals(
                1,
                several.get(0).planned().stream()
                        .filter(it -> it.name().equals("test.turn"))
                        .count());
        await(() -> several.get(0).newest(Set.of(State.DONE), 50).size() <= 2);
    }

    @OnEachDatabase
    void a_turn_that_was_missed_is_made_up_for_once() {
        Turn turn = new Turn(Schedule.cron("0 0 1 1 *", ZoneOffset.UTC), this::count);
        RunJobs first = node().start();
        first.add(turn);
        await(() -> planned(first).isPresent());
        first.close();
        database.perform(
                handle -> handle.createUpdate("update jobs.schedules set next_at = :past where name = 'test.turn'")
                        .bind("past", Instant.now().minusSeconds(50_000))
                        .execute());
        RunJobs second = node().start();
        second.add(turn);
        await(() -> lastTurn(second, State.DONE));
        assertEquals(1, ran.size());
    }

    @OnEachDatabase
    void a_turn_can_be_had_now_and_one_that_a_dying_node_had_comes_again() {
        Turn turn = new Turn(Schedule.cron("0 0 1 1 *", ZoneOffset.UTC), this::count);
        RunJobs first = node().start();
        first.add(turn);
        await(() -> planned(first).isPresent());
        first.close();
        ScheduleStore dying = new ScheduleStore(database, Clock.systemUTC(), Node.here());
        first.runNow("test.turn");
        assertTrue(dying.claim(dying.due().get(0), turn).isPresent());
        RunJobs second = node().start();
        second.add(turn);
        await(() -> lastTurn(second, State.DONE));
        assertEquals(1, ran.size());
        second.runNow("test.turn");
        await(() -> ran.size() == 2);
        assertEquals(
                404,
                assertThrows(ProblemException.class, () -> second.runNow("test.nobody"))
                        .status());
    }

    @OnEachDatabase
    void a_turn_that_fails_is_shown_and_the_next_one_comes() {
        RunJobs node = node().start();
        node.add(new Turn(Schedule.cron("0 0 1 1 *", ZoneOffset.UTC), (input, progress) -> {
            throw new IllegalStateException("no luck");
        }));
        await(() -> planned(node).isPresent());
        node.runNow("test.turn");
        await(() -> lastTurn(node, State.FAILED));
        await(() -> planned(node).orElseThrow().next().isAfter(Instant.now()));
    }

    private static Optional<Planned> planned(RunJobs node) {
        return node.planned().stream()
                .filter(it -> it.name().equals("test.turn"))
                .findFirst();
    }

    private static boolean lastTurn(RunJobs node, State state) {
        return planned(node)
                .map(Planned::last)
                .filter(it -> it.state() == state && it.ended())
                .isPresent();
    }

    private static Job job(RunJobs node, UUID id) {
        return node.find(id).orElseThrow();
    }

    private static Job ended(RunJobs node, UUID id) {
        await(() -> job(node, id).ended());
        return job(node, id);
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
}
