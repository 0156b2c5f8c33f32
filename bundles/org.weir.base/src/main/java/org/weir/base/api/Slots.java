package org.weir.base.api;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * The contributions to one slot, in their declared order, safe to read without a lock. A Declarative Services component
 * keeps one per slot and calls {@link #add} from its bind and {@link #remove} from its unbind method.
 */
public final class Slots<T> {
    private static final Duration AT_MOST = Duration.ofSeconds(10);

    private final Gate gate;
    private final Comparator<? super T> order;
    private volatile List<T> all = List.of();

    public Slots(Gate gate, Comparator<? super T> order) {
        this.gate = gate;
        this.order = order;
    }

    public List<T> all() {
        return all;
    }

    public synchronized void add(T contribution) {
        List<T> next = new ArrayList<>(all);
        next.add(contribution);
        next.sort(order);
        all = List.copyOf(next);
    }

    /** Takes the contribution out, then waits (at most 10 s) until no work that may still use it is in flight. */
    public void remove(T contribution) {
        synchronized (this) {
            List<T> next = new ArrayList<>(all);
            next.removeIf(it -> it == contribution);
            all = List.copyOf(next);
        }
        gate.awaitGrace(AT_MOST);
    }
}
