package org.weir.events.live;

import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weir.events.api.Event;
import org.weir.events.api.EventReader;
import org.weir.events.api.EventStream;
import org.weir.events.log.StoredEvent;
import org.weir.events.log.StoredLog;
import org.weir.store.api.Database;

/** Reads the log for whoever keeps his place himself. */
public final class Reader implements EventReader {
    private static final Logger LOG = LoggerFactory.getLogger(Reader.class);

    private final Database database;
    private final StoredLog log;
    private final List<Runnable> listeners = new CopyOnWriteArrayList<>();

    public Reader(Database database, StoredLog log) {
        this.database = database;
        this.log = log;
    }

    @Override
    public Reading after(long place, int limit) {
        long decided = database.read(log::decided);
        List<StoredEvent> found = database.read(handle -> log.between(handle, place, Long.MAX_VALUE, limit));
        return new Reading(found.stream().map(Reader::placed).toList(), decided);
    }

    @Override
    public Optional<Placed> newest() {
        long decided = database.read(log::decided);
        return database.read(handle -> log.last(handle, decided)).map(Reader::placed);
    }

    @Override
    public Optional<Event> at(long place) {
        return database.read(handle -> log.at(handle, place)).map(StoredEvent::event);
    }

    private static Placed placed(StoredEvent stored) {
        return new Placed(stored.position(), stored.event());
    }

    @Override
    public EventStream.Subscription listen(Runnable listener) {
        listeners.add(listener);
        return () -> listeners.remove(listener);
    }

    /** There may be something new. */
    public void wake() {
        for (Runnable listener : listeners) {
            try {
                listener.run();
            } catch (RuntimeException | LinkageError e) {
                LOG.error("A listener to the log failed", e);
            }
        }
    }
}
