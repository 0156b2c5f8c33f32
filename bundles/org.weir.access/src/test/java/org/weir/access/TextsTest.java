package org.weir.access;

import org.junit.jupiter.api.Test;
import org.weir.testkit.TextKeys;

class TextsTest {
    @Test
    void every_text_is_there_in_both_languages() {
        TextKeys.assertComplete("access");
    }
}
