package org.weir.records.visibility;

import java.util.function.LongSupplier;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What was looked up and is kept for a moment, no longer than until a record changes here. Whoever looks something up takes
 * {@link #now} before and puts the answer there: what a change has made doubtful meanwhile is never seen again.
 */
public final class Moment<T> {
    private static final long NANOS = 250_000_000L;

    private final Supplier<T> nothing;
    private final LongSupplier nanos;
    private volatile @Nullable Kept<T> kept;

    private record Kept<T>(T it, long since) {}

    /** @param nothing what is kept at first, to be filled */
    public Moment(Supplier<T> nothing) {
        this(nothing, System::nanoTime);
    }

    Moment(Supplier<T> nothing, LongSupplier nanos) {
        this.nothing = nothing;
        this.nanos = nanos;
    }

    public T now() {
        Kept<T> before = kept;
        long at = nanos.getAsLong();
        if (before != null && at - before.since() < NANOS) {
            return before.it();
        }
        Kept<T> next = new Kept<>(nothing.get(), at);
        kept = next;
        return next.it();
    }

    /** Something has changed, or is about to. */
    void forget() {
        kept = null;
    }
}
