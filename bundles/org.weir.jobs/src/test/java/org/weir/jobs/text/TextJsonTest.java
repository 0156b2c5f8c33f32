package org.weir.jobs.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.junit.jupiter.api.Test;
import org.weir.base.api.Text;
import org.weir.testkit.TextKeys;

final class TextJsonTest {
    @Test
    void a_text_is_kept_with_its_arguments() {
        Text text = Text.of(
                "key",
                "x",
                5L,
                true,
                new BigDecimal("1.50"),
                LocalDate.of(2026, 1, 2),
                Instant.EPOCH,
                Text.of("inner", "名"));
        assertEquals(text, TextJson.read(TextJson.write(text)));
    }

    @Test
    void the_texts_are_complete() {
        TextKeys.assertComplete("jobs");
    }

    @Test
    void what_is_no_json_is_no_text() {
        assertThrows(IllegalArgumentException.class, () -> TextJson.read("{"));
    }
}
