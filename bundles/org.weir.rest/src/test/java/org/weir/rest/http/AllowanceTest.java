package org.weir.rest.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class AllowanceTest {
    private final AtomicLong now = new AtomicLong();
    private final Allowance allowance = new Allowance(60, 3, now::get);

    @Test
    void a_caller_may_ask_at_once_as_often_as_the_bucket_holds_and_then_at_the_rate() {
        UUID caller = UUID.randomUUID();
        for (int left = 2; left >= 0; left--) {
            Allowance.Standing standing = allowance.take(caller);
            assertTrue(standing.granted());
            assertEquals(left, standing.left());
        }
        Allowance.Standing refused = allowance.take(caller);
        assertFalse(refused.granted());
        assertEquals(1, refused.seconds());
        now.addAndGet(1_000_000_000L);
        assertTrue(allowance.take(caller).granted());
        assertFalse(allowance.take(caller).granted());
        now.addAndGet(3_600_000_000_000L);
        assertEquals(2, allowance.take(caller).left());
        assertEquals("\"caller\";q=3;w=3", allowance.policy());
    }

    @Test
    void another_limit_holds_for_those_too_who_have_asked_before() {
        UUID caller = UUID.randomUUID();
        allowance.take(caller);
        allowance.change(60, 1);
        assertTrue(allowance.take(caller).granted());
        assertFalse(allowance.take(caller).granted());
        allowance.change(0, 1);
        assertFalse(allowance.limits());
    }

    @Test
    void one_caller_does_not_use_up_what_another_has() {
        UUID greedy = UUID.randomUUID();
        for (int i = 0; i < 10; i++) {
            allowance.take(greedy);
        }
        assertTrue(allowance.take(UUID.randomUUID()).granted());
    }
}
