package org.weir.access.session;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.weir.access.House;
import org.weir.access.api.Access.OpenSession;
import org.weir.access.api.Access.SignedIn;
import org.weir.access.api.Directory.Role;
import org.weir.access.api.Scope;
import org.weir.testkit.database.OnEachDatabase;
import org.weir.testkit.database.Schemas;
import org.weir.testkit.database.TestDatabase;

@Schemas("access")
final class SessionStoreTest {
    @SuppressWarnings("NullAway.Init")
    private House house;

    @BeforeEach
    void build(TestDatabase databases) {
        house = House.on(databases.schema("access"));
        house.directory.saveRole(
                house.system, new Role("seller", "Seller", Map.of("account:read", Set.of(Scope.OWN, Scope.TEAM))));
        house.user("anna", "seller");
    }

    @OnEachDatabase
    void a_session_is_found_by_its_token_and_knows_who_it_is() {
        SignedIn signedIn = house.signIn("ANNA");
        var session = house.access.session(signedIn.token()).orElseThrow();
        assertEquals(signedIn.session(), session);
        assertEquals("anna", session.actor().login());
        assertEquals(Set.of(Scope.OWN, Scope.TEAM), session.actor().scopes("account:read"));
        assertFalse(session.actor().may("account:delete"));
        assertFalse(session.mustChangePassword());
        assertEquals("auto", session.theme());
    }

    @OnEachDatabase
    void the_database_does_not_hold_the_token() {
        String token = house.signIn("anna").token();
        List<String> stored = house.database.read(h -> h.createQuery("select token_hash from access.sessions")
                .mapTo(String.class)
                .list());
        assertEquals(1, stored.size());
        assertNotEquals(token, stored.get(0));
        assertTrue(house.access.session(stored.get(0)).isEmpty());
    }

    @OnEachDatabase
    void each_sign_in_gives_a_new_token_and_csrf_token() {
        SignedIn first = house.signIn("anna");
        SignedIn second = house.signIn("anna");
        assertNotEquals(first.token(), second.token());
        assertNotEquals(first.session().csrf(), second.session().csrf());
        assertTrue(house.access.session(first.token()).isPresent());
    }

    @OnEachDatabase
    void an_unknown_or_malformed_token_finds_nothing() {
        assertTrue(house.access.session("").isEmpty());
        assertTrue(house.access.session("x".repeat(43)).isEmpty());
        assertTrue(house.access.session("' or 1=1 --").isEmpty());
        assertTrue(house.access.session("\u0000".repeat(43)).isEmpty());
    }

    @OnEachDatabase
    void a_session_that_is_used_lives_on_and_an_unused_one_ends() {
        String token = house.signIn("anna").token();
        for (int i = 0; i < 5; i++) {
            house.clock.advance(Duration.ofHours(7));
            assertTrue(house.access.session(token).isPresent());
        }
        house.clock.advance(Duration.ofHours(8));
        assertTrue(house.access.session(token).isEmpty());
    }

    @OnEachDatabase
    void a_clock_that_jumps_an_hour_either_way_ends_no_session_and_one_set_back_lengthens_it_by_that_hour_at_most() {
        String token = house.signIn("anna").token();
        house.clock.advance(Duration.ofHours(1));
        assertTrue(house.access.session(token).isPresent());
        house.clock.advance(Duration.ofHours(-1));
        assertTrue(house.access.session(token).isPresent());
        house.clock.advance(Duration.ofHours(9));
        assertTrue(house.access.session(token).isEmpty());
    }

    @OnEachDatabase
    void however_much_it_is_used_a_session_ends_after_seven_days() {
        String token = house.signIn("anna").token();
        for (int i = 0; i < 33; i++) {
            house.clock.advance(Duration.ofHours(5));
            assertTrue(house.access.session(token).isPresent());
        }
        house.clock.advance(Duration.ofHours(4));
        assertTrue(house.access.session(token).isEmpty());
    }

    @OnEachDatabase
    void a_session_ends_at_sign_out_at_once_here_and_within_five_seconds_elsewhere() {
        House other = house.anotherNode();
        String token = house.signIn("anna").token();
        assertTrue(house.access.session(token).isPresent());
        assertTrue(other.access.session(token).isPresent());
        house.access.signOut(token);
        assertTrue(house.access.session(token).isEmpty());
        house.clock.advance(Duration.ofSeconds(5));
        assertTrue(other.access.session(token).isEmpty());
        house.access.signOut(token);
    }

    @OnEachDatabase
    void a_deactivated_user_is_out_at_once_here_and_within_five_seconds_elsewhere() {
        House other = house.anotherNode();
        String token = house.signIn("anna").token();
        assertTrue(house.access.session(token).isPresent());
        assertTrue(other.access.session(token).isPresent());
        house.directory.save(house.actor("root"), House.named("anna", null, false, "seller"), null);
        assertTrue(house.access.session(token).isEmpty());
        house.clock.advance(Duration.ofSeconds(5));
        assertTrue(other.access.session(token).isEmpty());
        house.directory.save(house.actor("root"), House.named("anna", null, true, "seller"), null);
        assertTrue(house.access.session(token).isEmpty());
    }

    @OnEachDatabase
    void changed_grants_hold_at_once_here_and_within_five_seconds_elsewhere() {
        House other = house.anotherNode();
        String token = house.signIn("anna").token();
        assertTrue(may(house, token, "account:read"));
        assertTrue(may(other, token, "account:read"));
        house.directory.saveRole(
                house.system, new Role("seller", "Seller", Map.of("account:create", Set.of(Scope.ALL))));
        assertFalse(may(house, token, "account:read"));
        assertTrue(may(house, token, "account:create"));
        house.clock.advance(Duration.ofSeconds(5));
        assertFalse(may(other, token, "account:read"));
    }

    @OnEachDatabase
    void rights_seen_in_a_transaction_that_is_rolled_back_are_not_remembered() {
        String token = house.signIn("anna").token();
        UUID anna = house.directory.byLogin("anna").orElseThrow().id();
        try {
            house.database.perform(handle -> {
                house.directory.saveRole(house.system, new Role("seller", "Seller", Map.of("*", Set.of(Scope.ALL))));
                assertTrue(house.access.actor(anna).may("account:delete"));
                throw new IllegalStateException("rolled back");
            });
        } catch (IllegalStateException expected) {
            assertEquals("rolled back", expected.getMessage());
        }
        assertFalse(may(house, token, "account:delete"));
    }

    @OnEachDatabase
    void a_session_is_touched_at_most_once_a_minute() {
        SignedIn signedIn = house.signIn("anna");
        var start = lastSeen(signedIn);
        house.clock.advance(Duration.ofSeconds(50));
        house.access.session(signedIn.token());
        assertEquals(start, lastSeen(signedIn));
        house.clock.advance(Duration.ofSeconds(10));
        house.access.session(signedIn.token());
        assertEquals(start.plusSeconds(60), lastSeen(signedIn));
    }

    @OnEachDatabase
    void a_page_with_many_requests_costs_few_queries() {
        String token = house.signIn("anna").token();
        house.access.session(token);
        house.database.perform(h -> h.execute("update access.users set name = 'Behind our back'"));
        for (int i = 0; i < 100; i++) {
            assertEquals(
                    "Name of anna",
                    house.access.session(token).orElseThrow().actor().name());
        }
        house.forgetRemembered();
        assertEquals(
                "Behind our back",
                house.access.session(token).orElseThrow().actor().name());
    }

    @OnEachDatabase
    void people_see_their_sessions_and_end_one() {
        SignedIn first = house.signIn("anna");
        SignedIn second = house.signIn("anna");
        UUID anna = first.session().actor().user();
        UUID root = house.actor("root").user();
        assertEquals(2, house.access.sessions(anna).size());
        house.access.endSession(root, first.session().id());
        assertTrue(house.access.session(first.token()).isPresent(), "only one's own");
        house.access.endSession(anna, first.session().id());
        assertTrue(house.access.session(first.token()).isEmpty());
        List<OpenSession> left = house.access.sessions(anna);
        assertEquals(
                List.of(second.session().id()),
                left.stream().map(OpenSession::id).toList());
        assertEquals("Firefox", left.get(0).userAgent());
    }

    @OnEachDatabase
    void an_administrator_signs_somebody_out_everywhere() {
        SignedIn signedIn = house.signIn("anna");
        house.directory.endSessions(
                house.actor("root"), signedIn.session().actor().user());
        assertTrue(house.access.session(signedIn.token()).isEmpty());
    }

    @OnEachDatabase
    void sessions_that_have_run_out_are_cleared_away_at_a_later_sign_in() {
        house.signIn("anna");
        house.clock.advance(Duration.ofDays(8));
        house.signIn("anna");
        int left = house.database.read(h -> h.createQuery("select count(*) from access.sessions")
                .mapTo(Integer.class)
                .one());
        assertEquals(1, left);
    }

    @OnEachDatabase
    void of_more_than_a_hundred_sessions_the_longest_unused_ends() {
        SignedIn first = house.signIn("anna");
        SignedIn second = house.signIn("anna");
        house.clock.advance(Duration.ofMinutes(2));
        house.access.session(first.token());
        for (int i = 0; i < 99; i++) {
            house.signIn("anna");
        }
        assertTrue(house.access.session(first.token()).isPresent());
        assertTrue(house.access.session(second.token()).isEmpty());
        assertEquals(100, house.access.sessions(first.session().actor().user()).size());
    }

    private static boolean may(House node, String token, String permission) {
        return node.access.session(token).orElseThrow().actor().may(permission);
    }

    private Instant lastSeen(SignedIn signedIn) {
        return house.access.sessions(signedIn.session().actor().user()).get(0).lastSeenAt();
    }
}
