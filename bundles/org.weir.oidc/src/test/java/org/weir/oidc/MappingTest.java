package org.weir.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class MappingTest {
    private static final Mapping MAPPING = Mapping.of(
            List.of("sales=role:account-responsible; /eu/sales = team:Europe", "cn=team:China;cn=region:cn"));

    @Test
    void mapped_values_follow_the_groups_and_others_stay() {
        assertEquals(
                Set.of("account-responsible", "auditor"), MAPPING.inStep("role", Set.of("auditor"), Set.of("sales")));
        assertEquals(Set.of("auditor"), MAPPING.inStep("role", Set.of("auditor", "account-responsible"), Set.of()));
        assertEquals(Set.of("cn"), MAPPING.inStep("region", Set.of(), Set.of("cn", "other")));
    }

    @Test
    void the_first_team_of_the_mapping_counts() {
        assertEquals(Optional.of("Europe"), MAPPING.team(Set.of("cn", "/eu/sales")));
        assertEquals(Optional.empty(), MAPPING.team(Set.of("nobody")));
    }

    @Test
    void a_line_that_is_none_is_named() {
        for (String line : List.of("sales", "sales=admin", "sales=right:x", "=role:x")) {
            assertThrows(IllegalArgumentException.class, () -> Mapping.of(List.of(line)), line);
        }
    }

    @Test
    void secrets_travel_encrypted_or_within_the_machine() {
        Values.requireSafe("https://id.example.com/realms/a");
        Values.requireSafe("http://127.0.0.1:8080/a");
        assertThrows(IllegalArgumentException.class, () -> Values.requireSafe("http://id.example.com"));
    }

    @Test
    void one_is_led_back_to_our_pages_only() {
        assertEquals("/r/account?q=a", OidcServlet.ours("/r/account?q=a"));
        for (String foreign : List.of("//evil.example", "https://evil.example", "/\\evil", "/a\r\nb", "")) {
            assertEquals("/", OidcServlet.ours(foreign), foreign);
        }
        assertEquals("/", OidcServlet.ours(null));
    }
}
