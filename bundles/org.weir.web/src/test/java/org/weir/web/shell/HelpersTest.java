package org.weir.web.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.weir.base.api.ProblemException;
import org.weir.testkit.OpenGate;

final class HelpersTest {
    private final Helpers helpers = new Helpers(1, new OpenGate());

    @AfterEach
    void close() {
        helpers.close();
    }

    @Test
    void a_piece_is_worked_for_while_the_rest_goes_on() throws Exception {
        CountDownLatch begun = new CountDownLatch(1);
        Supplier<Thread> piece = helpers.meanwhile(() -> {
            begun.countDown();
            return Thread.currentThread();
        });
        begun.await();
        assertEquals("weir-page", piece.get().getName());
    }

    @Test
    void what_nobody_has_begun_is_done_by_whoever_wants_it_and_only_once() throws Exception {
        CountDownLatch busy = new CountDownLatch(1);
        CountDownLatch go = new CountDownLatch(1);
        Supplier<Boolean> slow = helpers.meanwhile(() -> {
            busy.countDown();
            wait(go);
            return true;
        });
        busy.await();
        AtomicInteger times = new AtomicInteger();
        List<Supplier<Thread>> others = new ArrayList<>();
        IntStream.range(0, 200)
                .forEach(it -> others.add(helpers.meanwhile(() -> {
                    times.incrementAndGet();
                    return Thread.currentThread();
                })));
        others.forEach(it -> assertSame(Thread.currentThread(), it.get()));
        go.countDown();
        assertEquals(true, slow.get());
        assertEquals(200, times.get());
    }

    private static void wait(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void what_a_piece_throws_comes_out_where_it_is_wanted() {
        ProblemException missing = ProblemException.notFound();
        Supplier<String> piece = helpers.meanwhile(() -> {
            throw missing;
        });
        assertSame(missing, assertThrows(ProblemException.class, piece::get));
        Supplier<String> broken = helpers.meanwhile(() -> {
            throw new NoClassDefFoundError("gone");
        });
        assertThrows(NoClassDefFoundError.class, broken::get);
    }

    @Test
    void what_is_looked_up_once_is_the_same_for_all() {
        AtomicInteger times = new AtomicInteger();
        Supplier<Integer> found = Helpers.once(times::incrementAndGet);
        assertEquals(1, found.get());
        assertEquals(1, found.get());
    }
}
