package org.weir.access.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.weir.access.Refusals.refused;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.weir.access.House;
import org.weir.access.api.Access.AuditEntry;
import org.weir.access.api.Actor;
import org.weir.testkit.database.OnEachDatabase;
import org.weir.testkit.database.Schemas;
import org.weir.testkit.database.TestDatabase;

@Schemas("access")
final class BasicSignInStoreTest {
    @SuppressWarnings("NullAway.Init")
    private House house;

    @SuppressWarnings("NullAway.Init")
    private UUID robot;

    @BeforeEach
    void build(TestDatabase databases) {
        house = House.on(databases.schema("access"));
        robot = house.user("robot");
    }

    @OnEachDatabase
    void an_api_client_is_known_by_login_and_password() {
        assertEquals(robot, basic().user());
        refused(401, () -> house.access.basic("robot", "not the password", House.HERE));
        refused(401, () -> house.access.basic("nobody", House.PASSWORD, House.HERE));
    }

    @OnEachDatabase
    void the_slow_hash_is_paid_once_a_minute_only() {
        basic();
        spoilHash();
        basic();
        house.clock.advance(Duration.ofSeconds(59));
        basic();
        house.clock.advance(Duration.ofSeconds(1));
        refused(401, this::basic);
    }

    @OnEachDatabase
    void a_deactivated_client_is_out_at_once_here_and_within_five_seconds_elsewhere() {
        House other = house.anotherNode();
        basic();
        other.access.basic("robot", House.PASSWORD, House.HERE);
        house.directory.save(house.system, House.named("robot", null, false), null);
        refused(401, this::basic);
        house.clock.advance(Duration.ofSeconds(5));
        refused(401, () -> other.access.basic("robot", House.PASSWORD, House.HERE));
    }

    @OnEachDatabase
    void after_a_password_change_the_old_one_is_not_remembered() {
        basic();
        house.access.changePassword(robot, null, House.PASSWORD, "another long password");
        refused(401, this::basic);
        assertEquals(
                robot,
                house.access.basic("robot", "another long password", House.HERE).user());
    }

    @OnEachDatabase
    void a_client_that_guesses_must_wait() {
        for (int i = 0; i < 6; i++) {
            refused(401, () -> house.access.basic("robot", "wrong wrong wrong", "198.51.100.1"));
        }
        refused(429, () -> house.access.basic("robot", House.PASSWORD, "198.51.100.1"));
    }

    @OnEachDatabase
    void a_password_that_must_be_changed_opens_nothing() {
        house.directory.save(house.actor("root"), House.named("fresh", null, true), House.PASSWORD);
        refused(403, () -> house.access.basic("fresh", House.PASSWORD, House.HERE));
    }

    @OnEachDatabase
    void many_requests_at_once_are_checked_together_and_noted_once() throws Exception {
        List<Callable<UUID>> calls = new ArrayList<>();
        for (int i = 0; i < 32; i++) {
            calls.add(() -> basic().user());
        }
        ExecutorService threads = Executors.newFixedThreadPool(16);
        for (Future<UUID> result : threads.invokeAll(calls)) {
            assertEquals(robot, result.get());
        }
        threads.shutdown();
        house.clock.advance(Duration.ofMinutes(2));
        basic();
        long noted = house.access.audit(house.actor("root"), null, 100).stream()
                .map(AuditEntry::action)
                .filter("basic.ok"::equals)
                .count();
        assertEquals(1, noted);
    }

    private Actor basic() {
        return house.access.basic("robot", House.PASSWORD, House.HERE);
    }

    private void spoilHash() {
        house.database.perform(
                h -> h.execute("update access.users set password_hash = 'spoilt' where login = 'robot'"));
    }
}
