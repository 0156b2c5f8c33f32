package org.weir.access.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.weir.access.House;
import org.weir.access.api.Access.AuditFilter;
import org.weir.access.api.Actor;
import org.weir.access.api.Directory.User;
import org.weir.base.api.ProblemException;
import org.weir.testkit.database.OnEachDatabase;
import org.weir.testkit.database.Schemas;
import org.weir.testkit.database.TestDatabase;

@Schemas("access")
final class PasswordLinksStoreTest {
    private static final String NEXT = "quite another one 7";

    @SuppressWarnings("NullAway.Init")
    private House house;

    @SuppressWarnings("NullAway.Init")
    private Actor root;

    @SuppressWarnings("NullAway.Init")
    private UUID anna;

    @BeforeEach
    void build(TestDatabase databases) {
        house = House.on(databases.schema("access"));
        anna = house.user("anna");
        root = house.actor("root");
    }

    private static int status(Runnable work) {
        return assertThrows(ProblemException.class, work::run).status();
    }

    @OnEachDatabase
    void a_link_sets_a_password_once_and_ends_sessions() {
        String token = house.signIn("anna").token();
        String link = house.access.passwordLink(root, anna);
        assertEquals(Optional.of("anna"), house.access.loginOf(link));
        assertEquals(422, status(() -> house.access.usePasswordLink(link, "short", House.HERE)));
        house.access.usePasswordLink(link, NEXT, House.HERE);
        assertTrue(house.access.session(token).isEmpty());
        house.access.signIn("anna", NEXT, House.HERE, "");
        assertEquals(410, status(() -> house.access.usePasswordLink(link, NEXT + "1", House.HERE)));
        assertEquals(Optional.empty(), house.access.loginOf(link));
    }

    @OnEachDatabase
    void a_link_holds_for_a_day_and_only_the_last_one() {
        String first = house.access.passwordLink(root, anna);
        String second = house.access.passwordLink(root, anna);
        assertEquals(410, status(() -> house.access.usePasswordLink(first, NEXT, House.HERE)));
        house.clock.advance(Duration.ofHours(24));
        assertEquals(410, status(() -> house.access.usePasswordLink(second, NEXT, House.HERE)));
        String third = house.access.passwordLink(root, anna);
        house.access.changePassword(anna, null, House.PASSWORD, NEXT);
        assertEquals(410, status(() -> house.access.usePasswordLink(third, NEXT + "1", House.HERE)));
        assertEquals(410, status(() -> house.access.usePasswordLink("guessed", NEXT, House.HERE)));
    }

    @OnEachDatabase
    void links_are_for_administrators_to_make_and_for_people() {
        assertEquals(403, status(() -> house.access.passwordLink(house.actor("anna"), root.user())));
        UUID erp = house.directory.save(
                root, new User(null, "erp", "ERP", null, "", "", null, Set.of(), Set.of(), true, true), null);
        assertEquals(404, status(() -> house.access.passwordLink(root, erp)));
    }

    @OnEachDatabase
    void an_administrator_sees_and_ends_sessions_one_by_one() {
        var one = house.signIn("anna");
        var other = house.signIn("anna");
        assertEquals(2, house.access.sessions(root, anna).size());
        assertEquals(403, status(() -> house.access.sessions(house.actor("anna"), root.user())));
        house.access.endSession(root, anna, one.session().id());
        assertTrue(house.access.session(one.token()).isEmpty());
        assertTrue(house.access.session(other.token()).isPresent());
    }

    @OnEachDatabase
    void the_trail_is_read_by_person_action_and_time() {
        house.signIn("anna");
        var noon = house.clock.instant().plusSeconds(10);
        house.clock.advance(Duration.ofSeconds(20));
        assertEquals(401, status(() -> house.access.signIn("anna", "wrong", House.HERE, "")));
        house.signIn("root");
        assertEquals(
                List.of("sign-in.failed", "sign-in.ok"),
                house.access.signIns(anna, 10).stream().map(e -> e.action()).toList());
        assertEquals(List.of("sign-in.failed"), actions(new AuditFilter(anna, List.of(), noon, null)));
        assertEquals(List.of("sign-in.ok"), actions(new AuditFilter(anna, List.of("sign-in"), null, noon)));
        assertEquals(
                List.of("sign-in.ok", "sign-in.ok"), actions(new AuditFilter(null, List.of("sign-in.ok"), null, null)));
        assertEquals(List.of(), actions(new AuditFilter(null, List.of("sign%"), null, null)));
    }

    private List<String> actions(AuditFilter filter) {
        return house.access.audit(root, filter, null, 10).stream()
                .map(e -> e.action())
                .toList();
    }
}
