package org.weir.web.home;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class SeenTest {
    private static final UUID ONE = new UUID(1, 1);
    private static final UUID TWO = new UUID(2, 2);

    @Test
    void the_last_opened_stands_first_and_once() {
        String cookie = Seen.with(Seen.with(Seen.with("", "account", ONE), "acme-visit", TWO), "account", ONE);
        assertEquals(List.of(new Seen.One("account", ONE), new Seen.One("acme-visit", TWO)), Seen.read(cookie));
    }

    @Test
    void eight_are_kept() {
        String cookie = "";
        for (int i = 0; i < 20; i++) {
            cookie = Seen.with(cookie, "account", new UUID(i, i));
        }
        assertEquals(8, Seen.read(cookie).size());
    }

    @Test
    void what_is_no_record_is_left_out() {
        assertEquals(List.of(), Seen.read("../../x_" + ONE + ".account_nonsense.<script>"));
        assertEquals(List.of(), Seen.read(null));
    }
}
