package org.weir.rest.once;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicLong;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weir.base.api.Ids;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.rest.http.Answer;
import org.weir.rest.http.Repetition;
import org.weir.store.api.Database;
import org.weir.store.api.Dialect;

/**
 * Keys in the database, so that any node knows them. A key is claimed in a transaction of its own, so that a second request
 * is told at once and does not wait; the answer is written in the transaction of the work, if the claim still holds. While it
 * works, a node renews its claims; one that was not renewed for {@link #HELD} is taken over: its node died, and what it had
 * begun was rolled back with it.
 */
public final class AnswerOnce implements Repetition, AutoCloseable {
    /** How long an answer is kept. */
    public static final Duration KEPT = Duration.ofHours(24);

    private static final Logger LOG = LoggerFactory.getLogger(AnswerOnce.class);
    /** How long a claim holds unless it is renewed. */
    private static final Duration HELD = Duration.ofSeconds(10);

    private static final Duration RENEWED_AFTER = Duration.ofSeconds(2);
    private static final Duration RENEWED_EVERY = Duration.ofSeconds(2);
    private static final Duration SWEPT_EVERY = Duration.ofHours(1);

    private final Database database;
    private final AnswerStore store;
    private final Clock clock;
    private final AtomicLong swept = new AtomicLong();
    /** What is under way here, and since when. */
    private final Map<Claim, Instant> underWay = new ConcurrentHashMap<>();

    private @Nullable ScheduledExecutorService ticker;

    public AnswerOnce(Database database, Clock clock) {
        this.database = database;
        this.store = new AnswerStore(database);
        this.clock = clock;
    }

    /**
     * Renews claims from now on, until it is closed. On HSQLDB, which one process has to itself, claims of a process that
     * died are let go.
     */
    public AnswerOnce start() {
        ScheduledExecutorService ticks = Executors.newSingleThreadScheduledExecutor(task -> {
            Thread thread = new Thread(task, "weir-rest-claims");
            thread.setDaemon(true);
            return thread;
        });
        if (database.dialect() == Dialect.HSQLDB) {
            Instant now = clock.instant();
            ticks.execute(() -> trying("The keys of a life before stay claimed", () -> {
                store.releaseBetween(now.minus(HELD), now);
            }));
        }
        ticks.scheduleWithFixedDelay(
                this::renew, RENEWED_EVERY.toMillis(), RENEWED_EVERY.toMillis(), TimeUnit.MILLISECONDS);
        ticker = ticks;
        return this;
    }

    @Override
    public void close() {
        if (ticker != null) {
            ticker.shutdown();
        }
    }

    /** Says of what has been under way here for a while that it still is. */
    public void renew() {
        Instant now = clock.instant();
        underWay.forEach((claim, since) -> {
            if (since.isBefore(now.minus(RENEWED_AFTER))) {
                trying("The key of a long request is not renewed", () -> store.renew(claim, now));
            }
        });
    }

    @Override
    public Answer once(UUID caller, String key, String fingerprint, Work work) throws Exception {
        Instant now = clock.instant();
        sweep(now);
        Claim claim = new Claim(caller, key, Ids.next());
        Optional<AnswerStore.Kept> kept = store.find(caller, key);
        if (kept.isPresent() && kept.get().claimedAt().isAfter(now.minus(KEPT))) {
            if (!kept.get().fingerprint().equals(fingerprint)) {
                throw new ProblemException(422, Text.of("rest.problem.key-other-request"), List.of());
            }
            if (kept.get().answer() != null) {
                return kept.get().answer().with("Idempotency-Replayed", "true");
            }
            if (kept.get().claimedAt().isAfter(now.minus(HELD))) {
                throw keyUnderWay();
            }
        }
        boolean claimed = kept.isPresent()
                ? store.takeOver(claim, kept.get().claim(), fingerprint, now)
                : store.claim(claim, fingerprint, now);
        if (!claimed) {
            throw keyUnderWay();
        }
        underWay.put(claim, now);
        try {
            return work(claim, work);
        } finally {
            underWay.remove(claim);
        }
    }

    private Answer work(Claim claim, Work work) throws Exception {
        boolean done = false;
        try {
            Answer answer = database.<Answer, Exception>write(handle -> {
                Answer given = work.run();
                if (given.status() >= 400) {
                    return given;
                }
                if (!store.keep(handle, claim, given)) {
                    throw keyUnderWay();
                }
                return given;
            });
            done = answer.status() < 400;
            return answer;
        } finally {
            if (!done) {
                trying("The key of a request that failed stays claimed", () -> store.release(claim));
            }
        }
    }

    /** A claim that is not let go or not renewed ends by itself. */
    private static void trying(String otherwise, Runnable what) {
        try {
            what.run();
        } catch (RuntimeException e) {
            LOG.warn("{}: {}", otherwise, e.toString());
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

    private static ProblemException keyUnderWay() {
        return ProblemException.conflict(Text.of("rest.problem.key-under-way"));
    }
}
