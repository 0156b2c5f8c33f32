package org.weir.web.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;

class FlashTest {
    @Test
    void what_is_said_arrives_on_the_next_page() {
        Flash said = new Flash("Gelöscht 已删除", "good", "/r/account/1/restore/2", "Undo");
        assertEquals(said, Flash.decoded(said.encoded()));
    }

    @Test
    void a_cookie_of_other_make_says_nothing() {
        assertNull(Flash.decoded("***"));
        assertNull(Flash.decoded("YWJj"));
    }

    @Test
    void the_undo_never_leads_away() {
        assertNull(Flash.decoded(encode("good\nhttps://elsewhere.example\nUndo\nx")));
        assertNull(Flash.decoded(encode("good\n//elsewhere.example\nUndo\nx")));
    }

    private static String encode(String text) {
        return Base64.getUrlEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
    }
}
