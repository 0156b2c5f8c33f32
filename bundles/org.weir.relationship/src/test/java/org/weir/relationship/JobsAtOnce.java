package org.weir.relationship;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;
import org.weir.base.api.Ids;
import org.weir.base.api.Text;
import org.weir.jobs.api.Jobs;

/** Does the work when it is submitted, on the thread of the test. */
final class JobsAtOnce implements Jobs {
    private final Map<UUID, Job> jobs = new ConcurrentHashMap<>();

    @Override
    public UUID submit(Text title, UUID owner, Body body) {
        UUID id = Ids.next();
        try {
            Text message = body.run(new Steps(id));
            jobs.put(id, new Job(id, title, owner, State.DONE, 0, 0, message, Instant.EPOCH, Instant.EPOCH));
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return id;
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
        return List.of();
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
