package org.weir.log;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class ReasonsTest {
    @Test
    void the_innermost_cause_speaks() {
        Exception cause = new IllegalStateException("outer", new IllegalArgumentException("the table is missing"));
        assertEquals("the table is missing", Reasons.of("not activated", cause));
    }

    @Test
    void a_cause_without_words_leaves_the_word_to_the_one_around_it() {
        assertEquals("outer", Reasons.of("message", new IllegalStateException("outer", new RuntimeException())));
        assertEquals("message", Reasons.of("message", new RuntimeException()));
    }

    @Test
    void types_and_line_breaks_are_left_out() {
        Exception cause = new RuntimeException("org.osgi.framework.BundleException: Unable to resolve x\n  missing y");
        assertEquals("Unable to resolve x missing y", Reasons.of("", cause));
    }
}
