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

    private final UUID id;
    private final Body body;
    private final Gate gate;
    private final Clock clock;
    private final Runnable ended;
    private final AtomicBoolean begun = new AtomicBoolean();
    private volatile boolean cancelAsked;
    private volatile boolean nodeStops;
    private volatile Snapshot now = new Snapshot(State.WAITING, 0, 0, null, null);
    private Gate.@Nullable Pass pass;

    /** Where the job is. */
    record Snapshot(
            State state,
            long done,
            long total,
            @Nullable Text message,
            @Nullable Instant endedAt) {
        Job over(Job job) {
            return new Job(job.id(), job.title(), job.owner(), state, done, total, message, job.createdAt(), endedAt);
        }
    }

    Run(UUID id, Body body, Gate gate, Clock clock, Runnable ended) {
        this.id = id;
        this.body = body;
        this.gate = gate;
        this.clock = clock;
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

    void nodeStops() {
        nodeStops = true;
    }

    @Override
    public UUID jobId() {
        return id;
    }

    @Override
    public void step(long done, long total, Text message) {
        leave();
        stopIfAsked();
        now = new Snapshot(State.RUNNING, done, total, message, null);
        pass = gate.enter();
    }

    @Override
    public void run() {
        if (!begun.compareAndSet(false, true)) {
            return;
        }
        try {
            stopIfAsked();
            now = new Snapshot(State.RUNNING, 0, 0, null, null);
            pass = gate.enter();
            end(State.DONE, body.run(this));
        } catch (CancelledException e) {
            end(
                    cancelAsked ? State.CANCELLED : State.INTERRUPTED,
                    cancelAsked ? now.message : Text.of("job.interrupted"));
        } catch (ProblemException e) {
            end(State.FAILED, e.text());
        } catch (Exception | LinkageError | AssertionError | OutOfMemoryError | StackOverflowError e) {
            LOG.error("The job {} failed", id, e);
            end(State.FAILED, Text.of("job.failed", id.toString()));
        } finally {
            leave();
            ended.run();
        }
    }

    private void end(State state, @Nullable Text message) {
        Snapshot last = now;
        now = new Snapshot(state, last.done, last.total, message, clock.instant());
    }

    private void stopIfAsked() {
        if (cancelAsked || nodeStops) {
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
