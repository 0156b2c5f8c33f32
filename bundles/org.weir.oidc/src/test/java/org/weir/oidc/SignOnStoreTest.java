package org.weir.oidc;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.nimbusds.jwt.JWTClaimsSet;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.weir.access.AccessService;
import org.weir.access.Core;
import org.weir.access.DirectoryService;
import org.weir.access.api.Access;
import org.weir.access.api.Directory;
import org.weir.access.api.Directory.Role;
import org.weir.access.api.Directory.User;
import org.weir.access.session.Sessions;
import org.weir.access.signin.Gatehouse;
import org.weir.access.user.Defaults;
import org.weir.oidc.Refused.Why;
import org.weir.testkit.OpenGate;
import org.weir.testkit.database.OnEachDatabase;
import org.weir.testkit.database.Schemas;
import org.weir.testkit.database.TestDatabase;

@Schemas({"access", "oidc"})
final class SignOnStoreTest {
    private static final String ORIGIN = "https://weir.example.com";
    private static final SignOn.Guest GUEST = new SignOn.Guest(ORIGIN, "192.0.2.7", "Firefox");
    private static final String GROUPS = "sales=role:seller;boss=role:manager;sales=team:Europe;eu=region:eu";

    @SuppressWarnings("NullAway.Init")
    private FakeProvider provider;

    @SuppressWarnings("NullAway.Init")
    private TestDatabase databases;

    @SuppressWarnings("NullAway.Init")
    private Access access;

    @SuppressWarnings("NullAway.Init")
    private Directory directory;

    @BeforeEach
    void build(TestDatabase opened) throws Exception {
        databases = opened;
        provider = new FakeProvider(Clock.systemUTC());
        Core core = new Core(
                databases.schema("access"),
                Clock.systemUTC(),
                new English(),
                new Core.Values(
                        new Sessions.Lifetime(Duration.ofHours(8), Duration.ofDays(7)),
                        4,
                        new Gatehouse.Limits(5, 20, Duration.ofMinutes(15), Duration.ofSeconds(60)),
                        Path.of("target")));
        access = new AccessService(core);
        directory = new DirectoryService(core, new OpenGate());
        directory.save(access.system(), user("root", "administrator"), "channel deep, weir low");
        for (String role : List.of("seller", "manager", "auditor")) {
            directory.saveRole(access.system(), new Role(role, role, Map.of()));
        }
        directory.saveTeam(access.system(), null, "Europe", null);
    }

    @AfterEach
    void close() {
        provider.close();
    }

    private static User user(String login, String... roles) {
        return new User(null, login, login, null, "", "", null, Set.of(), Set.of(roles), true);
    }

    private SignOn signOn(boolean create, boolean link) {
        Values values = new Values(
                provider.issuer(),
                FakeProvider.CLIENT,
                "secret",
                "openid profile",
                "",
                "",
                "preferred_username",
                "groups",
                create,
                link,
                Mapping.of(List.of(GROUPS)));
        return new SignOn(
                databases.schema("oidc"),
                Clock.systemUTC(),
                access,
                directory,
                values,
                new Provider(values, Clock.systemUTC(), Duration.ofMillis(1)));
    }

    private SignOn.Came come(SignOn signOn) {
        SignOn.Sent sent = signOn.send("/r/account", ORIGIN);
        Map<String, String> back = provider.agree(sent.location());
        return receive(signOn, back, sent.browser());
    }

    private static SignOn.Came receive(SignOn signOn, Map<String, String> back, String browser) {
        return signOn.receive(back.getOrDefault("state", ""), back.getOrDefault("code", ""), browser, GUEST);
    }

    private static Why why(Runnable work) {
        return assertThrows(Refused.class, work::run).why();
    }

    private User anna() {
        return directory
                .user(access.system(), directory.byLogin("anna").orElseThrow().id())
                .orElseThrow();
    }

    private void change(Set<String> roles, boolean active) {
        User now = anna();
        directory.save(
                access.system(),
                new User(now.id(), "anna", now.name(), null, "", "", now.team(), Set.of(), roles, active),
                null);
    }

    @OnEachDatabase
    void a_stranger_becomes_a_user_with_the_rights_of_the_groups() {
        SignOn.Came came = come(signOn(true, false));
        assertEquals("/r/account", came.back());
        Access.Session session = access.session(came.signedIn().token()).orElseThrow();
        assertEquals("anna", session.actor().login());
        assertTrue(session.open());
        assertEquals(Set.of("seller"), anna().roles());
        assertEquals("Anna Berg", anna().name());
        assertEquals(directory.findTeams("Europe", 1).get(0).id(), anna().team());
        assertEquals("oidc", access.sessions(session.actor().user()).get(0).method());
    }

    @OnEachDatabase
    void rights_stay_in_step_with_groups_and_others_are_left_alone() {
        SignOn signOn = signOn(true, false);
        come(signOn);
        change(Set.of("seller", "auditor"), true);
        provider.person.put("groups", List.of("boss", "eu"));
        provider.person.put("name", "Anna Berg-Li");
        come(signOn);
        assertEquals(Set.of("manager", "auditor"), anna().roles());
        assertEquals(Set.of("eu"), anna().regions());
        assertEquals("Anna Berg-Li", anna().name());
    }

    @OnEachDatabase
    void people_are_known_by_their_subject_whatever_they_are_called_there() {
        SignOn signOn = signOn(true, true);
        come(signOn);
        provider.person.put("preferred_username", "root");
        SignOn.Came came = come(signOn);
        assertEquals("anna", came.signedIn().session().actor().login());
        assertEquals(2, directory.users(access.system(), null, 10).size());
    }

    @OnEachDatabase
    void nobody_is_made_where_that_is_not_wanted() {
        assertEquals(Why.UNKNOWN, why(() -> come(signOn(false, false))));
        assertTrue(directory.byLogin("anna").isEmpty());
    }

    @OnEachDatabase
    void nobody_takes_over_a_user_of_the_same_name_unless_it_is_wanted() {
        directory.save(access.system(), user("anna", "auditor"), null);
        assertEquals(Why.TAKEN, why(() -> come(signOn(true, false))));
        come(signOn(true, true));
        assertEquals(Set.of("seller", "auditor"), anna().roles());
    }

    @OnEachDatabase
    void who_is_deactivated_here_stays_out() {
        SignOn signOn = signOn(true, true);
        come(signOn);
        change(Set.of(), false);
        assertEquals(Why.INACTIVE, why(() -> come(signOn)));
        assertFalse(anna().active());
    }

    @OnEachDatabase
    void a_token_must_be_signed_by_the_provider() {
        SignOn signOn = signOn(true, false);
        provider.signs = FakeProvider.newKey();
        assertEquals(Why.FAILED, why(() -> come(signOn)));
        provider.unsigned = true;
        assertEquals(Why.FAILED, why(() -> come(signOn)));
        assertTrue(directory.byLogin("anna").isEmpty());
    }

    @OnEachDatabase
    void a_token_must_be_for_us_from_the_provider_of_now_and_for_this_attempt() {
        Date past = Date.from(Instant.now().minusSeconds(120));
        List<UnaryOperator<JWTClaimsSet>> bends = List.of(
                c -> new JWTClaimsSet.Builder(c).audience("another").build(),
                c -> new JWTClaimsSet.Builder(c)
                        .audience(List.of("weir", "another"))
                        .build(),
                c -> new JWTClaimsSet.Builder(c).issuer("https://evil.example").build(),
                c -> new JWTClaimsSet.Builder(c).expirationTime(past).build(),
                c -> new JWTClaimsSet.Builder(c).expirationTime(null).build(),
                c -> new JWTClaimsSet.Builder(c).claim("nonce", "another").build(),
                c -> new JWTClaimsSet.Builder(c).claim("nonce", null).build(),
                c -> new JWTClaimsSet.Builder(c).claim("azp", "another").build(),
                c -> new JWTClaimsSet.Builder(c).subject(null).build());
        SignOn signOn = signOn(true, false);
        for (int i = 0; i < bends.size(); i++) {
            provider.bend = bends.get(i);
            assertEquals(Why.FAILED, why(() -> come(signOn)), "bend " + i);
        }
        assertTrue(directory.byLogin("anna").isEmpty());
    }

    @OnEachDatabase
    void an_attempt_counts_once_and_in_its_own_browser() {
        SignOn signOn = signOn(true, false);
        SignOn.Sent stolen = signOn.send("/", ORIGIN);
        Map<String, String> back = provider.agree(stolen.location());
        assertEquals(Why.LATE, why(() -> receive(signOn, back, "another browser")));
        assertEquals(Why.LATE, why(() -> receive(signOn, back, stolen.browser())));
        SignOn.Sent sent = signOn.send("/", ORIGIN);
        Map<String, String> own = provider.agree(sent.location());
        receive(signOn, own, sent.browser());
        assertEquals(Why.LATE, why(() -> receive(signOn, own, sent.browser())));
    }

    @OnEachDatabase
    void a_code_of_another_attempt_is_worth_nothing() {
        SignOn signOn = signOn(true, false);
        Map<String, String> stolen = provider.agree(signOn.send("/", ORIGIN).location());
        SignOn.Sent own = signOn.send("/", ORIGIN);
        Map<String, String> back = provider.agree(own.location());
        Map<String, String> mixed =
                Map.of("state", back.getOrDefault("state", ""), "code", stolen.getOrDefault("code", ""));
        assertEquals(Why.FAILED, why(() -> receive(signOn, mixed, own.browser())));
    }

    @OnEachDatabase
    void keys_are_remembered_and_read_anew_when_they_change() {
        SignOn signOn = signOn(true, false);
        come(signOn);
        come(signOn);
        assertEquals(1, provider.keysRead);
        provider.key = FakeProvider.newKey();
        provider.signs = provider.key;
        come(signOn);
        assertEquals(2, provider.keysRead);
    }

    @OnEachDatabase
    void the_provider_ends_sessions() {
        SignOn signOn = signOn(true, false);
        String first = come(signOn).signedIn().token();
        provider.person.put("sid", "there-2");
        String second = come(signOn).signedIn().token();
        assertEquals(1, signOn.signOut(provider.logoutToken(Map.of("sid", "there-1"))));
        assertTrue(access.session(first).isEmpty());
        assertTrue(access.session(second).isPresent());
        Map<String, Object> everywhere = Map.of("sub", "subject-1");
        assertEquals(Why.FAILED, why(() -> signOn.signOut(provider.logoutToken(Map.of()))));
        assertEquals(
                Why.FAILED, why(() -> signOn.signOut(provider.logoutToken(Map.of("sub", "subject-1", "nonce", "x")))));
        provider.signs = FakeProvider.newKey();
        assertEquals(Why.FAILED, why(() -> signOn.signOut(provider.logoutToken(everywhere))));
        assertTrue(access.session(second).isPresent());
        provider.signs = provider.key;
        assertEquals(1, signOn.signOut(provider.logoutToken(everywhere)));
        assertTrue(access.session(second).isEmpty());
    }

    private static final class English implements Defaults {
        @Override
        public Locale locale() {
            return Locale.ENGLISH;
        }

        @Override
        public ZoneId zone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Set<Locale> locales() {
            return Set.of(Locale.ENGLISH);
        }
    }
}
