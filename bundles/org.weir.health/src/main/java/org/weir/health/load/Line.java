package org.weir.health.load;

import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** So many are served at once, so many more wait in the order they came, and not for long. */
final class Line {
    private static final long LONGEST_RETURN_SECONDS = 10;
    private static final long TURN_MILLIS = 5_000;
    /** Who waits looks this often for turns held too long; he joins the line anew each time, so not too often. */
    private static final long STEP_MILLIS = 1_000;

    private final Semaphore turns;
    private final int longest;
    private final int inside;
    private final int sending;
    private final long patienceMillis;
    private final AtomicInteger waiting = new AtomicInteger();
    private final AtomicInteger present = new AtomicInteger();
    private final AtomicInteger senders = new AtomicInteger();
    private final long turnNanos;
    private final Set<Turn> held = ConcurrentHashMap.newKeySet();

    /**
     * @param atOnce how many are served at once
     * @param longest how many may wait
     * @param inside how many may be here in all, those too who wait for their client: threads must be left for health
     */
    Line(int atOnce, int longest, int inside, long patienceMillis) {
        this(atOnce, longest, inside, patienceMillis, TURN_MILLIS);
    }

    /** @param turnMillis who works longer than that while others wait holds them up no more */
    Line(int atOnce, int longest, int inside, long patienceMillis, long turnMillis) {
        this.turnNanos = TimeUnit.MILLISECONDS.toNanos(turnMillis);
        this.turns = new Semaphore(atOnce, true);
        this.longest = longest;
        this.inside = inside;
        this.sending = Math.max(1, inside * 3 / 4);
        this.patienceMillis = patienceMillis;
    }

    /**
     * Those who send a body may dawdle as long as they like: they never take all the room, so that a hundred of them keep
     * nobody from reading.
     *
     * @param sends whether a body comes with the request
     * @return false when the house is full; otherwise {@link #leave} must follow
     */
    boolean come(boolean sends) {
        if (sends && senders.incrementAndGet() > sending) {
            senders.decrementAndGet();
            return false;
        }
        if (present.incrementAndGet() <= inside) {
            return true;
        }
        leave(sends);
        return false;
    }

    /** @param sends as it came */
    void leave(boolean sends) {
        present.decrementAndGet();
        if (sends) {
            senders.decrementAndGet();
        }
    }

    /** @return false when the line is too long or the wait was */
    boolean take() throws InterruptedException {
        if (turns.tryAcquire(0, TimeUnit.SECONDS)) {
            return true;
        }
        if (waiting.incrementAndGet() > longest) {
            waiting.decrementAndGet();
            return false;
        }
        try {
            boolean taken = false;
            for (long left = patienceMillis; !taken && left > 0; left -= STEP_MILLIS) {
                held.forEach(it -> it.giveIfLongerThan(turnNanos));
                taken = turns.tryAcquire(Math.min(STEP_MILLIS, left), TimeUnit.MILLISECONDS);
            }
            return taken;
        } finally {
            waiting.decrementAndGet();
        }
    }

    void begun(Turn turn) {
        held.add(turn);
    }

    void ended(Turn turn) {
        held.remove(turn);
    }

    /** @return how many stand in line now */
    int waiting() {
        return waiting.get();
    }

    /** @return how many are here who send a body */
    int sending() {
        return senders.get();
    }

    /** Takes a turn again that was given back while the client was slow; goes before those who wait. */
    boolean takeAgain() throws InterruptedException {
        return turns.tryAcquire() || turns.tryAcquire(LONGEST_RETURN_SECONDS, TimeUnit.SECONDS);
    }

    void give() {
        turns.release();
    }
}
