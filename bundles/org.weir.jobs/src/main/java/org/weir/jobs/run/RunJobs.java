package org.weir.jobs.run;

import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weir.base.api.Gate;
import org.weir.base.api.Ids;
import org.weir.base.api.Text;
import org.weir.jobs.api.Jobs;
import org.weir.store.api.Database;
import org.weir.store.api.Dialect;

/** Runs jobs on a few threads of this node; the rest waits in the order it came. */
public final class RunJobs implements Jobs, AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(RunJobs.class);
    private static final Duration SILENT = Duration.ofSeconds(40);
    private static final long HEARTBEAT_SECONDS = 10;

    private final Database database;
    private final JobStore store;
    private final Gate gate;
    private final Clock clock;
    private final Duration saveEvery;
    private final ExecutorService workers;
    private final ScheduledExecutorService ticker;
    private final Map<UUID, Run> live = new ConcurrentHashMap<>();
    private final Map<UUID, Run.Snapshot> saved = new ConcurrentHashMap<>();

    /**
     * @param database the schema {@code jobs}
     * @param threads how many jobs run at once
     * @param saveEvery how often progress is written to the database
     */
    public RunJobs(Database database, Gate gate, Clock clock, int threads, Duration saveEvery) {
        this.database = database;
        this.store = new JobStore(database, clock, UUID.randomUUID());
        this.gate = gate;
        this.clock = clock;
        this.saveEvery = saveEvery;
        this.workers = Executors.newFixedThreadPool(threads, named("weir-job-"));
        this.ticker = Executors.newScheduledThreadPool(1, named("weir-job-ticker-"));
    }

    /** Marks what a process that died left behind, and begins to save progress. */
    public RunJobs start() {
        tick("join", this::heartbeat);
        ticker.scheduleWithFixedDelay(
                () -> tick("save progress", this::save),
                saveEvery.toMillis(),
                saveEvery.toMillis(),
                TimeUnit.MILLISECONDS);
        if (database.dialect() != Dialect.HSQLDB) {
            ticker.scheduleWithFixedDelay(
                    () -> tick("say that this node lives", this::heartbeat),
                    HEARTBEAT_SECONDS,
                    HEARTBEAT_SECONDS,
                    TimeUnit.SECONDS);
        }
        return this;
    }

    @Override
    public UUID submit(Text title, UUID owner, Body body) {
        UUID id = Ids.next();
        store.add(id, title, owner);
        Run run = new Run(id, body, gate, clock, () -> tick("save the end of a job", () -> save(id)));
        database.afterCommit(() -> begin(id, run));
        return id;
    }

    private void begin(UUID id, Run run) {
        live.put(id, run);
        try {
            workers.execute(run);
        } catch (RejectedExecutionException e) {
            run.nodeStops();
            run.run();
        }
    }

    @Override
    public Optional<Job> find(UUID id) {
        // looked up before the row is read: a job that ends in between is not seen as it was
        Optional<Run> run = Optional.ofNullable(live.get(id));
        return store.find(id).map(job -> withProgress(job, run));
    }

    @Override
    public List<Job> ofOwner(UUID owner, int limit) {
        Map<UUID, Run> running = Map.copyOf(live);
        return store.ofOwner(owner, limit).stream()
                .map(job -> withProgress(job, Optional.ofNullable(running.get(job.id()))))
                .toList();
    }

    @Override
    public void cancel(UUID id) {
        Run run = live.get(id);
        if (run != null) {
            run.cancel();
        }
        store.askToCancel(id);
    }

    /** Asks all work to stop and waits a little; what does not stop is marked by the next start. */
    @Override
    public void close() {
        live.values().forEach(Run::nodeStops);
        workers.shutdown();
        try {
            if (!workers.awaitTermination(6, TimeUnit.SECONDS)) {
                workers.shutdownNow();
                if (!workers.awaitTermination(2, TimeUnit.SECONDS)) {
                    LOG.warn("{} jobs do not stop", live.size());
                }
            }
            ticker.shutdown();
            if (!ticker.awaitTermination(2, TimeUnit.SECONDS)) {
                LOG.warn("The progress of jobs is still being saved");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        tick("save progress", this::save);
        tick("leave", store::gone);
    }

    private static Job withProgress(Job job, Optional<Run> run) {
        return job.ended() ? job : run.map(it -> it.now().over(job)).orElse(job);
    }

    private void save() {
        if (live.isEmpty()) {
            return;
        }
        store.askedToCancel().forEach(id -> Optional.ofNullable(live.get(id)).ifPresent(Run::cancel));
        live.keySet().forEach(this::save);
    }

    /** Called by the ticker and at the end of a job; what fails is tried again by the ticker. */
    private synchronized void save(UUID id) {
        Run run = live.get(id);
        if (run == null) {
            return;
        }
        Run.Snapshot now = run.now();
        if (!now.equals(saved.get(id))) {
            store.save(id, now.state(), now.done(), now.total(), now.message(), now.endedAt());
            saved.put(id, now);
        }
        if (now.endedAt() != null) {
            live.remove(id);
            saved.remove(id);
        }
    }

    /** HSQLDB has one process only: everything that runs elsewhere is dead. */
    private void heartbeat() {
        boolean alone = database.dialect() == Dialect.HSQLDB;
        if (!alone) {
            store.alive();
        }
        int count = store.interruptThoseOfNodesSilentSince(
                alone ? clock.instant().plus(SILENT) : clock.instant().minus(SILENT));
        if (count > 0) {
            LOG.warn("{} jobs were interrupted because their process ended", count);
        }
    }

    private static void tick(String what, Runnable action) {
        try {
            action.run();
        } catch (RuntimeException e) {
            LOG.error("Jobs could not {}", what, e);
        }
    }

    private static ThreadFactory named(String prefix) {
        AtomicInteger count = new AtomicInteger();
        return task -> {
            Thread thread = new Thread(task, prefix + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        };
    }
}
