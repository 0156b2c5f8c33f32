package org.weir.aftersales.incident;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.weir.base.api.Ids;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.jobs.api.Jobs;

/** Does the work when it is submitted, on the thread of the test. */
final class AtOnce implements Jobs {
    private final Map<UUID, Job> jobs = new ConcurrentHashMap<>();

    @Override
    public UUID submit(Text title, UUID owner, Body body) {
        UUID id = Ids.next();
        try {
            ended(id, title, owner, State.DONE, body.run(new Steps(id)));
        } catch (ProblemException e) {
            ended(id, title, owner, State.FAILED, e.text());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return id;
    }

    private void ended(UUID id, Text title, UUID owner, State state, @Nullable Text message) {
        jobs.put(id, new Job(id, title, owner, state, 1, 1, message, Instant.EPOCH, Instant.EPOCH));
    }

    Job get(UUID id) {
        return Objects.requireNonNull(jobs.get(id));
    }

    private record Steps(UUID jobId) implements Progress {
        @Override
        public void step(long done, long total, Text message) {}
    }

    @Override
    public Optional<Job> find(UUID id) {
        return Optional.ofNullable(jobs.get(id));
    }

    @Override
    public List<Job> ofOwner(UUID owner, int limit) {
        return List.copyOf(jobs.values());
    }

    @Override
    public void cancel(UUID id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public UUID enqueue(String kind, Text title, UUID owner, Map<String, String> input, @Nullable Instant notBefore) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<Job> newest(Set<State> states, int limit) {
        return List.copyOf(jobs.values());
    }

    @Override
    public void retry(UUID id) {
        throw new UnsupportedOperationException();
    }
}
