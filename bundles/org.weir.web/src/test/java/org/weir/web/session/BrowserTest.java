package org.weir.web.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

final class BrowserTest {
    @Test
    void browsers_are_known_by_what_only_they_say() {
        String chrome =
                "Mozilla/5.0 (X11; Linux x86_64) AppleWebKit/537.36 (KHTML, like Gecko) Chrome/140.0 Safari/537.36";
        assertEquals("Chrome · Linux", Browser.of(chrome));
        assertEquals(
                "Edge · Windows", Browser.of("Mozilla/5.0 (Windows NT 10.0) Chrome/140.0 Safari/537.36 Edg/140.0"));
        assertEquals(
                "Safari · iPhone",
                Browser.of(
                        "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Mobile/15E148 Safari/604.1"));
        assertEquals("curl/8.5", Browser.of("curl/8.5"));
        assertEquals("", Browser.of(""));
    }

    @Test
    void the_zone_that_everybody_begins_with_can_be_chosen() {
        assertTrue(PreferencePage.zones().contains("UTC"));
    }
}
