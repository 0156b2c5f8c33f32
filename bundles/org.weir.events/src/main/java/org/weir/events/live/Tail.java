package org.weir.events.live;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Consumer;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weir.base.api.Gate;
import org.weir.events.api.Event;
import org.weir.events.api.EventStream;
import org.weir.events.log.StoredEvent;
import org.weir.events.log.StoredLog;
import org.weir.store.api.Database;

/** Follows the end of the log while somebody listens. */
public final class Tail implements EventStream {
    private static final Logger LOG = LoggerFactory.getLogger(Tail.class);
    private static final int READ = 500;

    private final Database database;
    private final StoredLog log;
    private final Gate gate;
    private final Executor threads;
    private final List<Listener> listeners = new CopyOnWriteArrayList<>();
    private final ReentrantLock reading = new ReentrantLock();
    private final AtomicBoolean awake = new AtomicBoolean();
    private long reached;

    public Tail(Database database, StoredLog log, Gate gate, Executor threads) {
        this.database = database;
        this.log = log;
        this.gate = gate;
        this.threads = threads;
    }

    @Override
    public Subscription subscribe(Consumer<Event> consumer) {
        reading.lock();
        try {
            long now = database.read(log::decided);
            if (listeners.isEmpty()) {
                reached = now;
            }
            Listener listener = new Listener(consumer, now);
            listeners.add(listener);
            return () -> remove(listener);
        } finally {
            reading.unlock();
        }
    }

    private void remove(Listener listener) {
        listeners.remove(listener);
        reading.lock();
        reading.unlock();
    }

    /** There may be something new. */
    public void wake() {
        if (!listeners.isEmpty() && awake.compareAndSet(false, true)) {
            threads.execute(this::read);
        }
    }

    private void read() {
        awake.set(false);
        reading.lock();
        try {
            while (!listeners.isEmpty() && readSome()) {
                LOG.trace("more than {} new facts", READ);
            }
        } catch (RuntimeException e) {
            LOG.error("The end of the log cannot be read; live updates wait", e);
        } finally {
            reading.unlock();
        }
    }

    private boolean readSome() {
        List<StoredEvent> found = database.read(handle -> {
            long decided = log.decided(handle);
            return decided > reached ? log.between(handle, reached, decided, READ) : List.of();
        });
        for (StoredEvent stored : found) {
            reached = stored.position();
            for (Listener listener : listeners) {
                tell(listener, stored);
            }
        }
        return found.size() == READ;
    }

    @SuppressWarnings("try")
    private void tell(Listener listener, StoredEvent stored) {
        if (stored.position() <= listener.after) {
            return;
        }
        try (Gate.Pass pass = gate.enter()) {
            listener.consumer.accept(stored.event());
        } catch (RuntimeException | LinkageError e) {
            LOG.error("A listener failed at {}", stored.event(), e);
        }
    }

    private record Listener(Consumer<Event> consumer, long after) {}
}
