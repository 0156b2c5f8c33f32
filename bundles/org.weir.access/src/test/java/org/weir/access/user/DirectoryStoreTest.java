package org.weir.access.user;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.weir.access.Refusals.refused;
import static org.weir.access.Refusals.wrongFields;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.weir.access.House;
import org.weir.access.api.Access.AuditEntry;
import org.weir.access.api.Actor;
import org.weir.access.api.Directory.Person;
import org.weir.access.api.Directory.Role;
import org.weir.access.api.Directory.Team;
import org.weir.access.api.Directory.User;
import org.weir.access.api.Scope;
import org.weir.base.api.ProblemException;
import org.weir.testkit.database.OnEachDatabase;
import org.weir.testkit.database.Schemas;
import org.weir.testkit.database.TestDatabase;

@Schemas("access")
final class DirectoryStoreTest {
    @SuppressWarnings("NullAway.Init")
    private House house;

    @SuppressWarnings("NullAway.Init")
    private Actor root;

    @BeforeEach
    void build(TestDatabase databases) {
        house = House.on(databases.schema("access"));
        root = house.actor("root");
    }

    @OnEachDatabase
    void a_user_that_was_saved_is_found_again() {
        UUID team = house.directory.saveTeam(root, null, "西南代表处", null);
        house.directory.saveRole(root, new Role("seller", "Seller", Map.of()));
        User user = new User(
                null,
                "Wang.Fang",
                " 王芳 ",
                "wang.fang@example.cn",
                "zh-CN",
                "Asia/Shanghai",
                team,
                Set.of("cn", "South West"),
                Set.of("seller"),
                true);
        UUID id = house.directory.save(root, user, null);
        User found = house.directory.user(root, id).orElseThrow();
        assertEquals(
                new User(
                        id,
                        "Wang.Fang",
                        "王芳",
                        "wang.fang@example.cn",
                        "zh-CN",
                        "Asia/Shanghai",
                        team,
                        Set.of("cn", "South West"),
                        Set.of("seller"),
                        true),
                found);
        assertEquals(
                new Person(id, "Wang.Fang", "王芳", "王", true),
                house.directory.byLogin("wang.FANG").orElseThrow());
        Actor actor = house.access.actor(id);
        assertEquals("zh-CN", actor.locale().toLanguageTag());
        assertEquals("Asia/Shanghai", actor.zone().getId());
        assertEquals(team, actor.ownTeam());
        assertEquals(Set.of("cn", "South West"), actor.regions());
    }

    @OnEachDatabase
    void a_user_is_matched_by_login_in_any_case_or_by_id() {
        UUID id = house.directory.save(root, House.named("anna", null, true), null);
        assertEquals(id, house.directory.save(root, House.named("ANNA", null, true), null));
        User renamed = new User(id, "anna.b", "Anna B", null, "", "", null, Set.of(), Set.of(), true);
        assertEquals(id, house.directory.save(root, renamed, null));
        assertTrue(house.directory.byLogin("anna").isEmpty());
        User clash = new User(id, "ROOT", "Anna B", null, "", "", null, Set.of(), Set.of(), true);
        assertEquals(
                Set.of("login=access.user.login-taken"), wrongFields(() -> house.directory.save(root, clash, null)));
        User nobody = new User(UUID.randomUUID(), "x", "X", null, "", "", null, Set.of(), Set.of(), true);
        refused(404, () -> house.directory.save(root, nobody, null));
    }

    @OnEachDatabase
    void every_wrong_field_is_told_at_once() {
        User wrong = new User(
                null,
                "anna; drop table users",
                "  ",
                "no address",
                "tlh",
                "Mars/Olympus",
                UUID.randomUUID(),
                Set.of("<b>"),
                Set.of("emperor"),
                true);
        assertEquals(
                Set.of(
                        "login=access.user.login-format",
                        "name=access.field.length",
                        "email=access.user.email-format",
                        "language=access.user.language-unknown",
                        "zone=access.user.zone-unknown",
                        "team=access.team.unknown",
                        "regions=access.user.region-format",
                        "roles=access.role.unknown"),
                wrongFields(() -> house.directory.save(root, wrong, null)));
        assertEquals(
                Set.of("password=access.password.short"),
                wrongFields(() -> house.directory.save(root, House.named("anna", null, true), "short")));
        assertTrue(house.directory.byLogin("anna").isEmpty());
    }

    @OnEachDatabase
    void names_of_any_script_are_kept_and_hostile_ones_are_refused_or_kept_as_text() {
        for (String name :
                List.of("O'Brien", "<script>alert(1)</script>", "𠮷野家", "Zoë 😀", "'; drop table access.users")) {
            UUID id = house.directory.save(
                    root, new User(null, "x", name, null, "", "", null, Set.of(), Set.of(), true), null);
            assertEquals(name, nameOf(id));
        }
        for (String name : List.of("a\u0000b", "a\nb", "\uD83D", "x".repeat(201))) {
            wrongFields(() -> house.directory.save(
                    root, new User(null, "x", name, null, "", "", null, Set.of(), Set.of(), true), null));
        }
    }

    @OnEachDatabase
    void without_the_permission_nothing_is_changed_or_listed() {
        UUID id = house.user("anna");
        Actor anna = house.access.actor(id);
        refused(403, () -> house.directory.save(anna, House.named("anna", null, true, "administrator"), null));
        refused(403, () -> house.directory.saveTeam(anna, null, "Mine", null));
        refused(403, () -> house.directory.saveRole(anna, new Role("mine", "Mine", Map.of())));
        refused(403, () -> house.directory.removeRole(anna, "administrator"));
        refused(403, () -> house.directory.users(anna, null, 10));
        refused(403, () -> house.directory.user(anna, id));
        refused(403, () -> house.directory.endSessions(anna, root.user()));
        refused(403, () -> house.access.audit(anna, null, 10));
        AuditEntry noted = house.access.audit(root, null, 1).get(0);
        assertEquals("anna refused access:audit", noted.login() + " " + noted.action() + " " + noted.detail());
    }

    @OnEachDatabase
    void two_moves_at_the_same_time_make_no_circle() throws Exception {
        UUID north = house.directory.saveTeam(root, null, "North", null);
        UUID south = house.directory.saveTeam(root, null, "South", null);
        ExecutorService threads = Executors.newFixedThreadPool(2);
        List<Future<Boolean>> moves = threads.invokeAll(List.of(
                () -> moves(() -> house.directory.saveTeam(root, north, "North", south)),
                () -> moves(() -> house.directory.saveTeam(root, south, "South", north))));
        threads.shutdown();
        assertTrue(moves.get(0).get() ^ moves.get(1).get());
        assertEquals(2, house.directory.teams().size());
    }

    @OnEachDatabase
    void two_administrators_cannot_put_each_other_out_at_the_same_time() throws Exception {
        house.user("second", "administrator");
        ExecutorService threads = Executors.newFixedThreadPool(2);
        List<Future<Boolean>> moves = threads.invokeAll(List.of(
                () -> moves(() -> house.directory.save(root, House.named("root", null, false), null)),
                () -> moves(() -> house.directory.save(root, House.named("second", null, false), null))));
        threads.shutdown();
        assertTrue(moves.get(0).get() ^ moves.get(1).get());
    }

    @OnEachDatabase
    void people_sign_in_while_the_system_works_in_a_long_transaction() throws Exception {
        ExecutorService thread = Executors.newSingleThreadExecutor();
        house.database.perform(handle -> {
            house.directory.saveTeam(house.system, null, "Demo", null);
            house.directory.save(house.system, House.named("demo", null, true), null);
            assertEquals(
                    "root",
                    thread.submit(() -> house.signIn("root"))
                            .get()
                            .session()
                            .actor()
                            .login());
        });
        thread.shutdown();
        List<String> actions = house.access.audit(root, null, 3).stream()
                .map(AuditEntry::action)
                .toList();
        assertEquals(List.of("user.created", "team.created", "sign-in.ok"), actions);
    }

    @OnEachDatabase
    void the_last_administrator_can_neither_go_nor_lose_the_role() {
        refused(409, () -> house.directory.save(root, House.named("root", null, false, "administrator"), null));
        refused(409, () -> house.directory.save(root, House.named("root", null, true), null));
        house.directory.save(root, House.named("ghost", null, true, "administrator"), null);
        refused(409, () -> house.directory.save(root, House.named("root", null, true), null));
        house.user("second", "administrator");
        house.directory.save(root, House.named("root", null, false), null);
        assertFalse(house.directory.byLogin("root").orElseThrow().active());
        refused(404, () -> house.access.actor(root.user()));
    }

    @OnEachDatabase
    void an_administrator_by_a_role_of_ones_own_counts_until_the_role_loses_the_permission() {
        Role it = new Role("it", "IT", Map.of("access:*", Set.of(Scope.ALL)));
        house.directory.saveRole(root, it);
        house.user("second", "it");
        house.directory.save(root, House.named("root", null, false), null);
        refused(409, () -> house.directory.saveRole(house.system, new Role("it", "IT", Map.of())));
    }

    @OnEachDatabase
    void users_are_paged_by_name_and_none_is_lost_between_namesakes() {
        for (int i = 0; i < 7; i++) {
            house.directory.save(
                    root, new User(null, "wang" + i, "王伟", null, "", "", null, Set.of(), Set.of(), true), null);
        }
        List<String> seen = new ArrayList<>();
        String after = null;
        for (List<User> page = house.directory.users(root, after, 3);
                !page.isEmpty();
                page = house.directory.users(root, after, 3)) {
            page.forEach(user -> seen.add(user.login()));
            after = seen.get(seen.size() - 1);
        }
        assertEquals(List.of("root", "wang0", "wang1", "wang2", "wang3", "wang4", "wang5", "wang6"), seen);
    }

    @OnEachDatabase
    void active_people_are_found_by_a_part_of_name_or_login() {
        house.directory.save(
                root, new User(null, "ab", "Anna Bergström", null, "", "", null, Set.of(), Set.of(), true), null);
        house.directory.save(
                root, new User(null, "gone", "Anna Gone", null, "", "", null, Set.of(), Set.of(), false), null);
        house.directory.save(root, new User(null, "wf", "王芳", null, "", "", null, Set.of(), Set.of(), true), null);
        assertEquals(List.of("ab"), logins("BERGSTR"));
        assertEquals(List.of("ab"), logins(" anna "));
        assertEquals(List.of("wf"), logins("芳"));
        assertEquals(List.of("root"), logins("oo"));
        assertEquals(List.of(), logins("%"));
        assertEquals(List.of(), logins("' or 'a' = 'a"));
        assertEquals(3, house.directory.findPeople("", 10).size());
        assertEquals(2, house.directory.findPeople("", 2).size());
    }

    @OnEachDatabase
    void people_are_read_many_at_a_time_with_weir_itself_among_them() {
        UUID anna = house.user("anna");
        Map<UUID, Person> people =
                house.directory.people(List.of(anna, root.user(), Actor.SYSTEM, UUID.randomUUID(), anna));
        assertEquals(Set.of(anna, root.user(), Actor.SYSTEM), people.keySet());
        assertEquals("Weir", nameOf(Actor.SYSTEM));
        List<UUID> many = new ArrayList<>();
        for (int i = 0; i < 2_000; i++) {
            many.add(UUID.randomUUID());
        }
        many.add(anna);
        assertEquals(Set.of(anna), house.directory.people(many).keySet());
        assertTrue(house.directory.people(List.of()).isEmpty());
    }

    @OnEachDatabase
    void a_renamed_person_is_seen_renamed_at_once() {
        UUID id = house.user("anna");
        house.directory.people(List.of(id));
        house.directory.save(
                root, new User(id, "anna", "Anna Neu", null, "", "", null, Set.of(), Set.of(), true), null);
        assertEquals("Anna Neu", nameOf(id));
    }

    @OnEachDatabase
    void teams_reach_down_and_never_in_a_circle() {
        UUID company = house.directory.saveTeam(root, null, "Company", null);
        UUID europe = house.directory.saveTeam(root, null, "Europe", company);
        UUID germany = house.directory.saveTeam(root, null, "Germany", europe);
        house.directory.save(root, House.named("anna", europe, true), null);
        assertEquals(Set.of(europe, germany), house.actor("anna").teams());
        assertEquals(
                Set.of("parent=access.team.cycle"),
                wrongFields(() -> house.directory.saveTeam(root, company, "Company", germany)));
        assertEquals(
                Set.of("parent=access.team.cycle"),
                wrongFields(() -> house.directory.saveTeam(root, europe, "Europe", europe)));
        assertEquals(
                Set.of("parent=access.team.unknown"),
                wrongFields(() -> house.directory.saveTeam(root, null, "New", UUID.randomUUID())));
        refused(404, () -> house.directory.saveTeam(root, UUID.randomUUID(), "New", null));
        house.directory.saveTeam(root, germany, "Deutschland", company);
        assertEquals(Set.of(europe), house.actor("anna").teams());
        assertEquals(
                List.of("Company", "Deutschland", "Europe"),
                house.directory.teams().stream().map(Team::name).toList());
        assertEquals(
                List.of("Deutschland"),
                house.directory.findTeams("deutsch", 5).stream().map(Team::name).toList());
        assertEquals(
                Set.of(europe),
                house.directory.teams(List.of(europe, UUID.randomUUID())).keySet());
    }

    @OnEachDatabase
    void a_user_without_a_team_reaches_no_team() {
        UUID id = house.user("anna");
        assertEquals(Actor.NO_TEAM, house.access.actor(id).ownTeam());
        assertTrue(house.access.actor(id).teams().isEmpty());
    }

    @OnEachDatabase
    void a_company_made_in_one_transaction_is_whole_inside_it() {
        UUID id = house.database.write(handle -> {
            UUID team = house.directory.saveTeam(house.system, null, "New", null);
            UUID user = house.directory.save(house.system, House.named("anna", team, true), null);
            assertEquals(Set.of(team), house.access.actor(user).teams());
            return user;
        });
        assertEquals(1, house.access.actor(id).teams().size());
    }

    @OnEachDatabase
    void preferences_are_ones_own_and_checked() {
        UUID id = house.user("anna");
        house.access.changePreferences(id, "zh-CN", "Asia/Shanghai", "dark");
        assertEquals("zh-CN", house.access.actor(id).locale().toLanguageTag());
        house.access.changePreferences(id, null, null, "light");
        assertEquals("light", house.signIn("anna").session().theme());
        assertEquals("Asia/Shanghai", house.access.actor(id).zone().getId());
        house.access.changePreferences(id, "", "", null);
        assertEquals("Europe/Berlin", house.access.actor(id).zone().getId());
        assertEquals(
                Set.of(
                        "language=access.user.language-unknown",
                        "zone=access.user.zone-unknown",
                        "theme=access.user.theme-unknown"),
                wrongFields(() -> house.access.changePreferences(id, "tlh", "Mars", "pink")));
    }

    @OnEachDatabase
    void the_trail_tells_which_rights_changed() {
        house.user("anna");
        house.directory.save(root, House.named("anna", null, false, "administrator"), null);
        AuditEntry last = house.access.audit(root, null, 1).get(0);
        assertEquals("user.changed", last.action());
        assertEquals("root", last.login());
        assertEquals("anna: active true -> false; roles [] -> [administrator]", last.detail());
    }

    private static boolean moves(Runnable change) {
        try {
            change.run();
            return true;
        } catch (ProblemException refused) {
            return false;
        }
    }

    private String nameOf(UUID id) {
        return Optional.ofNullable(house.directory.people(List.of(id)).get(id))
                .orElseThrow()
                .name();
    }

    private List<String> logins(String text) {
        return house.directory.findPeople(text, 10).stream().map(Person::login).toList();
    }
}
