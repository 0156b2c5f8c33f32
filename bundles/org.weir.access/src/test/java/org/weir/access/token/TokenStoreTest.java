package org.weir.access.token;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.weir.access.House;
import org.weir.access.api.Access.Bearer;
import org.weir.access.api.Actor;
import org.weir.access.api.Directory.Role;
import org.weir.access.api.Directory.User;
import org.weir.access.api.Scope;
import org.weir.access.api.Tokens.Made;
import org.weir.access.api.Tokens.Token;
import org.weir.access.api.Tokens.Wanted;
import org.weir.base.api.ProblemException;
import org.weir.testkit.database.OnEachDatabase;
import org.weir.testkit.database.Schemas;
import org.weir.testkit.database.TestDatabase;

@Schemas("access")
final class TokenStoreTest {
    @SuppressWarnings("NullAway.Init")
    private House house;

    @SuppressWarnings("NullAway.Init")
    private UUID anna;

    @BeforeEach
    void build(TestDatabase databases) {
        house = House.on(databases.schema("access"));
        house.directory.saveRole(
                house.system,
                new Role("seller", "Seller", Map.of("account:*", Set.of(Scope.TEAM), "quote:read", Set.of(Scope.ALL))));
        anna = house.user("anna", "seller");
    }

    private Made made(boolean readOnly, Set<String> permissions, @Nullable Integer days) {
        return house.access.tokens().make(anna, new Wanted("Reporting", readOnly, permissions, days), House.PASSWORD);
    }

    private static int status(Runnable work) {
        return assertThrows(ProblemException.class, work::run).status();
    }

    @OnEachDatabase
    void a_token_stands_for_its_user() {
        Made made = made(false, Set.of(), null);
        assertTrue(made.secret().startsWith("weir_"));
        Bearer bearer = house.access.bearer(made.secret(), House.HERE);
        assertEquals(house.actor("anna"), bearer.actor());
        assertFalse(bearer.readOnly());
        assertEquals(made.token().id(), bearer.token());
    }

    @OnEachDatabase
    void the_database_does_not_hold_the_secret() {
        Made made = made(false, Set.of(), null);
        String stored = house.database.read(h -> h.createQuery("select secret_hash from access.tokens")
                .mapTo(String.class)
                .one());
        assertNotEquals(made.secret(), stored);
        assertEquals(64, stored.length());
        assertEquals(401, status(() -> house.access.bearer(stored, House.HERE)));
        assertFalse(made.toString().contains(made.secret()));
    }

    @OnEachDatabase
    void a_limited_token_reaches_no_further_than_its_permissions_and_its_user() {
        Made made = made(false, Set.of("account:write", "invoice:read"), null);
        Actor actor = house.access.bearer(made.secret(), House.HERE).actor();
        assertEquals(Map.of("account:write", Set.of(Scope.TEAM)), actor.grants());
        Actor reader = house.access
                .bearer(made(true, Set.of(), null).secret(), House.HERE)
                .actor();
        assertEquals(Map.of("account:read", Set.of(Scope.TEAM), "quote:read", Set.of(Scope.ALL)), reader.grants());
    }

    @OnEachDatabase
    void a_token_loses_what_its_user_loses() {
        String secret = made(false, Set.of(), null).secret();
        assertTrue(house.access.bearer(secret, House.HERE).actor().may("quote:read"));
        house.directory.saveRole(
                house.system, new Role("seller", "Seller", Map.of("account:read", Set.of(Scope.TEAM))));
        assertFalse(house.access.bearer(secret, House.HERE).actor().may("quote:read"));
        house.directory.save(house.system, deactivated(), null);
        assertEquals(401, status(() -> house.access.bearer(secret, House.HERE)));
    }

    private User deactivated() {
        return new User(anna, "anna", "Anna", null, "", "", null, Set.of(), Set.of("seller"), false);
    }

    @OnEachDatabase
    void a_token_ends_with_its_time() {
        String secret = made(false, Set.of(), 2).secret();
        house.clock.advance(Duration.ofDays(2).minusSeconds(1));
        house.access.bearer(secret, House.HERE);
        house.clock.advance(Duration.ofSeconds(1));
        assertEquals(401, status(() -> house.access.bearer(secret, House.HERE)));
        assertEquals(1, house.access.tokens().own(anna).size());
    }

    @OnEachDatabase
    void a_revoked_token_is_refused_at_once_here_and_soon_on_other_nodes() {
        House other = house.anotherNode();
        Made made = made(false, Set.of(), null);
        other.access.bearer(made.secret(), House.HERE);
        house.access.bearer(made.secret(), House.HERE);
        house.access.tokens().revoke(anna, made.token().id());
        assertEquals(401, status(() -> house.access.bearer(made.secret(), House.HERE)));
        house.forgetRemembered();
        assertEquals(401, status(() -> other.access.bearer(made.secret(), House.HERE)));
        assertEquals(List.of(), house.access.tokens().own(anna));
    }

    @OnEachDatabase
    void nobody_ends_the_token_of_another() {
        Made made = made(false, Set.of(), null);
        UUID ben = house.user("ben");
        house.access.tokens().revoke(ben, made.token().id());
        house.access.bearer(made.secret(), House.HERE);
        assertEquals(403, status(() -> house.access
                .tokens()
                .revoke(house.actor("ben"), anna, made.token().id())));
        assertEquals(403, status(() -> house.access.tokens().of(house.actor("ben"), anna)));
        house.access.tokens().revoke(house.actor("root"), anna, made.token().id());
        assertEquals(401, status(() -> house.access.bearer(made.secret(), House.HERE)));
    }

    @OnEachDatabase
    void its_use_is_noted_by_the_minute() {
        Made made = made(false, Set.of(), null);
        assertNull(own().lastUsedAt());
        house.access.bearer(made.secret(), House.HERE);
        var first = house.clock.instant();
        assertEquals(first, own().lastUsedAt());
        assertEquals(House.HERE, own().lastAddress());
        house.clock.advance(Duration.ofSeconds(30));
        house.access.bearer(made.secret(), "192.0.2.9");
        assertEquals(first, own().lastUsedAt());
        house.clock.advance(Duration.ofSeconds(30));
        house.access.bearer(made.secret(), "192.0.2.9");
        assertEquals(first.plusSeconds(60), own().lastUsedAt());
        assertEquals("192.0.2.9", own().lastAddress());
    }

    private Token own() {
        return house.access.tokens().own(anna).get(0);
    }

    @OnEachDatabase
    void making_one_asks_for_the_password_and_for_sense() {
        var tokens = house.access.tokens();
        assertEquals(422, status(() -> tokens.make(anna, new Wanted("x", false, Set.of(), null), "wrong")));
        assertEquals(422, status(() -> made(false, Set.of(), 367)));
        assertEquals(422, status(() -> made(false, Set.of(), 0)));
        assertEquals(422, status(() -> made(false, Set.of("no permission"), 1)));
        assertEquals(422, status(() -> tokens.make(anna, new Wanted(" ", false, Set.of(), 1), House.PASSWORD)));
        assertEquals(List.of(), tokens.own(anna));
    }

    @OnEachDatabase
    void a_service_account_comes_with_tokens_only() {
        Actor root = house.actor("root");
        User service = new User(null, "erp", "ERP", null, "", "", null, Set.of(), Set.of("seller"), true, true);
        assertEquals(422, status(() -> house.directory.save(root, service, House.PASSWORD)));
        UUID erp = house.directory.save(root, service, null);
        assertEquals(401, status(() -> house.signIn("erp")));
        assertEquals(401, status(() -> house.access.basic("erp", "", House.HERE)));
        Made made = house.access.tokens().makeFor(root, erp, new Wanted("Nightly", false, Set.of(), null));
        assertEquals(
                "erp", house.access.bearer(made.secret(), House.HERE).actor().login());
        assertEquals(
                List.of("erp"),
                house.directory.services(root).stream().map(User::login).toList());
        assertFalse(house.directory.users(root, null, 10).stream().anyMatch(User::service));
        assertEquals(List.of(), house.directory.findPeople("erp", 5));
        assertEquals(
                404, status(() -> house.access.tokens().makeFor(root, anna, new Wanted("x", false, Set.of(), null))));
        assertEquals(422, status(() -> house.directory.save(root, House.named("erp", null, true), null)));
    }

    @OnEachDatabase
    void a_service_account_is_not_the_last_administrator() {
        Actor root = house.actor("root");
        house.directory.save(
                root,
                new User(null, "robot", "Robot", null, "", "", null, Set.of(), Set.of("administrator"), true, true),
                null);
        assertEquals(
                409,
                status(() -> house.directory.save(
                        root,
                        new User(root.user(), "root", "Root", null, "", "", null, Set.of(), Set.of(), true),
                        null)));
    }

    @OnEachDatabase
    void what_happens_to_tokens_stands_in_the_trail() {
        Made made = made(true, Set.of("quote:read"), 7);
        house.access.bearer(made.secret(), House.HERE);
        house.access.bearer(made.secret(), House.HERE);
        assertEquals(401, status(() -> house.access.bearer("weir_" + "x".repeat(43), House.HERE)));
        house.access.tokens().revoke(anna, made.token().id());
        List<String> actions = house.access.audit(house.actor("root"), null, 4).stream()
                .map(e -> e.action())
                .toList();
        assertEquals(List.of("token.revoked", "token.refused", "token.used", "token.made"), actions);
        assertTrue(house.access.audit(house.actor("root"), null, 10).stream()
                .noneMatch(e -> e.detail().contains(made.secret())));
    }
}
