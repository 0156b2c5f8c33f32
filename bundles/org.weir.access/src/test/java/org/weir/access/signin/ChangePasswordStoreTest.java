package org.weir.access.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.weir.access.Refusals.refused;
import static org.weir.access.Refusals.wrongFields;

import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.weir.access.House;
import org.weir.access.api.Access.SignedIn;
import org.weir.testkit.database.OnEachDatabase;
import org.weir.testkit.database.Schemas;
import org.weir.testkit.database.TestDatabase;

@Schemas("access")
final class ChangePasswordStoreTest {
    private static final String NEXT = "dig the channel deep";

    @SuppressWarnings("NullAway.Init")
    private House house;

    @SuppressWarnings("NullAway.Init")
    private UUID anna;

    @BeforeEach
    void build(TestDatabase databases) {
        house = House.on(databases.schema("access"));
        anna = house.user("anna");
    }

    @OnEachDatabase
    void a_changed_password_ends_the_other_sessions_and_keeps_this_one() {
        SignedIn here = house.signIn("anna");
        SignedIn there = house.signIn("anna");
        house.access.changePassword(anna, here.session().id(), House.PASSWORD, NEXT);
        assertTrue(house.access.session(here.token()).isPresent());
        assertTrue(house.access.session(there.token()).isEmpty());
        refused(401, () -> house.signIn("anna"));
        house.access.signIn("anna", NEXT, House.HERE, "");
    }

    @OnEachDatabase
    void present_password_and_rules_are_checked() {
        assertEquals(
                Set.of("present=access.password.wrong"),
                wrongFields(() -> house.access.changePassword(anna, null, "wrong wrong wrong", NEXT)));
        assertEquals(
                Set.of("next=access.password.short"),
                wrongFields(() -> house.access.changePassword(anna, null, House.PASSWORD, "short")));
        assertEquals(
                Set.of("next=access.password.same"),
                wrongFields(() -> house.access.changePassword(anna, null, House.PASSWORD, House.PASSWORD)));
        assertEquals(
                Set.of("next=access.password.login"),
                wrongFields(() -> house.access.changePassword(anna, null, House.PASSWORD, "Anna went fishing")));
    }

    @OnEachDatabase
    void guessing_the_present_password_of_an_open_session_is_slowed_down() {
        for (int i = 0; i < 6; i++) {
            wrongFields(() -> house.access.changePassword(anna, null, "wrong wrong wrong", NEXT));
        }
        refused(429, () -> house.access.changePassword(anna, null, House.PASSWORD, NEXT));
    }

    @OnEachDatabase
    void a_password_given_by_an_administrator_must_be_changed_and_ends_all_sessions() {
        String token = house.signIn("anna").token();
        house.directory.save(house.actor("root"), House.named("anna", null, true), NEXT);
        assertTrue(house.access.session(token).isEmpty());
        SignedIn signedIn = house.access.signIn("anna", NEXT, House.HERE, "");
        assertTrue(signedIn.session().mustChangePassword());
        house.access.changePassword(anna, signedIn.session().id(), NEXT, "keep the weir very low");
        assertFalse(house.access.session(signedIn.token()).orElseThrow().mustChangePassword());
    }

    @OnEachDatabase
    void the_password_is_asked_for_again_before_something_delicate() {
        house.access.confirm(anna, House.PASSWORD);
        assertEquals(
                Set.of("present=access.password.wrong"),
                wrongFields(() -> house.access.confirm(anna, "wrong wrong wrong")));
    }

    @OnEachDatabase
    void an_unknown_user_has_no_password_to_change() {
        refused(404, () -> house.access.changePassword(UUID.randomUUID(), null, House.PASSWORD, NEXT));
    }
}
