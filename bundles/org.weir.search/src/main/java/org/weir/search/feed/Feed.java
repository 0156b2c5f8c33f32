package org.weir.search.feed;

import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.BooleanSupplier;
import org.apache.lucene.store.AlreadyClosedException;
import org.apache.lucene.store.LockObtainFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weir.base.api.Gate;
import org.weir.events.api.EventReader;
import org.weir.events.api.EventReader.Placed;
import org.weir.events.api.EventReader.Reading;
import org.weir.search.api.Search.State;
import org.weir.search.api.SearchDocuments.Document;
import org.weir.search.index.Index;
import org.weir.search.index.Place;
import org.weir.search.kind.Kind;
import org.weir.search.kind.Kinds;

/**
 * Keeps this node's index up with the event log, on one thread: what a fact is about is read as it is now and indexed. The
 * index remembers its place in the log. An index that is not there, damaged, of another analysis or of another database is
 * made anew, kind by kind, between the facts.
 */
public final class Feed implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Feed.class);
    private static final int READ = 500;
    private static final int MOST_AHEAD = 2_000;
    private static final int WALK = 200;
    private static final long WAIT_MILLIS = 1_000;
    private static final Duration COMMIT = Duration.ofSeconds(5);
    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Duration CLOSING = Duration.ofSeconds(10);

    private final Path folder;
    private final EventReader log;
    private final Kinds kinds;
    private final Gate gate;
    private final BooleanSupplier mayBegin;
    private final Thread thread;

    private final Object lock = new Object();
    private long wanted = 1;
    private long had;
    private volatile boolean stopped;
    private volatile boolean suspected;

    private volatile @Nullable Index index;
    private volatile Place place = new Place(0, null, Map.of());
    private final TreeSet<Long> ahead = new TreeSet<>();
    private final Map<String, Long> pausedSince = new HashMap<>();
    private boolean dirty;
    private boolean failing;
    private long committed = System.nanoTime();
    private int broken;
    private @Nullable Long brokenSince;

    /** @param mayBegin asked again and again; before it says yes nothing is opened */
    public Feed(Path folder, EventReader log, Kinds kinds, Gate gate, BooleanSupplier mayBegin) {
        this.folder = folder;
        this.log = log;
        this.kinds = kinds;
        this.gate = gate;
        this.mayBegin = mayBegin;
        this.thread = new Thread(this::run, "weir-search");
        thread.setDaemon(true);
    }

    public Feed start() {
        thread.start();
        return this;
    }

    /** There may be something new. */
    public void wake() {
        synchronized (lock) {
            wanted++;
            lock.notifyAll();
        }
    }

    /** Something was odd with the index: it is read through. */
    public void suspect() {
        suspected = true;
        wake();
    }

    /** Waits until what was there when this was called is in the index, a little. */
    public void awaitFresh(Duration atMost) {
        long end = System.nanoTime() + atMost.toNanos();
        synchronized (lock) {
            long target = wanted;
            long left = end - System.nanoTime();
            while (had < target && left > 0 && index != null && !stopped) {
                try {
                    lock.wait(left / 1_000_000, (int) (left % 1_000_000));
                } catch (InterruptedException e) {
                    Thread.currentThread().interrupt();
                    return;
                }
                left = end - System.nanoTime();
            }
        }
    }

    /** Null while there is none. */
    public @Nullable Index index() {
        return index;
    }

    /** Whether all of the kind is in the index. */
    public boolean has(Kind kind) {
        Place.Walk walk = place.kinds().get(kind.kind());
        return index != null && walk != null && walk.done() && walk.version().equals(kind.version());
    }

    public State state() {
        if (index == null) {
            return State.AWAY;
        }
        return kinds.all().values().stream().allMatch(this::has) ? State.READY : State.BUILDING;
    }

    private void run() {
        boolean more = false;
        while (!stopped) {
            long seen;
            synchronized (lock) {
                seen = wanted;
            }
            more = turn(seen);
            synchronized (lock) {
                try {
                    if (!more && wanted == seen && !stopped) {
                        lock.wait(WAIT_MILLIS);
                    }
                } catch (InterruptedException e) {
                    stopped = true;
                }
            }
        }
        finish();
    }

    /** @return whether there is more to do at once */
    @SuppressWarnings("try")
    private boolean turn(long seen) {
        Long since = brokenSince;
        if (!mayBegin.getAsBoolean()
                || since != null
                        && since(since)
                                < Duration.ofSeconds(1L << Math.min(broken, 8)).toNanos()) {
            return false;
        }
        try (Gate.Pass pass = gate.enter()) {
            Index now = opened();
            boolean more = follow(now);
            had(seen);
            failing = false;
            more |= walk(now);
            if (dirty && (since(committed) > COMMIT.toNanos() || state() == State.READY && broken > 0)) {
                commit(now);
            }
            return more;
        } catch (LockObtainFailedException e) {
            pause("The search index in {} is in use by another process", e);
        } catch (IOException | AlreadyClosedException e) {
            lose(e);
        } catch (RuntimeException | LinkageError e) {
            if (failing) {
                LOG.debug("The search index still cannot be brought up to date", e);
            } else {
                LOG.error("The search index cannot be brought up to date; trying again and again", e);
            }
            failing = true;
        }
        return false;
    }

    private void had(long seen) {
        synchronized (lock) {
            had = Math.max(had, seen);
            lock.notifyAll();
        }
    }

    private static long since(long nanos) {
        return System.nanoTime() - nanos;
    }

    private void commit(Index now) throws IOException {
        now.commit(place);
        dirty = false;
        committed = System.nanoTime();
        broken = 0;
        brokenSince = null;
    }

    private void pause(String what, Exception why) {
        broken++;
        brokenSince = System.nanoTime();
        LOG.error(what + "; trying again in a while", folder, why);
    }

    private void lose(Exception why) {
        LOG.error("The search index in {} is damaged or cannot be written; it will be made anew", folder, why);
        forget();
        try {
            Index.wipe(folder);
        } catch (IOException e) {
            LOG.error("{} cannot be emptied", folder, e);
        }
        broken++;
        brokenSince = broken > 1 ? Long.valueOf(System.nanoTime()) : null;
        wake();
    }

    private void forget() {
        Index gone = index;
        index = null;
        if (gone != null) {
            try {
                gone.close();
            } catch (IOException | RuntimeException e) {
                LOG.debug("The damaged index did not close well", e);
            }
        }
    }

    private Index opened() throws IOException {
        Index now = index;
        if (now != null) {
            if (!now.isThere()) {
                throw new IOException("its files were taken away");
            }
            if (suspected) {
                suspected = false;
                now.check();
            }
            return now;
        }
        Index opened = Index.open(folder);
        boolean good = false;
        try {
            opened.check();
            Place known = opened.committed();
            if (known == null || !fits(known)) {
                LOG.info("The search index is made anew");
                opened.removeAll();
                known = log.newest()
                        .map(it -> new Place(it.place(), it.event().id(), Map.of()))
                        .orElse(new Place(0, null, Map.of()));
            }
            place = known;
            ahead.clear();
            pausedSince.clear();
            index = opened;
            good = true;
            return opened;
        } finally {
            if (!good) {
                opened.close();
            }
        }
    }

    /** Whether the log is the one that the index was made of. */
    private boolean fits(Place known) {
        UUID fact = known.event();
        return fact == null
                ? known.log() == 0
                : log.at(known.log()).filter(it -> it.id().equals(fact)).isPresent();
    }

    /**
     * Facts beyond the decided place are taken too, though the place does not move past it: a save is found at once even
     * while somebody else's long transaction is under way.
     */
    private boolean follow(Index now) throws IOException {
        Map<String, Kind> present = kinds.all();
        long from = place.log();
        long decided = Long.MAX_VALUE;
        int read = 0;
        Reading reading;
        do {
            reading = log.after(from, READ);
            decided = Math.min(decided, reading.decided());
            Changes changes = new Changes(present);
            for (Placed fact : reading.facts()) {
                if (!ahead.contains(fact.place())) {
                    changes.add(fact.event());
                }
                from = fact.place();
            }
            dirty |= changes.bringTo(now);
            if (!changes.lost().isEmpty()) {
                place = place.without(changes.lost());
            }
            move(reading.facts(), decided);
            read += reading.facts().size();
        } while (reading.facts().size() == READ && read < MOST_AHEAD && !stopped);
        return reading.facts().size() == READ && place.log() == from;
    }

    private void move(List<Placed> facts, long decided) {
        for (Placed fact : facts) {
            if (fact.place() <= decided) {
                place = place.at(fact.place(), fact.event().id());
                dirty = true;
            } else {
                ahead.add(fact.place());
            }
        }
        ahead.headSet(place.log(), true).clear();
    }

    /** One piece of the first kind that is not indexed to its end. */
    private boolean walk(Index now) throws IOException {
        for (Kind kind : kinds.all().values()) {
            Long paused = pausedSince.get(kind.kind());
            if (has(kind) || paused != null && since(paused) < PATIENCE.toNanos()) {
                continue;
            }
            try {
                walk(now, kind);
                pausedSince.remove(kind.kind());
            } catch (RuntimeException | LinkageError e) {
                LOG.error("{} cannot be indexed; trying again in {}", kind.kind(), PATIENCE, e);
                pausedSince.put(kind.kind(), System.nanoTime());
            }
            return true;
        }
        return false;
    }

    private void walk(Index now, Kind kind) throws IOException {
        Place.Walk walk = place.kinds().get(kind.kind());
        if (walk == null || !walk.version().equals(kind.version())) {
            now.removeAll(kind.kind());
            walk = new Place.Walk(kind.version(), false, null);
        }
        List<Document> documents = kind.walk(walk.at(), WALK);
        UUID at = walk.at();
        for (Document document : documents) {
            now.put(kind.kind(), document);
            at = document.id();
        }
        boolean done = documents.size() < WALK;
        place = place.with(kind.kind(), new Place.Walk(walk.version(), done, done ? null : at));
        dirty = true;
        if (done) {
            LOG.debug("All of {} is indexed", kind.kind());
        }
        if (done && state() == State.READY) {
            LOG.debug("The search index is complete, with {} documents", now.size());
        }
    }

    private void finish() {
        Index last = index;
        index = null;
        if (last == null) {
            return;
        }
        try (Index closing = last) {
            if (dirty) {
                closing.commit(place);
            }
        } catch (IOException | RuntimeException e) {
            LOG.warn("The search index was not closed well; what is missing will be indexed again", e);
        }
    }

    @Override
    public void close() {
        stopped = true;
        wake();
        try {
            thread.join(CLOSING.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (thread.isAlive()) {
            LOG.warn("The search index is still being written after {}", CLOSING);
        }
    }

    /** The kinds that are not in the index to their end. */
    public Set<String> missing() {
        Set<String> missing = new LinkedHashSet<>();
        kinds.all().forEach((name, kind) -> {
            if (!has(kind)) {
                missing.add(name);
            }
        });
        return missing;
    }
}
