package org.weir.access.password;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.Set;
import org.weir.access.Core.Policy;
import org.weir.access.House;
import org.weir.base.api.ProblemException;
import org.weir.testkit.database.OnEachDatabase;
import org.weir.testkit.database.Schemas;
import org.weir.testkit.database.TestDatabase;

@Schemas("access")
final class PolicyStoreTest {
    @OnEachDatabase
    void passwords_grow_old_only_where_it_is_wanted(TestDatabase databases) {
        House house = House.on(databases.schema("access"));
        var anna = house.user("anna");
        House strict = house.with(new Policy(366, Set.of(), 12, 90));
        house.clock.advance(Duration.ofDays(90));
        assertFalse(strict.signIn("anna").session().mustChangePassword());
        house.clock.advance(Duration.ofSeconds(3));
        assertTrue(strict.signIn("anna").session().mustChangePassword());
        assertFalse(house.signIn("anna").session().mustChangePassword());
        strict.access.changePassword(anna, null, House.PASSWORD, "quite another one 7");
        assertFalse(strict.access
                .signIn("anna", "quite another one 7", House.HERE, "")
                .session()
                .mustChangePassword());
    }

    @OnEachDatabase
    void other_changes_do_not_make_a_password_younger(TestDatabase databases) {
        House house = House.on(databases.schema("access"));
        house.user("anna");
        house.clock.advance(Duration.ofDays(91));
        house.directory.save(house.system, House.named("anna", null, true), null);
        House strict = house.with(new Policy(366, Set.of(), 12, 90));
        assertTrue(strict.signIn("anna").session().mustChangePassword());
    }

    @OnEachDatabase
    void the_least_length_is_a_setting(TestDatabase databases) {
        House house = House.on(databases.schema("access")).with(new Policy(366, Set.of(), 20, 0));
        var anna = house.user("anna");
        int status = assertThrows(
                        ProblemException.class,
                        () -> house.access.changePassword(anna, null, House.PASSWORD, "seventeen letters"))
                .status();
        assertEquals(422, status);
        assertEquals(20, house.access.leastPassword());
    }

    @OnEachDatabase
    void settings_hold_as_soon_as_they_are_changed(TestDatabase databases) {
        House house = House.on(databases.schema("access"));
        house.user("anna");
        assertFalse(house.signIn("anna").session().mustSetUpSecondFactor());
        house.change(new Policy(366, Set.of("administrator"), 20, 90));
        assertEquals(20, house.access.leastPassword());
        assertTrue(house.signIn("root").session().mustSetUpSecondFactor());
        house.clock.advance(Duration.ofDays(91));
        assertTrue(house.signIn("anna").session().mustChangePassword());
    }
}
