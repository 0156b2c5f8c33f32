package org.weir.rest.http;

import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.LongSupplier;

/**
 * How often a caller may ask: a bucket of tokens each, filled evenly. Kept by each node for itself: behind a balancer that
 * spreads evenly, a caller of n nodes has n times as many.
 */
public final class Allowance {
    private static final int BUCKETS_BEFORE_SWEEP = 10_000;
    private static final double NANOS_PER_MINUTE = 60e9;

    private volatile int perMinute;
    private volatile int burst;
    private final LongSupplier nanos;
    private final Map<UUID, Bucket> buckets = new ConcurrentHashMap<>();

    /**
     * Where a caller stands after a request.
     *
     * @param left whole requests that may follow at once
     * @param seconds until there is one again when there is none, else until the bucket is full
     */
    record Standing(boolean granted, long left, long seconds) {}

    /** @param perMinute 0 or less for no limit. @param burst how many may come at once */
    public Allowance(int perMinute, int burst) {
        this(perMinute, burst, System::nanoTime);
    }

    Allowance(int perMinute, int burst, LongSupplier nanos) {
        this.perMinute = perMinute;
        this.burst = Math.max(1, burst);
        this.nanos = nanos;
    }

    /** Holds at once, for callers too who have a bucket. */
    public void change(int newPerMinute, int newBurst) {
        perMinute = newPerMinute;
        burst = Math.max(1, newBurst);
    }

    boolean limits() {
        return perMinute > 0;
    }

    Standing take(UUID caller) {
        long now = nanos.getAsLong();
        if (buckets.size() > BUCKETS_BEFORE_SWEEP) {
            buckets.values().removeIf(it -> it.isFull(now));
        }
        return buckets.computeIfAbsent(caller, it -> new Bucket(now)).take(now);
    }

    /** As told in the header {@code RateLimit-Policy}. */
    String policy() {
        return "\"caller\";q=" + burst + ";w=" + ceil(burst * 60.0 / perMinute);
    }

    private static long ceil(double seconds) {
        return (long) Math.ceil(seconds);
    }

    private final class Bucket {
        private double tokens = burst;
        private long filledAt;

        Bucket(long now) {
            filledAt = now;
        }

        synchronized Standing take(long now) {
            fill(now);
            boolean granted = tokens >= 1;
            if (granted) {
                tokens--;
            }
            double missing = tokens >= 1 ? burst - tokens : 1 - tokens;
            return new Standing(granted, (long) tokens, Math.max(1, ceil(missing * 60.0 / perMinute)));
        }

        synchronized boolean isFull(long now) {
            fill(now);
            return tokens >= burst;
        }

        private void fill(long now) {
            tokens = Math.min(burst, tokens + (now - filledAt) * perMinute / NANOS_PER_MINUTE);
            filledAt = now;
        }
    }
}
