package org.weir.access.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class PlainTest {
    @Test
    void what_breaks_lines_or_databases_is_replaced() {
        assertEquals("a\uFFFDb\uFFFD\uFFFDc\uFFFDd", Plain.line("a\u0000b\r\nc\u2028d", 100));
        assertEquals("x\uFFFDy", Plain.line("x\uD83Dy", 100));
    }

    @Test
    void text_is_cut_between_characters() {
        assertEquals("𠮷", Plain.line("𠮷𠮷", 3));
        assertEquals("abc", Plain.line("abcd", 3));
    }

    @Test
    void ordinary_text_of_any_script_stays() {
        assertEquals("王芳 😀 Bergström", Plain.line("王芳 😀 Bergström", 100));
    }
}
