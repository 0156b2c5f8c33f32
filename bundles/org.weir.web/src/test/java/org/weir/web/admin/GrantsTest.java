package org.weir.web.admin;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.weir.access.api.Scope;

class GrantsTest {
    @Test
    void a_permission_reaches_as_far_as_was_ticked() {
        assertEquals(
                Map.of("account:read", Set.of(Scope.OWN, Scope.TEAM), "*", Set.of(Scope.ALL)),
                RolePages.grants(List.of("account:read|OWN", "account:read|TEAM", "*|ALL")));
    }

    @Test
    void what_is_no_grant_is_left_out() {
        assertEquals(
                Map.of(), RolePages.grants(List.of("", "|ALL", "account:read", "account:read|", "a|EVERYWHERE", "|")));
    }
}
