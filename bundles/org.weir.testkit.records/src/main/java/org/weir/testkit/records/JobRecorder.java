package org.weir.testkit.records;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import org.jspecify.annotations.Nullable;
import org.weir.base.api.Ids;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.jobs.api.Jobs;

/**
 * Jobs in a test: what is submitted is done at once, on the thread of the test; what is enqueued is remembered, for the test
 * to run its kind. It is the progress of all of them, and says nothing of it.
 */
public final class JobRecorder implements Jobs, Jobs.Progress {
    private final List<Job> jobs = new CopyOnWriteArrayList<>();
    private final List<Enqueued> enqueued = new CopyOnWriteArrayList<>();

    /** Work that was written down. */
    public record Enqueued(
            UUID id,
            String kind,
            Map<String, String> input,
            @Nullable Instant notBefore) {}

    /** The oldest first. */
    public List<Enqueued> enqueued() {
        return List.copyOf(enqueued);
    }

    @Override
    public UUID submit(Text title, UUID owner, Body body) {
        try {
            return add(title, owner, State.DONE, body.run(this));
        } catch (CancelledException e) {
            return add(title, owner, State.CANCELLED, null);
        } catch (ProblemException e) {
            return add(title, owner, State.FAILED, e.text());
        } catch (Exception e) {
            throw new AssertionError("the job failed", e);
        }
    }

    @Override
    public UUID enqueue(String kind, Text title, UUID owner, Map<String, String> input, @Nullable Instant notBefore) {
        UUID id = add(title, owner, State.WAITING, null);
        enqueued.add(new Enqueued(id, kind, Map.copyOf(input), notBefore));
        return id;
    }

    private UUID add(Text title, UUID owner, State state, @Nullable Text message) {
        UUID id = Ids.next();
        Instant ended = state == State.WAITING ? null : Instant.EPOCH;
        jobs.add(0, new Job(id, title, owner, state, 0, 0, message, Instant.EPOCH, ended));
        return id;
    }

    @Override
    public Optional<Job> find(UUID id) {
        return jobs.stream().filter(it -> it.id().equals(id)).findFirst();
    }

    @Override
    public List<Job> ofOwner(UUID owner, int limit) {
        return jobs.stream().filter(it -> it.owner().equals(owner)).limit(limit).toList();
    }

    @Override
    public List<Job> newest(Set<State> states, int limit) {
        return jobs.stream()
                .filter(it -> states.isEmpty() || states.contains(it.state()))
                .limit(limit)
                .toList();
    }

    @Override
    public void retry(UUID id) {
        throw new UnsupportedOperationException("run the kind once more in the test");
    }

    @Override
    public void cancel(UUID id) {
        jobs.replaceAll(it -> it.id().equals(id) && !it.ended() ? cancelled(it) : it);
    }

    private static Job cancelled(Job job) {
        return new Job(job.id(), job.title(), job.owner(), State.CANCELLED, 0, 0, null, Instant.EPOCH, Instant.EPOCH);
    }

    @Override
    public UUID jobId() {
        return new UUID(0, 0);
    }

    @Override
    public void step(long done, long total, Text message) {
        // nobody looks
    }
}
