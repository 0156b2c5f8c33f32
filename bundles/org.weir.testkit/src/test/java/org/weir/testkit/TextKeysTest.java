package org.weir.testkit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Locale;
import org.junit.jupiter.api.Test;

final class TextKeysTest {
    @Test
    void the_texts_of_base_are_complete() {
        TextKeys.assertComplete("base");
    }

    @Test
    void a_bundle_without_texts_fails() {
        assertThrows(AssertionError.class, () -> TextKeys.assertComplete("nobody"));
    }

    @Test
    void texts_are_read_from_the_class_path() {
        assertEquals("必填。", TestTexts.of("base").text(Locale.SIMPLIFIED_CHINESE, "problem.required"));
    }
}
