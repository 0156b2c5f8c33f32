package org.weir.operations.request;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class NameRequestsTest {
    @Test
    void the_id_of_a_proxy_is_kept() {
        assertEquals("4f1c-22.a", NameRequests.id("4f1c-22.a"));
    }

    @Test
    void what_would_break_a_line_of_the_log_is_replaced() {
        assertTrue(NameRequests.id("a\nERROR forged").matches("[0-9a-f]{16}"));
        assertTrue(NameRequests.id("x".repeat(65)).matches("[0-9a-f]{16}"));
        assertTrue(NameRequests.id(null).matches("[0-9a-f]{16}"));
        assertNotEquals(NameRequests.id(null), NameRequests.id(null));
    }
}
