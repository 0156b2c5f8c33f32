package org.weir.records.visibility;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

final class MomentTest {
    private final AtomicLong nanos = new AtomicLong();
    private final Moment<List<String>> moment = new Moment<>(ArrayList::new, nanos::get);

    @Test
    void what_is_kept_is_there_for_a_quarter_of_a_second() {
        moment.now().add("found");
        nanos.addAndGet(249_999_999L);
        assertEquals(List.of("found"), moment.now());
        nanos.addAndGet(1);
        assertEquals(List.of(), moment.now());
    }

    @Test
    void what_a_change_has_overtaken_is_never_seen_again() {
        List<String> before = moment.now();
        moment.forget();
        before.add("found too early");
        assertEquals(List.of(), moment.now());
    }
}
