package org.weir.records.visibility;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.weir.testkit.OpenGate;

final class AccountsOfUserTest {
    private final AtomicLong nanos = new AtomicLong();
    private final AccountsOfUser accounts = new AccountsOfUser(new OpenGate(), nanos::get);
    private final UUID ann = UUID.randomUUID();
    private final UUID meridian = UUID.randomUUID();
    private int asked;

    AccountsOfUserTest() {
        accounts.add(user -> {
            asked++;
            return Set.of(meridian);
        });
    }

    private void ask(boolean itself) {
        assertEquals(Set.of(meridian), accounts.of(ann, itself));
    }

    @Test
    void a_page_asks_once() {
        ask(false);
        ask(false);
        assertEquals(1, asked);
    }

    @Test
    void a_change_is_seen_at_once_and_one_elsewhere_after_a_moment() {
        ask(false);
        accounts.forget();
        ask(false);
        assertEquals(2, asked);
        nanos.addAndGet(250_000_000L);
        ask(false);
        assertEquals(3, asked);
    }

    @Test
    void a_transaction_asks_for_itself() {
        ask(false);
        ask(true);
        ask(true);
        assertEquals(3, asked);
    }
}
