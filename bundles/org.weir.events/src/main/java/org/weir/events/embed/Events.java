package org.weir.events.embed;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weir.base.api.Gate;
import org.weir.events.api.EventLog;
import org.weir.events.api.EventReader;
import org.weir.events.api.EventStream;
import org.weir.events.delivery.Deliveries;
import org.weir.events.delivery.Patience;
import org.weir.events.live.Reader;
import org.weir.events.live.Tail;
import org.weir.events.log.ForgetOldEvents;
import org.weir.events.log.StoredLog;
import org.weir.store.api.Database;

/** The event log with its threads; what the components wrap and what tests use directly. */
public final class Events implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Events.class);
    private static final int THREADS = 3;

    private final Database database;
    private final Clock clock;
    private final Settings settings;
    private volatile Duration keep;
    private final ScheduledThreadPoolExecutor threads;
    private final StoredLog log;
    private final Deliveries deliveries;
    private final Tail tail;
    private final Reader reader;

    /**
     * @param poll how often to look for what other nodes wrote
     * @param keep how long facts are kept that everybody has had; zero means for ever
     */
    public record Settings(Patience patience, Duration poll, Duration keep) {
        public static final Settings USUAL = new Settings(Patience.USUAL, Duration.ofSeconds(1), Duration.ZERO);
    }

    /** @param database the schema {@code events} */
    public Events(Database database, Gate gate, Clock clock, Settings settings) {
        this.database = database;
        this.clock = clock;
        this.settings = settings;
        this.keep = settings.keep();
        this.threads = threads();
        this.log = new StoredLog(database, this::wake);
        this.deliveries = new Deliveries(database, log, gate, clock, settings.patience(), threads);
        this.tail = new Tail(database, log, gate, threads);
        this.reader = new Reader(database, log);
    }

    /** Begins to look for what other nodes write, and to forget what is old. */
    public Events start() {
        long poll = settings.poll().toMillis();
        threads.scheduleWithFixedDelay(this::wake, poll, poll, TimeUnit.MILLISECONDS);
        threads.scheduleWithFixedDelay(this::forget, 1, 60, TimeUnit.MINUTES);
        return this;
    }

    /** @param changed how long facts are kept from now on; zero means for ever */
    public void keep(Duration changed) {
        keep = changed;
    }

    public EventLog log() {
        return log;
    }

    public Deliveries deliveries() {
        return deliveries;
    }

    public EventStream stream() {
        return tail;
    }

    public EventReader reader() {
        return reader;
    }

    @Override
    public void close() {
        deliveries.close();
        threads.shutdown();
        try {
            if (!threads.awaitTermination(10, TimeUnit.SECONDS)) {
                LOG.warn("Some work on events has not ended within 10 s");
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void wake() {
        roomBeside(deliveries.hanging());
        deliveries.wake();
        tail.wake();
        reader.wake();
    }

    /** Consumers that do not come to an end hold up nobody else: for each there is one thread more. */
    private void roomBeside(int hanging) {
        int wanted = THREADS + hanging;
        if (threads.getCorePoolSize() != wanted) {
            LOG.warn("{} consumers have worked on one fact for too long; {} threads deliver", hanging, wanted);
            threads.setCorePoolSize(wanted);
        }
    }

    private void forget() {
        Duration kept = keep;
        if (kept.isZero()) {
            return;
        }
        try {
            Instant limit = clock.instant().minus(kept);
            int count = new ForgetOldEvents(database).before(limit);
            deliveries.forget();
            LOG.info("{} facts from before {} were forgotten", count, limit);
        } catch (RuntimeException e) {
            LOG.error("Old facts could not be forgotten; trying again in an hour", e);
        }
    }

    private static ScheduledThreadPoolExecutor threads() {
        AtomicInteger count = new AtomicInteger();
        ScheduledThreadPoolExecutor threads = new ScheduledThreadPoolExecutor(THREADS, task -> {
            Thread thread = new Thread(task, "weir-events-" + count.incrementAndGet());
            thread.setDaemon(true);
            return thread;
        });
        threads.setExecuteExistingDelayedTasksAfterShutdownPolicy(false);
        threads.setRejectedExecutionHandler(new ThreadPoolExecutor.DiscardPolicy());
        return threads;
    }
}
