package org.weir.jobs.api;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;
import org.weir.base.api.Text;

/**
 * Background work, shown with progress, cancellable, kept in the database: {@link #submit} for work that lives in memory and
 * ends with its process, {@link #enqueue} for work that is named and survives.
 */
@ProviderType
public interface Jobs {
    /** Starts the work soon, on another thread. The job belongs to {@code owner}; others do not see it. */
    UUID submit(Text title, UUID owner, Body body);

    /**
     * Writes work down, in the transaction under way if there is one; a node that has the {@link JobKind} runs it after the
     * commit, and tries again if it fails.
     *
     * @param owner who sees it; {@code Actor.SYSTEM} for work that belongs to nobody
     * @param input what the kind is given, short
     * @param notBefore the earliest moment; null for at once
     */
    UUID enqueue(String kind, Text title, UUID owner, Map<String, String> input, @Nullable Instant notBefore);

    Optional<Job> find(UUID id);

    /** The newest first. */
    List<Job> ofOwner(UUID owner, int limit);

    /**
     * Everybody's, the newest first.
     *
     * @param states those in one of these states; empty for all
     */
    List<Job> newest(Set<State> states, int limit);

    /**
     * Begins a job of a kind anew that was not done.
     *
     * @throws org.weir.base.api.ProblemException 409 when it has not ended, was done, or cannot be begun anew
     */
    void retry(UUID id);

    /** Ends a job that waits; asks one that runs to stop at its next {@link Progress#step}; what it has committed stays. */
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
     * @param kind the {@link JobKind} that does it, if any
     * @param schedule the {@link ScheduledJob} whose turn it is, if any
     * @param attempts how often it was begun
     * @param dueAt the earliest moment of the next beginning while it waits; null if it does not wait for a moment
     * @param node the machine and process that ran it last; empty while nobody has
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
            @Nullable Instant endedAt,
            @Nullable String kind,
            @Nullable String schedule,
            int attempts,
            @Nullable Instant dueAt,
            @Nullable Instant startedAt,
            String node) {
        /** A job that is only a body. */
        public Job(
                UUID id,
                Text title,
                UUID owner,
                State state,
                long done,
                long total,
                @Nullable Text message,
                Instant createdAt,
                @Nullable Instant endedAt) {
            this(id, title, owner, state, done, total, message, createdAt, endedAt, null, null, 1, null, null, "");
        }

        public boolean ended() {
            return endedAt != null;
        }

        /** Whether {@link Jobs#retry} would take it. */
        public boolean canRetry() {
            return kind != null && ended() && state != State.DONE;
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
