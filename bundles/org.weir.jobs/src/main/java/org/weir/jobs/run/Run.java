package org.weir.jobs.run;

import java.time.Clock;
import java.time.Instant;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weir.base.api.Gate;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.jobs.api.Jobs.Body;
import org.weir.jobs.api.Jobs.CancelledException;
import org.weir.jobs.api.Jobs.Job;
import org.weir.jobs.api.Jobs.Progress;
import org.weir.jobs.api.Jobs.State;

/**
 * One job on this node. The work passes the gate anew at every step, so that a long job never keeps a bundle from
 * stopping. Its state is in memory here; {@link RunJobs} writes it to the database from another thread, because the
 * work may call {@link #step} inside a transaction of its own.
 */
final class Run implements Progress, Runnable {
    private static final Logger LOG = LoggerFactory.getLogger(Run.class);
    private static final int SERVER_ERROR = 500;

    private final UUID id;
    private final Body body;
    private final Gate gate;
    private final Clock clock;
    private final @Nullable Again again;
    private final Runnable ended;
    private final AtomicBoolean begun = new AtomicBoolean();
    private volatile boolean cancelAsked;
    private volatile boolean mustLeave;
    private volatile Snapshot now = new Snapshot(State.WAITING, 0, 0, null, null, null, null, true);
    private Gate.@Nullable Pass pass;

    /** How named work that failed goes on. */
    interface Again {
        /** When to begin again; null when it is given up. */
        @Nullable
        Instant next();
    }

    /**
     * Where the job is.
     *
     * @param again when it is to be begun again, perhaps on another node; null unless it is handed back
     * @param counts whether this beginning was one of its tries
     */
    record Snapshot(
            State state,
            long done,
            long total,
            @Nullable Text message,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable Instant again,
            boolean counts) {
        boolean over() {
            return endedAt != null || again != null;
        }

        Job over(Job job) {
            return new Job(
                    job.id(),
                    job.title(),
                    job.owner(),
                    state,
                    done,
                    total,
                    message,
                    job.createdAt(),
                    endedAt,
                    job.kind(),
                    job.schedule(),
                    job.attempts(),
                    again,
                    startedAt == null ? job.startedAt() : startedAt,
                    job.node());
        }
    }

    /** @param again null for work that is not begun again */
    Run(UUID id, Body body, Gate gate, Clock clock, @Nullable Again again, Runnable ended) {
        this.id = id;
        this.body = body;
        this.gate = gate;
        this.clock = clock;
        this.again = again;
        this.ended = ended;
    }

    Snapshot now() {
        return now;
    }

    /** Ends a job that still waits; one that runs stops at its next step. */
    void cancel() {
        cancelAsked = true;
        if (begun.compareAndSet(false, true)) {
            end(State.CANCELLED, null);
        }
    }

    /** Because the node stops, or the bundle that does the work. */
    void mustLeave() {
        mustLeave = true;
    }

    @Override
    public UUID jobId() {
        return id;
    }

    @Override
    public void step(long done, long total, Text message) {
        leave();
        stopIfAsked();
        now = new Snapshot(State.RUNNING, done, total, message, now.startedAt, null, null, true);
        pass = gate.enter();
    }

    @Override
    public void run() {
        if (!begun.compareAndSet(false, true)) {
            return;
        }
        try {
            stopIfAsked();
            now = new Snapshot(State.RUNNING, 0, 0, null, clock.instant(), null, null, true);
            pass = gate.enter();
            end(State.DONE, body.run(this));
        } catch (CancelledException e) {
            stopped();
        } catch (InterruptedException e) {
            stopped();
            Thread.currentThread().interrupt();
        } catch (ProblemException e) {
            failed(e.status() >= SERVER_ERROR, e.text(), e);
        } catch (Exception | LinkageError | AssertionError | OutOfMemoryError | StackOverflowError e) {
            failed(true, Text.of("job.failed", id.toString()), e);
        } finally {
            leave();
            ended.run();
        }
    }

    private void stopped() {
        if (cancelAsked) {
            end(State.CANCELLED, now.message);
        } else if (again == null) {
            end(State.INTERRUPTED, Text.of("job.interrupted"));
        } else {
            handBack(clock.instant(), Text.of("job.handed-on"), false);
        }
    }

    private void failed(boolean mayRecover, Text message, Throwable failure) {
        Instant next = again == null || !mayRecover || cancelAsked ? null : again.next();
        if (next != null) {
            LOG.warn("The job {} failed; it is tried again at {}", id, next, failure);
            handBack(next, message, true);
            return;
        }
        if (failure instanceof ProblemException) {
            LOG.info("The job {} has failed: {}", id, failure.getMessage());
        } else {
            LOG.error("The job {} failed", id, failure);
        }
        end(State.FAILED, message);
    }

    private void end(State state, @Nullable Text message) {
        Snapshot last = now;
        now = new Snapshot(state, last.done, last.total, message, last.startedAt, clock.instant(), null, true);
    }

    private void handBack(Instant next, Text message, boolean counts) {
        Snapshot last = now;
        now = new Snapshot(State.WAITING, last.done, last.total, message, last.startedAt, null, next, counts);
    }

    private void stopIfAsked() {
        if (cancelAsked || mustLeave) {
            throw new CancelledException();
        }
    }

    private void leave() {
        Gate.Pass held = pass;
        pass = null;
        if (held != null) {
            held.close();
        }
    }
}
