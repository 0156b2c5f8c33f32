package org.weir.insight.chain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.weir.insight.chain.Chain.Link;
import org.weir.testkit.TextKeys;

final class WordsTest {
    @Test
    void words_are_cut_to_a_width_and_never_inside_a_character() {
        assertEquals("short", Fit.cut("short", 200, 13));
        String cut = Fit.cut("江河通信四川公司站点供电与无线一体化改造", 100, 13);
        assertTrue(cut.endsWith("…"), cut);
        assertTrue(Fit.width(cut, 13) <= 101, cut);
        String pair = "𠮷".repeat(30);
        assertEquals(0, Fit.cut(pair, 100, 13).replace("…", "").length() % 2);
    }

    @Test
    void a_link_that_goes_over_another_record_too_is_not_drawn() {
        UUID a = new UUID(0, 1);
        UUID b = new UUID(0, 2);
        UUID c = new UUID(0, 3);
        assertEquals(
                List.of(new Link(a, b), new Link(b, c)),
                Shortest.of(List.of(new Link(a, b), new Link(a, c), new Link(b, c))));
        assertEquals(2, Shortest.of(List.of(new Link(a, b), new Link(b, a))).size());
    }

    @Test
    void all_texts_are_there_in_both_languages() {
        TextKeys.assertComplete("insight");
    }
}
