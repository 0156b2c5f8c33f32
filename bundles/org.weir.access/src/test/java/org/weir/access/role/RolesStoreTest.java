package org.weir.access.role;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.weir.access.Refusals.refused;
import static org.weir.access.Refusals.wrongFields;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.weir.access.House;
import org.weir.access.api.Actor;
import org.weir.access.api.Directory.Role;
import org.weir.access.api.RoleTemplate;
import org.weir.access.api.Scope;
import org.weir.testkit.database.OnEachDatabase;
import org.weir.testkit.database.Schemas;
import org.weir.testkit.database.TestDatabase;

@Schemas("access")
final class RolesStoreTest {
    @SuppressWarnings("NullAway.Init")
    private House house;

    @BeforeEach
    void build(TestDatabase databases) {
        house = House.on(databases.schema("access"));
    }

    @OnEachDatabase
    void the_administrator_may_everything_and_everybody_else_nothing_at_first() {
        house.user("anna");
        Actor root = house.actor("root");
        assertEquals(Set.of(Scope.ALL), root.scopes("account:read"));
        assertTrue(root.may("anything:at-all"));
        assertFalse(house.actor("anna").may("account:read"));
        assertTrue(house.actor("anna").grants().isEmpty());
    }

    @OnEachDatabase
    void the_grants_of_several_roles_add_up() {
        house.directory.saveRole(house.system, new Role("a", "A", Map.of("account:read", Set.of(Scope.OWN))));
        house.directory.saveRole(
                house.system,
                new Role("b", "B", Map.of("account:read", Set.of(Scope.REGION), "*:export", Set.of(Scope.TEAM))));
        house.user("anna", "a", "b");
        assertEquals(Set.of(Scope.OWN, Scope.REGION), house.actor("anna").scopes("account:read"));
        assertEquals(Set.of(Scope.TEAM), house.actor("anna").scopes("person:export"));
    }

    @OnEachDatabase
    void a_template_makes_its_role_once_and_later_only_adds_what_it_never_proposed() {
        house.propose(new Proposal("seller", Map.of("account:read", Set.of(Scope.TEAM, Scope.OWN))));
        assertEquals(Map.of("account:read", Set.of(Scope.OWN, Scope.TEAM)), grants("seller"));
        assertEquals("role.seller", role("seller").orElseThrow().name());
        house.directory.saveRole(
                house.system, new Role("seller", "Our sellers", Map.of("account:delete", Set.of(Scope.OWN))));
        house.propose(new Proposal("seller", Map.of("account:read", Set.of(Scope.ALL))));
        assertEquals(Map.of("account:delete", Set.of(Scope.OWN)), grants("seller"));
        house.propose(new Proposal(
                "seller",
                Map.of(
                        "account:read", Set.of(Scope.ALL),
                        "account:delete", Set.of(Scope.OWN, Scope.TEAM),
                        "survey:read", Set.of(Scope.OWN))));
        assertEquals(
                Map.of("account:delete", Set.of(Scope.OWN, Scope.TEAM), "survey:read", Set.of(Scope.OWN)),
                grants("seller"));
        assertEquals("Our sellers", role("seller").orElseThrow().name());
    }

    @OnEachDatabase
    void a_role_that_was_removed_does_not_come_back_with_its_bundle() {
        Proposal proposal = new Proposal("seller", Map.of("account:read", Set.of(Scope.OWN)));
        house.propose(proposal);
        house.directory.removeRole(house.system, "seller");
        house.propose(proposal);
        assertTrue(role("seller").isEmpty());
    }

    @OnEachDatabase
    void the_administrator_role_is_built_in() {
        refused(409, () -> house.directory.saveRole(house.system, new Role("administrator", "Nothing", Map.of())));
        refused(409, () -> house.directory.removeRole(house.system, "administrator"));
        house.propose(new Proposal("administrator", Map.of("account:read", Set.of(Scope.OWN))));
        assertEquals(Map.of("*", Set.of(Scope.ALL)), grants("administrator"));
    }

    @OnEachDatabase
    void a_role_that_somebody_has_stays() {
        house.directory.saveRole(house.system, new Role("seller", "Seller", Map.of()));
        house.user("anna", "seller");
        refused(409, () -> house.directory.removeRole(house.system, "seller"));
        refused(404, () -> house.directory.removeRole(house.system, "nothing"));
    }

    @OnEachDatabase
    void a_malformed_role_is_refused_whole() {
        assertEquals(
                Set.of(
                        "code=access.role.code-format",
                        "name=access.field.length",
                        "grants=access.role.permission-format"),
                wrongFields(() -> house.directory.saveRole(
                        house.system, new Role("Big Boss", "", Map.of("all of it", Set.of(Scope.ALL))))));
    }

    @OnEachDatabase
    void permissions_are_listed_with_our_own() {
        assertEquals(
                List.of("access:administer", "access:audit"),
                house.directory.permissions().stream().map(p -> p.code()).toList());
    }

    private Map<String, Set<Scope>> grants(String code) {
        return role(code).orElseThrow().grants();
    }

    private Optional<Role> role(String code) {
        return house.directory.roles().stream()
                .filter(r -> r.code().equals(code))
                .findFirst();
    }

    private record Proposal(String role, Map<String, Set<Scope>> grants) implements RoleTemplate {
        @Override
        public String nameText() {
            return "role." + role;
        }
    }
}
