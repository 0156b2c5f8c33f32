package org.weir.rest.once;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weir.base.api.Ids;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.rest.http.Answer;
import org.weir.rest.http.Repetition;
import org.weir.store.api.Database;

/**
 * Keys in the database, so that any node knows them. A key is claimed in a transaction of its own, so that a second request
 * is told at once and does not wait; the answer is written in the transaction of the work, if the claim still holds. A claim
 * whose node died is taken over after two minutes; what it had begun was rolled back with it.
 */
public final class AnswerOnce implements Repetition {
    /** How long an answer is kept. */
    public static final Duration KEPT = Duration.ofHours(24);

    private static final Logger LOG = LoggerFactory.getLogger(AnswerOnce.class);
    private static final Duration UNDER_WAY = Duration.ofMinutes(2);
    private static final Duration SWEPT_EVERY = Duration.ofHours(1);

    private final Database database;
    private final AnswerStore store;
    private final Clock clock;
    private final AtomicLong swept = new AtomicLong();

    public AnswerOnce(Database database, Clock clock) {
        this.database = database;
        this.store = new AnswerStore(database);
        this.clock = clock;
    }

    @Override
    public Answer once(UUID caller, String key, String fingerprint, Work work) throws Exception {
        Instant now = clock.instant();
        sweep(now);
        UUID claim = Ids.next();
        Optional<AnswerStore.Kept> kept = store.find(caller, key);
        if (kept.isPresent() && kept.get().claimedAt().isAfter(now.minus(KEPT))) {
            if (!kept.get().fingerprint().equals(fingerprint)) {
                throw new ProblemException(422, Text.of("rest.problem.key-other-request"), List.of());
            }
            if (kept.get().answer() != null) {
                return kept.get().answer().with("Idempotency-Replayed", "true");
            }
            if (kept.get().claimedAt().isAfter(now.minus(UNDER_WAY))) {
                throw underWay();
            }
        }
        boolean claimed = kept.isPresent()
                ? store.takeOver(caller, key, kept.get().claim(), fingerprint, claim, now)
                : store.claim(caller, key, fingerprint, claim, now);
        if (!claimed) {
            throw underWay();
        }
        return work(caller, key, claim, work);
    }

    private Answer work(UUID caller, String key, UUID claim, Work work) throws Exception {
        boolean done = false;
        try {
            Answer answer = database.<Answer, Exception>write(handle -> {
                Answer given = work.run();
                if (given.status() >= 400) {
                    return given;
                }
                if (!store.keep(handle, caller, key, claim, given)) {
                    throw underWay();
                }
                return given;
            });
            done = answer.status() < 400;
            return answer;
        } finally {
            if (!done) {
                release(caller, key, claim);
            }
        }
    }

    private void release(UUID caller, String key, UUID claim) {
        try {
            store.release(caller, key, claim);
        } catch (RuntimeException e) {
            LOG.warn("The key of a request that failed stays claimed for {}: {}", UNDER_WAY, e.toString());
        }
    }

    /** What is too old goes, once an hour when keys are used at all. */
    private void sweep(Instant now) {
        long last = swept.get();
        long seconds = now.getEpochSecond();
        if (seconds - last > SWEPT_EVERY.toSeconds() && swept.compareAndSet(last, seconds)) {
            store.purge(now.minus(KEPT));
        }
    }

    private static ProblemException underWay() {
        return ProblemException.conflict(Text.of("rest.problem.key-under-way"));
    }
}
