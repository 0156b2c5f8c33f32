package org.weir.access.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class TokenTest {
    @Test
    void tokens_differ_and_hold_256_bits() {
        Token token = Token.random();
        assertNotEquals(token, Token.random());
        assertEquals(43, token.value().length());
        assertTrue(token.plausible());
    }

    @Test
    void neither_hash_nor_csrf_token_is_the_other_or_tells_the_token() {
        Token token = Token.random();
        assertNotEquals(token.hash(), token.csrf());
        assertFalse(token.toString().contains(token.value()));
    }

    @Test
    void what_cannot_be_a_token_is_not_looked_up() {
        assertFalse(new Token("").plausible());
        assertFalse(new Token("x".repeat(1_000_000)).plausible());
    }
}
