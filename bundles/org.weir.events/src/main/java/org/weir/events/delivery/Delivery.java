package org.weir.events.delivery;

import java.time.Duration;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.ReentrantLock;
import org.jdbi.v3.core.Handle;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weir.base.api.Gate;
import org.weir.base.api.ProblemException;
import org.weir.events.api.EventConsumer;
import org.weir.events.delivery.Recent.Reading;
import org.weir.events.log.StoredEvent;
import org.weir.events.log.StoredLog;
import org.weir.store.api.Database;

/**
 * Brings the log to one consumer: many facts in one transaction while all goes well, one by one around a fact that
 * fails. One thread at a time in this process, one node at a time by the lock on the cursor.
 */
final class Delivery {
    private static final Logger LOG = LoggerFactory.getLogger(Delivery.class);
    private static final int BATCH = 100;

    /** So many unwanted facts may be passed before the cursor says so: fewer commits, a little reading again. */
    private static final int UNSAID = 500;

    /** The database is away or takes no writes: no fact is to blame, so none is parked. */
    private static final Set<String> NOTHING_IS_WRITTEN = Set.of("problem.unavailable", "problem.disk-full");

    private static final Duration UNTIL_IT_IS = Duration.ofSeconds(3);

    private final EventConsumer consumer;
    private final String name;
    private final Context context;
    private final AtomicInteger wishes = new AtomicInteger();
    private final ReentrantLock running = new ReentrantLock();
    /** When the transaction under way began; 0 for none. */
    private volatile long begun;

    private volatile boolean stopped;
    private boolean known;
    private volatile long passed;
    /** Where the cursor stood when it was seen last. */
    private long said;

    private volatile @Nullable String failure;
    private long oneByOneUpTo;
    private int failures;
    private long notBefore = System.nanoTime();
    private @Nullable StoredEvent attempted;

    /** What all deliveries share. */
    record Context(
            Database database,
            StoredLog log,
            Recent recent,
            Cursors cursors,
            Parking parking,
            Gate gate,
            Patience patience,
            ScheduledExecutorService threads) {}

    /** What one transaction achieved: the place reached, and whether there is more behind it. */
    private record Step(long reached, boolean more) {}

    Delivery(EventConsumer consumer, Context context) {
        this.consumer = consumer;
        this.name = consumer.name();
        this.context = context;
    }

    /** The last fact known to be passed; 0 before the first look. */
    long passed() {
        return passed;
    }

    /** What the consumer threw last, while it keeps failing. */
    @Nullable
    String failure() {
        return hangs()
                ? "It has worked on one fact for more than "
                        + context.patience().one()
                : failure;
    }

    /** Whether the transaction under way takes so long that it may never end. */
    boolean hangs() {
        long since = begun;
        return since != 0
                && System.nanoTime() - since > context.patience().one().toNanos();
    }

    EventConsumer consumer() {
        return consumer;
    }

    /** Whether a transaction is under way. */
    boolean busy() {
        return begun != 0;
    }

    /** There may be something new. */
    void wake() {
        if (!stopped && wishes.getAndIncrement() == 0) {
            context.threads().execute(this::run);
        }
    }

    /** Begins no further transaction and waits for the one under way. */
    void stop(Duration atMost) {
        stopped = true;
        try {
            if (running.tryLock(atMost.toMillis(), TimeUnit.MILLISECONDS)) {
                running.unlock();
            } else {
                LOG.warn("The consumer {} still works on a fact after {}", name, atMost);
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void run() {
        int seen = wishes.get();
        boolean more = false;
        running.lock();
        try {
            if (!stopped && System.nanoTime() - notBefore >= 0) {
                begun = Math.max(System.nanoTime(), 1);
                more = step();
            }
        } catch (ProblemException e) {
            failed(e);
        } catch (RuntimeException e) {
            LOG.error("The log cannot be read for the consumer {}; trying again", name, e);
            later(Duration.ofSeconds(1));
        } finally {
            begun = 0;
            running.unlock();
        }
        if (more) {
            wishes.incrementAndGet();
        }
        if (wishes.addAndGet(-seen) > 0) {
            context.threads().execute(this::run);
        }
    }

    @SuppressWarnings("try")
    private boolean step() {
        if (!known) {
            said = context.cursors().ensure(name);
            passed = said;
            known = true;
        }
        Reading found = context.recent().after(passed);
        if (found.reached() <= passed) {
            return false;
        }
        try (Gate.Pass pass = context.gate().enter()) {
            attempted = null;
            Step step = isPassedBy(found)
                    ? new Step(found.reached(), found.more())
                    : context.database().write(handle -> deliver(handle, found));
            if (step.reached > passed) {
                passed = step.reached;
                failures = 0;
                failure = null;
            }
            return step.more;
        } catch (Exception | LinkageError | AssertionError e) {
            failed(e);
            return false;
        }
    }

    /** Nothing is wanted, and the cursor need not say so yet: nothing to be written. */
    private boolean isPassedBy(Reading found) {
        return found.reached() - said <= UNSAID
                && found.facts().stream()
                        .noneMatch(it -> consumer.wants(it.event().type()));
    }

    private Step deliver(Handle handle, Reading found) throws Exception {
        Optional<Long> cursor = context.cursors().lock(handle, name);
        if (cursor.isEmpty()) {
            return new Step(0, false);
        }
        said = cursor.get();
        long after = Math.max(passed, said);
        long reached = Math.max(after, found.reached());
        boolean more = found.more();
        int room = after < oneByOneUpTo ? 1 : BATCH;
        boolean taken = false;
        for (StoredEvent stored : found.facts()) {
            if (stored.position() > after) {
                attempted = stored;
                boolean wanted = consumer.wants(stored.event().type());
                if (stopped || (room == 0 && wanted)) {
                    reached = stored.position() - 1;
                    more = true;
                    break;
                }
                if (wanted) {
                    room--;
                    taken = true;
                    consumer.on(stored.event());
                }
            }
        }
        if (taken || reached - said > UNSAID) {
            context.cursors().move(handle, name, reached);
        }
        return new Step(reached, more);
    }

    private void failed(Throwable failure) {
        this.failure = failure.toString();
        if (failure instanceof ProblemException problem
                && NOTHING_IS_WRITTEN.contains(problem.text().key())) {
            LOG.info("The consumer {} waits: {}", name, problem.getMessage());
            later(UNTIL_IT_IS);
            return;
        }
        StoredEvent event = attempted;
        if (event == null) {
            LOG.error("The consumer {} cannot be served", name, failure);
            later(Duration.ofSeconds(1));
        } else if (event.position() > oneByOneUpTo) {
            LOG.debug("The consumer {} failed at {}; going on one by one", name, event.event(), failure);
            oneByOneUpTo = event.position();
            failures = 0;
            later(Duration.ZERO);
        } else {
            failedAlone(event, failure);
        }
    }

    private void failedAlone(StoredEvent event, Throwable failure) {
        failures++;
        if (!context.patience().isOver(failures)) {
            LOG.warn("The consumer {} failed at {}, time {}", name, event.event(), failures, failure);
            later(context.patience().afterFailure(failures));
            return;
        }
        LOG.error("The consumer {} failed at {} again and again; it is parked", name, event.event(), failure);
        context.database().perform(handle -> {
            if (context.cursors().lock(handle, name).isPresent()) {
                context.parking().park(handle, name, event, failures, failure);
                context.cursors().move(handle, name, event.position());
            }
        });
        failures = 0;
        later(Duration.ZERO);
    }

    private void later(Duration wait) {
        notBefore = System.nanoTime() + wait.toNanos();
        if (!stopped) {
            context.threads().schedule(this::wake, wait.toNanos(), TimeUnit.NANOSECONDS);
        }
    }
}
