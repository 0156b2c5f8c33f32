package org.weir.web.shell;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class RouterTest {
    private final Router<String> router = new Router<>(
            List.of("/", "/r/{type}", "/r/{type}/{id}", "/r/{type}/new", "/r/{type}/{id}/edit", "/r/account/{id}"),
            it -> it);

    private Router.Match<String> match(String path) {
        return Objects.requireNonNull(router.find(path), path);
    }

    @Test
    void a_path_finds_its_pattern_and_gives_its_variables() {
        assertEquals("/", match("/").target());
        assertEquals("/r/{type}/{id}/edit", match("/r/person/7/edit").target());
        assertEquals(
                Map.of("type", "person", "id", "7"), match("/r/person/7/edit").variables());
    }

    @Test
    void literals_win_over_variables_from_left_to_right() {
        assertEquals("/r/{type}/new", match("/r/person/new").target());
        assertEquals("/r/account/{id}", match("/r/account/7").target());
        assertEquals("/r/account/{id}", match("/r/account/new").target());
    }

    @Test
    void what_no_pattern_fits_finds_nothing() {
        assertNull(router.find("/x"));
        assertNull(router.find("/r/"));
        assertNull(router.find("/r/account/7/edit/more"));
    }

    @Test
    void variables_are_decoded_once_and_a_plus_stays_a_plus() {
        assertEquals("a b+c", match("/r/a%20b+c").variables().get("type"));
        assertEquals("%2e%2e", match("/r/%252e%252e").variables().get("type"));
    }

    @Test
    void a_malformed_escape_is_taken_as_it_stands() {
        assertEquals("%zz", match("/r/%zz").variables().get("type"));
    }
}
