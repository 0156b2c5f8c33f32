package org.weir.base.gate;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.weir.base.api.Gate;
import org.weir.base.api.Slots;

@SuppressWarnings({"try", "FutureReturnValueIgnored"})
final class EpochGateTest {
    private static final Duration LONG = Duration.ofSeconds(20);
    private static final Duration SHORT = Duration.ofMillis(50);

    private final EpochGate gate = new EpochGate();
    private final ExecutorService threads = Executors.newCachedThreadPool();

    @AfterEach
    void stop() {
        threads.shutdownNow();
    }

    @Test
    void nobody_inside_means_no_waiting() {
        assertTrue(gate.awaitGrace(SHORT));
    }

    @Test
    void the_pass_of_the_caller_does_not_count() {
        try (Gate.Pass outer = gate.enter();
                Gate.Pass inner = gate.enter()) {
            assertTrue(gate.awaitGrace(SHORT));
        }
    }

    @Test
    void work_that_entered_before_is_waited_for_until_it_has_left() throws Exception {
        CountDownLatch entered = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        Future<?> work = threads.submit(() -> {
            try (Gate.Pass pass = gate.enter()) {
                entered.countDown();
                leave.await();
            }
            return null;
        });
        entered.await();
        assertFalse(gate.awaitGrace(SHORT));
        leave.countDown();
        assertTrue(gate.awaitGrace(LONG));
        work.get();
    }

    @Test
    void a_nested_pass_does_not_end_the_work() throws Exception {
        CountDownLatch nestedLeft = new CountDownLatch(1);
        CountDownLatch leave = new CountDownLatch(1);
        Future<?> work = threads.submit(() -> {
            try (Gate.Pass pass = gate.enter()) {
                gate.enter().close();
                nestedLeft.countDown();
                leave.await();
            }
            return null;
        });
        nestedLeft.await();
        assertFalse(gate.awaitGrace(SHORT));
        leave.countDown();
        work.get();
    }

    @Test
    void work_that_enters_later_is_not_waited_for() throws Exception {
        CountDownLatch firstIn = new CountDownLatch(1);
        CountDownLatch firstOut = new CountDownLatch(1);
        threads.submit(() -> {
            try (Gate.Pass pass = gate.enter()) {
                firstIn.countDown();
                firstOut.await();
            }
            return null;
        });
        firstIn.await();
        Future<Boolean> grace = threads.submit(() -> gate.awaitGrace(LONG));
        TimeUnit.MILLISECONDS.sleep(20);
        CountDownLatch laterIn = new CountDownLatch(1);
        CountDownLatch laterOut = new CountDownLatch(1);
        threads.submit(() -> {
            try (Gate.Pass pass = gate.enter()) {
                laterIn.countDown();
                laterOut.await();
            }
            return null;
        });
        laterIn.await();
        firstOut.countDown();
        assertTrue(grace.get());
        laterOut.countDown();
    }

    @Test
    void under_load_nothing_that_was_removed_is_used_after_the_grace() throws Exception {
        Slots<Contribution> slots = new Slots<>(gate, Comparator.comparing(it -> it.number));
        AtomicBoolean stop = new AtomicBoolean();
        AtomicInteger usedWhenGone = new AtomicInteger();
        AtomicInteger used = new AtomicInteger();
        List<Future<?>> readers = java.util.stream.Stream.<Future<?>>generate(
                        () -> threads.submit(() -> read(slots, stop, used, usedWhenGone)))
                .limit(6)
                .toList();
        for (int i = 0; i < 2_000; i++) {
            Contribution contribution = new Contribution(i);
            slots.add(contribution);
            slots.remove(contribution);
            contribution.gone = true;
        }
        stop.set(true);
        for (Future<?> reader : readers) {
            reader.get();
        }
        assertEquals(0, usedWhenGone.get());
    }

    private void read(Slots<Contribution> slots, AtomicBoolean stop, AtomicInteger used, AtomicInteger usedWhenGone) {
        while (!stop.get()) {
            try (Gate.Pass pass = gate.enter()) {
                for (Contribution contribution : slots.all()) {
                    Thread.onSpinWait();
                    used.incrementAndGet();
                    if (contribution.gone) {
                        usedWhenGone.incrementAndGet();
                    }
                }
            }
        }
    }

    private static final class Contribution {
        private final int number;
        private volatile boolean gone;

        Contribution(int number) {
            this.number = number;
        }
    }
}
