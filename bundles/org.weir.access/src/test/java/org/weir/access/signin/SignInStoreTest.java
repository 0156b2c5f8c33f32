package org.weir.access.signin;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.weir.access.Refusals.refused;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.weir.access.House;
import org.weir.access.api.Access.AuditEntry;
import org.weir.base.api.ProblemException;
import org.weir.testkit.database.OnEachDatabase;
import org.weir.testkit.database.Schemas;
import org.weir.testkit.database.TestDatabase;

@Schemas("access")
final class SignInStoreTest {
    @SuppressWarnings("NullAway.Init")
    private House house;

    @BeforeEach
    void build(TestDatabase databases) {
        house = House.on(databases.schema("access"));
        house.user("anna");
    }

    @OnEachDatabase
    void wrong_login_wrong_password_and_inactive_user_are_refused_alike() {
        house.directory.save(house.system, House.named("gone", null, false), House.PASSWORD);
        house.directory.save(house.system, House.named("blank", null, true), null);
        ProblemException wrongPassword = tryIn("anna", "not the password", "a");
        for (ProblemException other : List.of(
                tryIn("nobody", House.PASSWORD, "b"),
                tryIn("gone", House.PASSWORD, "c"),
                tryIn("blank", House.PASSWORD, "d"),
                tryIn("blank", "", "e"),
                tryIn("", "", "f"))) {
            assertEquals(wrongPassword.text(), other.text());
        }
    }

    @OnEachDatabase
    void hostile_logins_are_simply_wrong() {
        int i = 0;
        for (String login : List.of(
                "anna' --", "anna\u0000", "x".repeat(1_000_000), "<script>", "\uD83D", "anna%", "аnna", " \t\n")) {
            tryIn(login, House.PASSWORD, "198.51.100." + i++);
        }
        tryIn("anna", "x".repeat(1_000_000), "198.51.100.99");
        assertTrue(house.audit.verify().intact());
    }

    @OnEachDatabase
    void after_some_failures_a_login_must_wait_ever_longer_wherever_the_tries_come_from() {
        for (int i = 0; i < 6; i++) {
            tryIn("anna", "wrong wrong wrong", "198.51.100." + i);
        }
        assertEquals(1, mustWait("anna", "203.0.113.1"));
        house.clock.advance(Duration.ofSeconds(1));
        tryIn("anna", "wrong wrong wrong", "203.0.113.1");
        assertEquals(2, mustWait("anna", "203.0.113.2"));
        house.clock.advance(Duration.ofSeconds(2));
        assertEquals("anna", house.signIn("anna").session().actor().login());
    }

    @OnEachDatabase
    void the_wait_has_an_end_and_nobody_is_locked_out_for_good() {
        long longest = 0;
        for (int i = 0; i < 50; i++) {
            ProblemException answer = anotherFailure("anna");
            if (answer.status() == 429) {
                longest = seconds(answer);
                house.clock.advance(Duration.ofSeconds(longest));
            }
        }
        assertEquals(900, longest);
        house.clock.advance(Duration.ofSeconds(longest));
        house.signIn("anna");
        tryIn("anna", "wrong wrong wrong", "");
        house.signIn("anna");
    }

    @OnEachDatabase
    void a_clock_that_is_set_back_makes_nobody_wait_for_longer_than_the_longest() {
        for (int i = 0; i < 6; i++) {
            tryIn("anna", "wrong wrong wrong", "198.51.100." + i);
        }
        house.clock.advance(Duration.ofHours(-1));
        assertEquals("anna", house.signIn("anna").session().actor().login());
    }

    @OnEachDatabase
    void an_address_that_tries_many_logins_must_wait() {
        for (int i = 0; i < 21; i++) {
            tryIn("guess" + i, "wrong wrong wrong", "198.51.100.1");
        }
        assertEquals(1, mustWait("anna", "198.51.100.1"));
        house.signIn("anna");
    }

    @OnEachDatabase
    void strangers_do_not_keep_out_who_has_signed_in_from_here_before() {
        house.signIn("anna");
        for (int i = 0; i < 6; i++) {
            tryIn("anna", "wrong wrong wrong", "198.51.100." + i);
        }
        mustWait("anna", "203.0.113.1");
        house.signIn("anna");
    }

    @OnEachDatabase
    void a_success_forgives_the_failures_of_the_login_but_not_those_of_the_address() {
        for (int round = 0; round < 5; round++) {
            for (int i = 0; i < 4; i++) {
                tryIn("anna", "wrong wrong wrong", House.HERE);
            }
            house.signIn("anna");
        }
        tryIn("nobody", "wrong wrong wrong", House.HERE);
        mustWait("root", House.HERE);
    }

    @OnEachDatabase
    void many_tries_at_the_same_time_gain_nothing() throws Exception {
        List<Callable<Integer>> tries = new ArrayList<>();
        for (int i = 0; i < 24; i++) {
            tries.add(() -> {
                try {
                    house.access.signIn("anna", "wrong wrong wrong", "", "");
                    return 200;
                } catch (ProblemException e) {
                    return e.status();
                }
            });
        }
        List<Integer> answers = inParallel(tries);
        assertEquals(6, answers.stream().filter(s -> s == 401).count(), answers.toString());
        assertEquals(18, answers.stream().filter(s -> s == 429).count(), answers.toString());
    }

    @OnEachDatabase
    void one_person_signs_in_from_several_windows_at_once() throws Exception {
        List<Callable<Integer>> windows = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            windows.add(() -> {
                house.signIn("anna");
                return 200;
            });
        }
        assertEquals(List.of(200, 200, 200, 200, 200), inParallel(windows));
    }

    @OnEachDatabase
    void the_trail_tells_of_success_failure_waiting_and_sign_out() {
        String token = house.signIn("anna").token();
        house.access.signOut(token);
        for (int i = 0; i < 6; i++) {
            tryIn("anna", "wrong wrong wrong", "198.51.100.1");
        }
        mustWait("anna", "198.51.100.1");
        mustWait("anna", "198.51.100.1");
        tryIn("MySecretPassw0rd", "x", "198.51.100.2");
        List<AuditEntry> trail = house.access.audit(house.actor("root"), null, 9);
        assertEquals(
                List.of("sign-in.failed", "sign-in.throttled"),
                trail.stream().map(AuditEntry::action).limit(2).toList());
        assertEquals("mys…", trail.get(0).login());
        assertEquals("anna", trail.get(1).login());
        assertEquals("sign-in.failed", trail.get(7).action());
        assertEquals("sign-out", trail.get(8).action());
        assertFalse(trail.toString().contains("wrong wrong"));
    }

    @OnEachDatabase
    void a_password_hashed_at_an_older_cost_is_hashed_anew_at_sign_in() {
        House later = house.withCost(5);
        later.signIn("anna");
        String hash =
                house.database.read(h -> h.createQuery("select password_hash from access.users where login = 'anna'")
                        .mapTo(String.class)
                        .one());
        assertTrue(hash.startsWith("$2b$05$"), hash);
        later.signIn("anna");
    }

    private ProblemException tryIn(String login, String password, String address) {
        return refused(401, () -> house.access.signIn(login, password, address, "curl"));
    }

    private long mustWait(String login, String address) {
        return seconds(refused(429, () -> house.access.signIn(login, House.PASSWORD, address, "curl")));
    }

    private static long seconds(ProblemException problem) {
        return (Long) problem.text().args().get(0);
    }

    private ProblemException anotherFailure(String login) {
        return assertThrows(ProblemException.class, () -> house.access.signIn(login, "wrong wrong wrong", "", "curl"));
    }

    private static List<Integer> inParallel(List<Callable<Integer>> calls) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(8);
        try {
            List<Integer> results = new ArrayList<>();
            for (Future<Integer> result : threads.invokeAll(calls)) {
                results.add(result.get());
            }
            return results;
        } finally {
            threads.shutdown();
        }
    }
}
