package org.weir.base.api;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class IdsTest {
    @Test
    void ids_go_on_rising_when_the_clock_is_set_back_a_year() {
        long now = System.currentTimeMillis();
        UUID before = Ids.next(now);
        for (int i = 0; i < 10_000; i++) {
            UUID next = Ids.next(now - Duration.ofDays(365).toMillis());
            assertTrue(next.toString().compareTo(before.toString()) > 0, () -> next + " after an earlier id");
            before = next;
        }
        assertEquals(7, before.version());
        assertEquals(2, before.variant());
    }
}
