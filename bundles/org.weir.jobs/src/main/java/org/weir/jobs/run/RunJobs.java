package org.weir.jobs.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weir.base.api.Gate;
import org.weir.base.api.Ids;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.jobs.api.JobKind;
import org.weir.jobs.api.Jobs;
import org.weir.jobs.api.ScheduledJob;
import org.weir.jobs.api.Schedules;
import org.weir.jobs.run.LiveRuns.Origin;
import org.weir.store.api.Database;
import org.weir.store.api.Dialect;

/**
 * Runs jobs on a few threads of this node. Work that lives in memory waits in the order it came; work that is named or comes
 * round is claimed in the database when its time has come, so that one node has it.
 */
public final class RunJobs implements Jobs, Schedules, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RunJobs.class);
    private static final Duration SILENT = Duration.ofSeconds(40);
    private static final long HEARTBEAT_SECONDS = 10;
    private static final int NAMED_AT_ONCE = 6;

    private final Database database;
    private final JobStore store;
    private final KindStore kinds;
    private final ScheduleStore schedules;
    private final NodeStore nodes;
    private final LiveRuns live;
    private final Dispatch dispatch;
    private final Gate gate;
    private final Clock clock;
    private final Duration saveEvery;
    private final ExecutorService workers;
    private final ExecutorService named = Executors.newCachedThreadPool(Ticks.named("weir-task-"));
    private final ScheduledExecutorService ticker;
    private final Ticks ticks = new Ticks();
    private volatile boolean looks;

    /**
     * @param database the schema {@code jobs}
     * @param threads how many jobs that live in memory run at once
     * @param saveEvery how often progress is written to the database; for work that is due is looked half as often
     */
    public RunJobs(Database database, Gate gate, Clock clock, int threads, Duration saveEvery) {
        Node node = Node.here();
        this.database = database;
        this.store = new JobStore(database, clock, node);
        this.kinds = new KindStore(database, clock, node);
        this.schedules = new ScheduleStore(database, clock, node);
        this.nodes = new NodeStore(database, clock, node);
        this.live = new LiveRuns(store, kinds, schedules);
        this.dispatch = new Dispatch(kinds, schedules, live, gate, clock, NAMED_AT_ONCE, this::beginNamed);
        this.gate = gate;
        this.clock = clock;
        this.saveEvery = saveEvery;
        this.workers = Executors.newFixedThreadPool(threads, Ticks.named("weir-job-"));
        this.ticker = Executors.newScheduledThreadPool(1, Ticks.named("weir-job-ticker-"));
        dispatch.add(new ForgetJobs(store, clock));
    }

    public RunJobs start() {
        return start(Duration.ZERO, Duration.ZERO);
    }

    /**
     * Hands on what a process that died left behind, and begins to save progress.
     *
     * @param settle how long to wait before the first look for work, while the rest of the suite starts
     * @param turnsAfter how long to wait before anything that comes round has a turn here
     */
    public RunJobs start(Duration settle, Duration turnsAfter) {
        dispatch.turnsFrom(clock.instant().plus(turnsAfter));
        ticks.tick("join", this::heartbeat);
        every(saveEvery, saveEvery, "save progress", live::save);
        every(settle, saveEvery.multipliedBy(2), "look for work", () -> {
            looks = true;
            look();
        });
        if (database.dialect() != Dialect.HSQLDB) {
            Duration beat = Duration.ofSeconds(HEARTBEAT_SECONDS);
            every(beat, beat, "say that this node lives", this::heartbeat);
        }
        return this;
    }

    private void every(Duration first, Duration each, String what, Runnable action) {
        ticker.scheduleWithFixedDelay(
                () -> ticks.tick(what, action), first.toMillis(), each.toMillis(), TimeUnit.MILLISECONDS);
    }

    @SuppressWarnings("try")
    private void look() {
        try (Gate.Pass pass = gate.enter()) {
            dispatch.look();
        }
    }

    private void lookSoon() {
        if (looks) {
            try {
                ticker.execute(() -> ticks.tick("look for work", this::look));
            } catch (RejectedExecutionException e) {
                LOG.debug("This node stops; what is due is done later", e);
            }
        }
    }

    public void add(JobKind kind) {
        dispatch.add(kind);
    }

    /** Returns when nothing of this kind runs here any more, or after a while. */
    public void remove(JobKind kind) {
        dispatch.remove(kind);
    }

    public void add(ScheduledJob job) {
        dispatch.add(job);
    }

    /** Returns when it does not run here any more, or after a while. */
    public void remove(ScheduledJob job) {
        dispatch.remove(job);
    }

    @Override
    public UUID submit(Text title, UUID owner, Body body) {
        UUID id = Ids.next();
        store.add(id, title, owner);
        database.afterCommit(() -> begin(workers, id, body, null, Origin.BODY));
        return id;
    }

    @Override
    public UUID enqueue(String kind, Text title, UUID owner, Map<String, String> input, @Nullable Instant notBefore) {
        UUID id = Ids.next();
        kinds.add(id, kind, title, owner, input, notBefore);
        database.afterCommit(this::lookSoon);
        return id;
    }

    private void beginNamed(UUID id, Body body, Run.@Nullable Again again, Origin origin) {
        begin(named, id, body, again, origin);
    }

    /** From now on so many jobs that live in memory run at once. */
    public void threads(int count) {
        if (workers instanceof ThreadPoolExecutor pool) {
            pool.setCorePoolSize(Math.min(count, pool.getMaximumPoolSize()));
            pool.setMaximumPoolSize(count);
            pool.setCorePoolSize(count);
        }
    }

    private void begin(ExecutorService threads, UUID id, Body body, Run.@Nullable Again again, Origin origin) {
        Run run = new Run(id, body, gate, clock, again, () -> ticks.tick("save the end of a job", () -> live.save(id)));
        live.add(id, run, origin);
        try {
            threads.execute(run);
        } catch (RejectedExecutionException e) {
            run.mustLeave();
            run.run();
        }
    }

    @Override
    public Optional<Job> find(UUID id) {
        // looked up before the row is read: a job that ends in between is not seen as it was
        Optional<Run> run = live.run(id);
        return store.find(id).map(job -> LiveRuns.withProgress(job, run));
    }

    @Override
    public List<Job> ofOwner(UUID owner, int limit) {
        Map<UUID, Run> running = live.runs();
        return now(store.ofOwner(owner, limit), running);
    }

    @Override
    public List<Job> newest(Set<State> states, int limit) {
        Map<UUID, Run> running = live.runs();
        return now(store.newest(states, limit), running);
    }

    private static List<Job> now(List<Job> jobs, Map<UUID, Run> running) {
        return jobs.stream()
                .map(job -> LiveRuns.withProgress(job, Optional.ofNullable(running.get(job.id()))))
                .toList();
    }

    @Override
    public void cancel(UUID id) {
        live.cancel(id);
        store.askToCancel(id);
    }

    @Override
    public void retry(UUID id) {
        live.save(id);
        store.retry(id);
        database.afterCommit(this::lookSoon);
    }

    @Override
    public List<Planned> planned() {
        return schedules.all().stream().map(this::planned).toList();
    }

    private Planned planned(ScheduleStore.Line line) {
        UUID last = line.last();
        return new Planned(
                line.name(),
                line.title(),
                line.when(),
                line.next(),
                last == null ? null : find(last).orElse(null),
                dispatch.has(line.name()));
    }

    @Override
    public void runNow(String name) {
        if (!schedules.dueNow(name)) {
            throw ProblemException.notFound();
        }
        database.afterCommit(this::lookSoon);
    }

    /** Asks all work to stop and waits a little; what does not stop is handed on or marked by the next start. */
    @Override
    public void close() {
        looks = false;
        live.allMustLeave();
        workers.shutdown();
        named.shutdown();
        try {
            ticker.shutdown();
            if (!ticker.awaitTermination(2, TimeUnit.SECONDS)) {
                LOG.warn("The progress of jobs is still being saved");
            }
            live.allMustLeave();
            if (!stopped(6)) {
                workers.shutdownNow();
                named.shutdownNow();
                if (!stopped(2)) {
                    LOG.warn("Some jobs do not stop");
                }
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        ticks.tick("save progress", live::save);
        ticks.tick("leave", nodes::gone);
    }

    private boolean stopped(int seconds) throws InterruptedException {
        long deadline = System.nanoTime() + TimeUnit.SECONDS.toNanos(seconds);
        return workers.awaitTermination(seconds, TimeUnit.SECONDS)
                && named.awaitTermination(Math.max(1, deadline - System.nanoTime()), TimeUnit.NANOSECONDS);
    }

    /** HSQLDB has one process only: everything that runs elsewhere is dead. */
    void heartbeat() {
        boolean alone = database.dialect() == Dialect.HSQLDB;
        if (!alone) {
            nodes.alive();
        }
        int count = nodes.takeFromNodesSilentSince(
                alone ? clock.instant().plus(SILENT) : clock.instant().minus(SILENT));
        if (count > 0) {
            LOG.warn("{} jobs were handed on or marked because their process ended", count);
        }
    }
}
