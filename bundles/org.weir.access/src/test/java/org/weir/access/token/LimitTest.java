package org.weir.access.token;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.weir.access.api.Scope;

final class LimitTest {
    private static final Map<String, Set<Scope>> GRANTS =
            Map.of("account:*", Set.of(Scope.TEAM), "ticket:read", Set.of(Scope.ALL), "*:export", Set.of(Scope.OWN));

    @Test
    void what_two_permissions_have_in_common_is_in_both() {
        assertEquals(Optional.of("a:read"), Limit.meet("a:*", "*:read"));
        assertEquals(Optional.of("a:read"), Limit.meet("*", "a:read"));
        assertEquals(Optional.of("*"), Limit.meet("*", "*"));
        assertEquals(Optional.of("*:read"), Limit.meet("*", "*:read"));
        assertEquals(Optional.empty(), Limit.meet("a:read", "a:write"));
        assertEquals(Optional.empty(), Limit.meet("a:read", "b:*"));
    }

    @Test
    void a_token_leaves_scopes_as_the_user_has_them_and_adds_nothing() {
        assertEquals(
                Map.of(
                        "account:read", Set.of(Scope.TEAM),
                        "account:export", Set.of(Scope.TEAM, Scope.OWN)),
                Limit.of(GRANTS, Set.of("account:read", "account:export", "invoice:read"), false));
    }

    @Test
    void reading_is_all_that_a_reading_token_leaves() {
        assertEquals(
                Map.of("account:read", Set.of(Scope.TEAM), "ticket:read", Set.of(Scope.ALL)),
                Limit.of(GRANTS, Set.of(), true));
        assertEquals(Map.of("*:read", Set.of(Scope.ALL)), Limit.of(Map.of("*", Set.of(Scope.ALL)), Set.of(), true));
    }

    @Test
    void without_permissions_everything_is_left() {
        assertEquals(GRANTS, Limit.of(GRANTS, Set.of(), false));
    }
}
