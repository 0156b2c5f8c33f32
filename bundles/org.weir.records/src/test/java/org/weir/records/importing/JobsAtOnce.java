package org.weir.records.importing;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
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
public final class JobsAtOnce implements Jobs {
    private final Map<UUID, Job> jobs = new ConcurrentHashMap<>();
    private final List<Long> steps = new ArrayList<>();
    private int cancelAtStep = Integer.MAX_VALUE;

    /** Every job is cancelled at this step from now on, counted from 1. */
    public void cancelAtStep(int step) {
        cancelAtStep = step;
    }

    /** What the last job said of its progress. */
    public List<Long> steps() {
        return steps;
    }

    @Override
    public UUID submit(Text title, UUID owner, Body body) {
        UUID id = Ids.next();
        steps.clear();
        try {
            end(id, title, owner, State.DONE, body.run(new Steps(id)));
        } catch (CancelledException e) {
            end(id, title, owner, State.CANCELLED, null);
        } catch (ProblemException e) {
            end(id, title, owner, State.FAILED, e.text());
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
        return id;
    }

    private void end(UUID id, Text title, UUID owner, State state, @Nullable Text message) {
        Instant now = Instant.EPOCH;
        jobs.put(id, new Job(id, title, owner, state, 0, 0, message, now, now));
    }

    private final class Steps implements Progress {
        private final UUID id;

        Steps(UUID id) {
            this.id = id;
        }

        @Override
        public UUID jobId() {
            return id;
        }

        @Override
        public void step(long done, long total, Text message) {
            steps.add(done);
            if (steps.size() >= cancelAtStep) {
                throw new CancelledException();
            }
        }
    }

    @Override
    public Optional<Job> find(UUID id) {
        return Optional.ofNullable(jobs.get(id));
    }

    @Override
    public List<Job> ofOwner(UUID owner, int limit) {
        return jobs.values().stream()
                .filter(it -> it.owner().equals(owner))
                .limit(limit)
                .toList();
    }

    @Override
    public void cancel(UUID id) {
        cancelAtStep = 1;
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
