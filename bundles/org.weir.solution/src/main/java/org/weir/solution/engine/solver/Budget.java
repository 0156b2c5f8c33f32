package org.weir.solution.engine.solver;

import java.util.function.BooleanSupplier;

/**
 * How much work may be done. Counted in conflicts, so that the same question gets the same answer on every machine; {@code
 * cancelled} is asked now and then.
 */
public final class Budget {
    private final BooleanSupplier cancelled;
    private long conflicts;

    public Budget(long conflicts, BooleanSupplier cancelled) {
        this.conflicts = conflicts;
        this.cancelled = cancelled;
    }

    public static Budget of(long conflicts) {
        return new Budget(conflicts, () -> false);
    }

    public boolean spent() {
        return conflicts <= 0 || cancelled.getAsBoolean();
    }

    void conflict() {
        conflicts--;
    }
}
