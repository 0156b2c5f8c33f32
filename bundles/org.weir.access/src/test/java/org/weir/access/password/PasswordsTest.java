package org.weir.access.password;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class PasswordsTest {
    private final Passwords passwords = new Passwords(() -> 4);

    @Test
    void the_right_password_matches_and_another_does_not() {
        String hash = passwords.hash("correct horse battery");
        assertTrue(passwords.matches("correct horse battery", hash));
        assertFalse(passwords.matches("correct horse Battery", hash));
    }

    @Test
    void every_character_counts_however_long_the_password() {
        String start = "x".repeat(200);
        String hash = passwords.hash(start + "a");
        assertTrue(passwords.matches(start + "a", hash));
        assertFalse(passwords.matches(start + "b", hash));
        String chinese = "深淘滩，低作堰".repeat(5);
        assertFalse(passwords.matches(chinese + "二", passwords.hash(chinese + "一")));
    }

    @Test
    void nothing_matches_where_there_is_no_password() {
        assertFalse(passwords.matches("", null));
        assertFalse(passwords.matches("anything at all", null));
    }

    @Test
    void a_password_of_a_million_characters_is_wrong() {
        String million = "x".repeat(1_000_000);
        assertFalse(passwords.matches(million, passwords.hash("x".repeat(1000))));
    }

    @Test
    void the_same_password_is_hashed_differently_each_time() {
        assertNotEquals(passwords.hash("correct horse battery"), passwords.hash("correct horse battery"));
    }

    @Test
    void a_hash_of_another_cost_is_outdated() {
        String hash = passwords.hash("correct horse battery");
        assertFalse(passwords.isOutdated(hash));
        assertTrue(new Passwords(() -> 5).isOutdated(hash));
        assertTrue(new Passwords(() -> 5).matches("correct horse battery", hash));
    }

    @Test
    void a_generated_password_has_twenty_characters() {
        assertEquals(20, Passwords.random().length());
        assertNotEquals(Passwords.random(), Passwords.random());
    }
}
