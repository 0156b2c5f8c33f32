package org.weir.rest.http;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class RouterTest {
    private final Router router = new Router(List.of(
            route("GET", "/"),
            route("GET", "/me"),
            route("GET", "/project/{id}/plan"),
            route("GET", "/{type}"),
            route("POST", "/{type}"),
            route("GET", "/{type}/{id}"),
            route("POST", "/{type}/actions/{name}"),
            route("DELETE", "/{type}/{id}/comments/{comment}")));

    @Test
    void literals_win_over_variables() {
        assertEquals("/me", path("GET", "me"));
        assertEquals("/{type}", path("GET", "account"));
        assertEquals("/{type}/actions/{name}", path("POST", "account", "actions", "merge"));
    }

    @Test
    void a_longer_path_over_a_literal_leaves_the_shorter_ones_to_variables() {
        assertEquals("/{type}", path("GET", "project"));
        assertEquals("/{type}/{id}", path("GET", "project", "7"));
        assertEquals("/project/{id}/plan", path("GET", "project", "7", "plan"));
        assertEquals("/{type}/{id}/comments/{comment}", path("DELETE", "project", "7", "comments", "8"));
    }

    @Test
    void variables_are_taken_from_the_path() {
        Router.Match match = router.match("DELETE", List.of("account", "1", "comments", "2"));
        assertNotNull(match);
        assertEquals(Map.of("type", "account", "id", "1", "comment", "2"), match.variables());
    }

    @Test
    void head_is_answered_where_get_is() {
        assertEquals("/", path("HEAD"));
        assertNull(router.match("HEAD", List.of("account", "actions", "merge")));
    }

    @Test
    void a_path_knows_its_methods() {
        assertEquals(List.of("GET", "HEAD", "OPTIONS", "POST"), router.allowed(List.of("account")));
        assertNull(router.allowed(List.of("account", "1", "nothing")));
    }

    @Test
    void a_route_without_a_permission_is_refused() {
        Route open = Route.of("GET", "/open", "open", call -> Answer.empty(204));
        assertThrows(IllegalArgumentException.class, () -> new Router(List.of(open)));
    }

    private String path(String method, String... path) {
        Router.Match match = router.match(method, List.of(path));
        assertNotNull(match);
        return match.route().path();
    }

    private static Route route(String method, String path) {
        return Route.of(method, path, "op", call -> Answer.empty(204)).needs(Route.SIGNED_IN);
    }
}
