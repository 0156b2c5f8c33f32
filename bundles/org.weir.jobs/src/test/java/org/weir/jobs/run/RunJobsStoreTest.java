package org.weir.jobs.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.weir.base.api.Gate;
import org.weir.base.api.Ids;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.base.gate.EpochGate;
import org.weir.jobs.api.Jobs.Job;
import org.weir.jobs.api.Jobs.Progress;
import org.weir.jobs.api.Jobs.State;
import org.weir.store.api.Database;
import org.weir.store.api.Dialect;
import org.weir.testkit.database.OnEachDatabase;
import org.weir.testkit.database.Schemas;
import org.weir.testkit.database.TestDatabase;

@Schemas("jobs")
@SuppressWarnings("NullAway.Init")
final class RunJobsStoreTest {
    private static final Text TITLE = Text.of("import.title", "运营商.csv", 2_599);
    private static final Text DONE = Text.of("import.done");

    private final UUID owner = Ids.next();
    private final Gate gate = new EpochGate();
    private Database database;
    private RunJobs jobs;

    @BeforeEach
    void open(TestDatabase databases) {
        database = databases.schema("jobs");
        jobs = node();
    }

    @AfterEach
    void close() {
        if (jobs != null) {
            jobs.close();
        }
    }

    private RunJobs node() {
        return new RunJobs(database, gate, Clock.systemUTC(), 2, Duration.ofMillis(10)).start();
    }

    @OnEachDatabase
    void more_jobs_run_at_once_when_it_is_set_so() throws InterruptedException {
        CountDownLatch all = new CountDownLatch(3);
        jobs.threads(3);
        for (int i = 0; i < 3; i++) {
            jobs.submit(TITLE, owner, progress -> {
                all.countDown();
                all.await();
                return DONE;
            });
        }
        assertTrue(all.await(60, java.util.concurrent.TimeUnit.SECONDS), "three at once");
    }

    @OnEachDatabase
    void a_job_that_was_submitted_is_done_and_says_its_outcome() {
        UUID id = jobs.submit(TITLE, owner, progress -> {
            progress.step(1, 2, Text.of("half"));
            return DONE;
        });
        Job job = ended(id);
        assertEquals(State.DONE, job.state());
        assertEquals(new Text("import.title", List.of("运营商.csv", 2_599L)), job.title());
        assertEquals(DONE, job.message());
        assertEquals(1, job.done());
        assertEquals(2, job.total());
        assertEquals(List.of(id), jobs.ofOwner(owner, 5).stream().map(Job::id).toList());
        assertEquals(List.of(), jobs.ofOwner(Ids.next(), 5));
        assertEquals(Optional.empty(), jobs.find(Ids.next()));
    }

    @OnEachDatabase
    void progress_is_seen_here_at_once_and_soon_by_every_node() {
        CountDownLatch go = new CountDownLatch(1);
        UUID id = jobs.submit(TITLE, owner, progress -> {
            database.perform(handle -> progress.step(7, 9, Text.of("in a transaction")));
            go.await();
            return DONE;
        });
        await(() -> jobs.find(id).orElseThrow().done() == 7);
        JobStore elsewhere = new JobStore(database, Clock.systemUTC(), Node.here());
        await(() -> elsewhere.find(id).orElseThrow().done() == 7);
        assertEquals(State.RUNNING, elsewhere.find(id).orElseThrow().state());
        go.countDown();
        assertEquals(State.DONE, ended(id).state());
    }

    @OnEachDatabase
    void a_job_that_is_cancelled_stops_at_its_next_step() {
        UUID id = jobs.submit(TITLE, owner, this::forever);
        await(() -> jobs.find(id).orElseThrow().state() == State.RUNNING);
        jobs.cancel(id);
        assertEquals(State.CANCELLED, ended(id).state());
    }

    @OnEachDatabase
    void a_job_can_be_cancelled_from_another_node_and_while_it_waits() {
        UUID first = jobs.submit(TITLE, owner, this::forever);
        UUID second = jobs.submit(TITLE, owner, this::forever);
        UUID waiting = jobs.submit(TITLE, owner, this::forever);
        new JobStore(database, Clock.systemUTC(), Node.here()).askToCancel(waiting);
        assertEquals(State.CANCELLED, ended(waiting).state());
        new JobStore(database, Clock.systemUTC(), Node.here()).askToCancel(first);
        assertEquals(State.CANCELLED, ended(first).state());
        jobs.cancel(second);
        assertEquals(State.CANCELLED, ended(second).state());
    }

    @OnEachDatabase
    void a_job_that_fails_says_why() {
        UUID problem = jobs.submit(TITLE, owner, progress -> {
            throw ProblemException.conflict(Text.of("in.use", "x"));
        });
        UUID error = jobs.submit(TITLE, owner, progress -> {
            throw new IOException("disk");
        });
        assertEquals(State.FAILED, ended(problem).state());
        assertEquals(Text.of("in.use", "x"), ended(problem).message());
        assertEquals(Text.of("job.failed", error.toString()), ended(error).message());
    }

    @OnEachDatabase
    void a_job_submitted_in_a_transaction_runs_only_after_its_commit() {
        assertThrows(
                IllegalStateException.class,
                () -> database.perform(handle -> {
                    jobs.submit(TITLE, owner, progress -> DONE);
                    throw new IllegalStateException("rolled back");
                }));
        assertEquals(List.of(), jobs.ofOwner(owner, 5));
        UUID id = database.write(handle -> jobs.submit(TITLE, owner, progress -> DONE));
        assertEquals(State.DONE, ended(id).state());
    }

    @OnEachDatabase
    void a_long_job_does_not_keep_the_gate_closed() {
        CountDownLatch inside = new CountDownLatch(1);
        UUID id = jobs.submit(TITLE, owner, progress -> {
            inside.countDown();
            return forever(progress);
        });
        await(() -> inside.getCount() == 0);
        assertTrue(gate.awaitGrace(Duration.ofSeconds(20)));
        assertFalse(jobs.find(id).orElseThrow().ended());
        jobs.cancel(id);
        ended(id);
    }

    @OnEachDatabase
    void a_job_is_marked_interrupted_when_its_node_stops() {
        UUID id = jobs.submit(TITLE, owner, this::forever);
        await(() -> jobs.find(id).orElseThrow().state() == State.RUNNING);
        jobs.close();
        assertEquals(State.INTERRUPTED, jobs.find(id).orElseThrow().state());
    }

    @OnEachDatabase
    void what_a_dead_process_left_is_marked_interrupted_at_start_but_a_living_node_is_left_alone() {
        JobStore dead = new JobStore(database, Clock.systemUTC(), Node.here());
        UUID left = Ids.next();
        dead.add(left, TITLE, owner);
        Node livingNode = Node.here();
        JobStore living = new JobStore(database, Clock.systemUTC(), livingNode);
        new NodeStore(database, Clock.systemUTC(), livingNode).alive();
        UUID goesOn = Ids.next();
        living.add(goesOn, TITLE, owner);
        RunJobs started = node();
        assertEquals(State.INTERRUPTED, started.find(left).orElseThrow().state());
        boolean severalNodes = database.dialect() == Dialect.POSTGRESQL;
        assertEquals(
                severalNodes ? State.WAITING : State.INTERRUPTED,
                started.find(goesOn).orElseThrow().state());
        started.close();
    }

    private Text forever(Progress progress) throws InterruptedException {
        while (true) {
            progress.step(1, 0, Text.of("on and on"));
            Thread.sleep(2);
        }
    }

    private Job ended(UUID id) {
        await(() -> jobs.find(id).orElseThrow().ended());
        return jobs.find(id).orElseThrow();
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
