package org.weir.delivery;

import org.junit.jupiter.api.Test;
import org.weir.testkit.TextKeys;

final class TextsTest {
    @Test
    void every_text_stands_in_both_languages() {
        TextKeys.assertComplete("delivery");
    }
}
