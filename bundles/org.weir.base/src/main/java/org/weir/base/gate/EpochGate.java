package org.weir.base.gate;

import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.weir.base.api.Gate;

/**
 * Read-copy-update in user space: every thread says in a variable of its own in which epoch its work began, so
 * entering costs one uncontended volatile write. Waiting begins a new epoch and looks until no thread is left in an
 * older one.
 */
@Component(service = Gate.class)
public final class EpochGate implements Gate {
    private static final long OUTSIDE = 0;
    private static final long SHORTEST_NAP = 20_000;
    private static final long LONGEST_NAP = 2_000_000;

    private final AtomicLong epoch = new AtomicLong(1);
    private final Queue<WeakReference<Presence>> presences = new ConcurrentLinkedQueue<>();
    private final ThreadLocal<Presence> mine = ThreadLocal.withInitial(this::register);

    @Activate
    public EpochGate() {}

    @Override
    public Pass enter() {
        Presence presence = mine.get();
        if (presence.depth++ == 0) {
            presence.since = epoch.get();
        }
        return presence;
    }

    @Override
    public boolean awaitGrace(Duration atMost) {
        long deadline = System.nanoTime() + atMost.toNanos();
        long now = epoch.incrementAndGet();
        for (Presence other : others()) {
            if (!left(other, now, deadline)) {
                return false;
            }
        }
        return true;
    }

    private static boolean left(Presence other, long now, long deadline) {
        long nap = SHORTEST_NAP;
        while (other.isOlderThan(now)) {
            if (System.nanoTime() - deadline >= 0 || Thread.currentThread().isInterrupted()) {
                return false;
            }
            LockSupport.parkNanos(nap);
            nap = Math.min(nap * 2, LONGEST_NAP);
        }
        return true;
    }

    private List<Presence> others() {
        Presence own = mine.get();
        List<Presence> result = new ArrayList<>();
        for (Iterator<WeakReference<Presence>> all = presences.iterator(); all.hasNext(); ) {
            Presence presence = all.next().get();
            if (presence == null) {
                all.remove();
            } else if (presence != own) {
                result.add(presence);
            }
        }
        return result;
    }

    private Presence register() {
        Presence presence = new Presence();
        presences.add(new WeakReference<>(presence));
        return presence;
    }

    /** One thread's whereabouts; goes away with the thread. */
    private static final class Presence implements Pass {
        private volatile long since = OUTSIDE;
        private int depth;

        boolean isOlderThan(long epoch) {
            long began = since;
            return began != OUTSIDE && began < epoch;
        }

        @Override
        public void close() {
            if (depth > 0 && --depth == 0) {
                since = OUTSIDE;
            }
        }
    }
}
