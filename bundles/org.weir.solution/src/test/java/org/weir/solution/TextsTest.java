package org.weir.solution;

import org.junit.jupiter.api.Test;
import org.weir.testkit.TextKeys;

final class TextsTest {
    @Test
    void the_configurator_speaks_both_languages_in_full() {
        TextKeys.assertComplete("solution-configurator");
    }
}
