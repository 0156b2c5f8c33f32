package org.weir.web.shell;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class CsrfTest {
    @Test
    void the_token_is_taken_from_a_header_or_the_form() {
        assertTrue(Csrf.holds("token", "token", null, null));
        assertTrue(Csrf.holds("token", null, "token", null));
        assertTrue(Csrf.holds("token", null, null, "token"));
    }

    @Test
    void another_token_or_none_is_refused() {
        assertFalse(Csrf.holds("token", null, null, null));
        assertFalse(Csrf.holds("token", null, null, "other"));
        assertFalse(Csrf.holds("token", "", null, "token"));
        assertFalse(Csrf.holds("", "", null, null));
    }
}
