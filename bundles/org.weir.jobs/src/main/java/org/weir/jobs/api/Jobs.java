package org.weir.jobs.api;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;
import org.weir.base.api.Text;

/** Background work: started by a person, shown with progress, cancellable. Kept in the database. */
@ProviderType
public interface Jobs {
    /** Starts the work soon, on another thread. The job belongs to {@code owner}; others do not see it. */
    UUID submit(Text title, UUID owner, Body body);

    Optional<Job> find(UUID id);

    /** The newest first. */
    List<Job> ofOwner(UUID owner, int limit);

    /** Asks the job to stop at its next {@link Progress#step}; what it has committed stays. */
    void cancel(UUID id);

    enum State {
        WAITING,
        RUNNING,
        DONE,
        FAILED,
        CANCELLED,
        /** The process ended while the job ran. */
        INTERRUPTED
    }

    /**
     * @param done units finished, out of {@code total}; total 0 while not known
     * @param message what is being done, or the outcome, or why it failed
     */
    record Job(
            UUID id,
            Text title,
            UUID owner,
            State state,
            long done,
            long total,
            @Nullable Text message,
            Instant createdAt,
            @Nullable Instant endedAt) {
        public boolean ended() {
            return endedAt != null;
        }
    }

    /** The work itself. */
    @FunctionalInterface
    interface Body {
        /** @return the outcome in one line. A ProblemException becomes the job's message, any other failure is logged */
        Text run(Progress progress) throws Exception;
    }

    /** How the work says where it is. */
    @ProviderType
    interface Progress {
        /** The job's own id. */
        UUID jobId();

        /** @throws CancelledException when somebody asked to stop; let it pass */
        void step(long done, long total, Text message);
    }

    /** Thrown out of {@link Progress#step} to leave the work. */
    final class CancelledException extends RuntimeException {
        private static final long serialVersionUID = 1L;

        public CancelledException() {
            super("cancelled", null, false, false);
        }
    }
}
