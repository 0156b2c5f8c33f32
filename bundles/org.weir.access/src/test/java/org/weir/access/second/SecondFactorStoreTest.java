package org.weir.access.second;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.weir.access.Core.Policy;
import org.weir.access.House;
import org.weir.access.api.Access.SignedIn;
import org.weir.access.api.Access.Step;
import org.weir.access.api.SecondFactor;
import org.weir.access.api.SecondFactor.Setup;
import org.weir.access.api.Tokens.Wanted;
import org.weir.base.api.ProblemException;
import org.weir.testkit.database.OnEachDatabase;
import org.weir.testkit.database.Schemas;
import org.weir.testkit.database.TestDatabase;

@Schemas("access")
final class SecondFactorStoreTest {
    @SuppressWarnings("NullAway.Init")
    private House house;

    @SuppressWarnings("NullAway.Init")
    private SecondFactor second;

    @SuppressWarnings("NullAway.Init")
    private UUID anna;

    @BeforeEach
    void build(TestDatabase databases) {
        house = House.on(databases.schema("access"));
        second = house.access.secondFactor();
        anna = house.user("anna");
    }

    private record Has(String secret, List<String> recovery) {}

    private Has setUp() {
        Setup setup = second.begin(anna, House.PASSWORD);
        List<String> recovery = second.confirm(anna, null, code(setup.secret()));
        house.clock.advance(Duration.ofSeconds(30));
        return new Has(setup.secret(), recovery);
    }

    private String code(String secret) {
        return Totp.code(secret, house.clock.instant());
    }

    private String challenge() {
        Step step = house.access.enter("anna", House.PASSWORD, House.HERE, "Firefox");
        return assertInstanceOf(Step.Asked.class, step).challenge();
    }

    private SignedIn signIn(String challenge, String code) {
        return house.access.code(challenge, code, House.HERE, "Firefox");
    }

    private static int status(Runnable work) {
        return assertThrows(ProblemException.class, work::run).status();
    }

    @OnEachDatabase
    void the_password_alone_opens_nothing() {
        Has has = setUp();
        assertEquals(401, status(() -> house.signIn("anna")));
        assertEquals(403, status(() -> house.access.basic("anna", House.PASSWORD, House.HERE)));
        SignedIn in = signIn(challenge(), code(has.secret()));
        assertEquals(
                "anna", house.access.session(in.token()).orElseThrow().actor().login());
        assertEquals("code", house.access.sessions(anna).get(0).method());
    }

    @OnEachDatabase
    void it_is_in_force_only_after_its_first_code() {
        Setup setup = second.begin(anna, House.PASSWORD);
        house.signIn("anna");
        assertEquals(setup, second.begun(anna).orElseThrow());
        assertEquals(422, status(() -> second.confirm(anna, null, "000000")));
        house.signIn("anna");
        SignedIn elsewhere = house.signIn("anna");
        SignedIn here = house.signIn("anna");
        second.confirm(anna, here.session().id(), code(setup.secret()));
        assertTrue(house.access.session(elsewhere.token()).isEmpty());
        assertTrue(house.access.session(here.token()).isPresent());
        assertTrue(second.begun(anna).isEmpty());
        assertEquals(409, status(() -> second.begin(anna, House.PASSWORD)));
    }

    @OnEachDatabase
    void a_code_counts_once() {
        Has has = setUp();
        String code = code(has.secret());
        signIn(challenge(), code);
        String again = challenge();
        assertEquals(422, status(() -> signIn(again, code)));
        house.clock.advance(Duration.ofSeconds(30));
        signIn(again, code(has.secret()));
        house.clock.advance(Duration.ofSeconds(30));
        assertEquals(401, status(() -> signIn(again, code(has.secret()))));
    }

    @OnEachDatabase
    void a_recovery_code_counts_once() {
        Has has = setUp();
        assertEquals(10, has.recovery().size());
        SignedIn in = signIn(challenge(), has.recovery().get(3).replace("-", ""));
        assertEquals("recovery", house.access.sessions(anna).get(0).method());
        assertTrue(house.access.session(in.token()).isPresent());
        assertEquals(9, second.state(anna).codes());
        assertEquals(422, status(() -> signIn(challenge(), has.recovery().get(3))));
        List<String> fresh = second.newCodes(anna, House.PASSWORD);
        assertEquals(422, status(() -> signIn(challenge(), has.recovery().get(4))));
        signIn(challenge(), fresh.get(0));
    }

    @OnEachDatabase
    void the_database_does_not_hold_recovery_codes() {
        Has has = setUp();
        List<String> stored = house.database.read(h -> h.createQuery("select code_hash from access.recovery_code")
                .mapTo(String.class)
                .list());
        assertEquals(10, stored.size());
        assertFalse(stored.stream().anyMatch(has.recovery()::contains));
    }

    @OnEachDatabase
    void many_wrong_codes_must_wait_and_a_challenge_ends() {
        Has has = setUp();
        String challenge = challenge();
        for (int i = 0; i < 5; i++) {
            assertEquals(422, status(() -> signIn(challenge, "000000")));
        }
        assertEquals(401, status(() -> signIn(challenge, code(has.secret()))));
        String next = challenge();
        assertEquals(422, status(() -> signIn(next, "000000")));
        assertEquals(429, status(() -> signIn(next, code(has.secret()))));
        house.clock.advance(Duration.ofMinutes(1));
        signIn(next, code(has.secret()));
    }

    @OnEachDatabase
    void a_challenge_ends_with_time_and_with_the_password() {
        Has has = setUp();
        String old = challenge();
        house.clock.advance(Duration.ofMinutes(5));
        assertEquals(401, status(() -> signIn(old, code(has.secret()))));
        String before = challenge();
        house.access.changePassword(anna, null, House.PASSWORD, "quite another one 7");
        assertEquals(401, status(() -> signIn(before, code(has.secret()))));
        assertEquals(401, status(() -> signIn("guessed", code(has.secret()))));
    }

    @OnEachDatabase
    void it_is_taken_away_with_password_and_code() {
        Has has = setUp();
        assertEquals(422, status(() -> second.remove(anna, "wrong", code(has.secret()))));
        assertEquals(422, status(() -> second.remove(anna, House.PASSWORD, "000000")));
        second.remove(anna, House.PASSWORD, code(has.secret()));
        house.signIn("anna");
        assertFalse(second.state(anna).on());
    }

    @OnEachDatabase
    void an_administrator_resets_what_was_lost() {
        Has has = setUp();
        SignedIn in = signIn(challenge(), code(has.secret()));
        house.user("ben");
        assertEquals(403, status(() -> second.reset(house.actor("ben"), anna)));
        second.reset(house.actor("root"), anna);
        assertTrue(house.access.session(in.token()).isEmpty());
        house.signIn("anna");
    }

    @OnEachDatabase
    void a_role_may_ask_for_it() {
        House strict = house.with(new Policy(366, Set.of("administrator"), 12, 0));
        UUID root = strict.directory.byLogin("root").orElseThrow().id();
        SignedIn in = strict.signIn("root");
        assertTrue(in.session().mustSetUpSecondFactor());
        assertFalse(in.session().open());
        assertEquals(403, status(() -> strict.access.basic("root", House.PASSWORD, House.HERE)));
        Setup setup = strict.access.secondFactor().begin(root, House.PASSWORD);
        strict.access.secondFactor().confirm(root, in.session().id(), code(setup.secret()));
        assertTrue(strict.access.session(in.token()).orElseThrow().open());
        house.clock.advance(Duration.ofSeconds(30));
        assertEquals(
                409, status(() -> strict.access.secondFactor().remove(root, House.PASSWORD, code(setup.secret()))));
        assertTrue(strict.signIn("anna").session().open());
    }

    @OnEachDatabase
    void programs_use_tokens_then() {
        setUp();
        String secret = house.access
                .tokens()
                .make(anna, new Wanted("Report", false, Set.of(), 1), House.PASSWORD)
                .secret();
        assertEquals("anna", house.access.bearer(secret, House.HERE).actor().login());
    }
}
