package org.weir.records.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.weir.access.api.Actor;
import org.weir.access.api.Scope;
import org.weir.base.api.ProblemException;
import org.weir.records.api.Draft;
import org.weir.records.api.Query;
import org.weir.records.api.Records.Neighbours;
import org.weir.records.api.Records.Titled;
import org.weir.records.api.Row;
import org.weir.records.history.StoredHistory;
import org.weir.records.sample.World;
import org.weir.testkit.database.OnEachDatabase;
import org.weir.testkit.database.Schemas;
import org.weir.testkit.database.TestDatabase;

@Schemas({"records", "sample"})
final class VisibilityStoreTest {
    private static final class Companies {
        final World world;
        final Row own;
        final Row team;
        final Row region;
        final Row account;
        final Row hidden;

        Companies(TestDatabase databases) {
            world = new World(databases);
            own = world.company("Own", "owner", world.ann);
            team = world.company("Team", "team", world.north, "owner", world.bo);
            region = world.company("Region", "region", "eu");
            account = world.company("Account", "team", world.south);
            hidden = world.company("Hidden", "team", world.south, "region", "cn", "owner", world.bo, "code", "secret");
            world.accountTeams.put(world.ann, Set.of(account.id(), UUID.randomUUID()));
        }
    }

    private static void sees(Companies it, Set<String> expected, Scope... scopes) {
        World world = it.world;
        Actor ann = world.actor(world.ann, scopes);
        assertEquals(expected, Set.copyOf(world.names(ann, Query.all("company"))));
        assertEquals(
                expected.size(),
                world.records.count(ann, Query.all("company"), 100).number());
        assertEquals(
                expected,
                world.records.lookup(ann, "company", "", 50).stream()
                        .map(Titled::title)
                        .collect(Collectors.toSet()));
        List<UUID> all = List.of(it.own.id(), it.team.id(), it.region.id(), it.account.id(), it.hidden.id());
        assertEquals(
                expected,
                new HashSet<>(world.records.titles(ann, "company", all).values()));
        assertEquals(expected.size(), world.records.readAll(ann, "company", all).size());
        StoredHistory history = new StoredHistory(world.kit);
        for (Row row : List.of(it.own, it.team, it.region, it.account, it.hidden)) {
            boolean visible = expected.contains(row.text("name"));
            assertEquals(visible, world.records.find(ann, "company", row.id()).isPresent());
            assertEquals(visible, world.records.may(ann, "update", row));
            if (visible) {
                assertEquals(1, history.of(ann, "company", row.id(), null, 10).size());
                world.records.update(ann, new Draft("company", row.id(), null, Map.of("note", scopes[0].name()), null));
                world.records.update(ann, new Draft("company", row.id(), null, Map.of("note", ""), null));
                assertEquals(3, history.of(ann, "company", row.id(), null, 10).size());
            } else {
                assertEquals(
                        404,
                        assertThrows(ProblemException.class, () -> history.of(ann, "company", row.id(), null, 10))
                                .status());
                Draft draft = new Draft("company", row.id(), null, Map.of("name", "Mine"), null);
                assertEquals(
                        404,
                        assertThrows(ProblemException.class, () -> world.records.update(ann, draft))
                                .status());
                assertEquals(
                        404,
                        assertThrows(ProblemException.class, () -> world.records.delete(ann, "company", row.id(), null))
                                .status());
            }
        }
    }

    @OnEachDatabase
    void one_owns(TestDatabase databases) {
        sees(new Companies(databases), Set.of("Own"), Scope.OWN);
    }

    @OnEachDatabase
    void of_the_team_and_below(TestDatabase databases) {
        sees(new Companies(databases), Set.of("Own", "Team"), Scope.TEAM);
    }

    @OnEachDatabase
    void of_the_region(TestDatabase databases) {
        sees(new Companies(databases), Set.of("Own", "Region"), Scope.REGION);
    }

    @OnEachDatabase
    void of_the_account_team(TestDatabase databases) {
        sees(new Companies(databases), Set.of("Own", "Account"), Scope.ACCOUNT_TEAM);
    }

    @OnEachDatabase
    void of_several_scopes_and_all(TestDatabase databases) {
        Companies companies = new Companies(databases);
        sees(companies, Set.of("Own", "Team", "Region"), Scope.TEAM, Scope.REGION);
    }

    @OnEachDatabase
    void all(TestDatabase databases) {
        sees(new Companies(databases), Set.of("Own", "Team", "Region", "Account", "Hidden"), Scope.ALL);
    }

    @OnEachDatabase
    void many_accounts_are_bound_as_one_array(TestDatabase databases) {
        Companies it = new Companies(databases);
        Set<UUID> many = new HashSet<>(Set.of(it.account.id()));
        for (int i = 0; i < 500; i++) {
            many.add(UUID.randomUUID());
        }
        it.world.accountTeams.put(it.world.ann, many);
        sees(it, Set.of("Own", "Account"), Scope.ACCOUNT_TEAM);
    }

    @OnEachDatabase
    void without_the_permission_nothing_is_there(TestDatabase databases) {
        Companies it = new Companies(databases);
        Actor none = it.world.actor(it.world.ann, Map.of("person:read", Set.of(Scope.ALL)));
        ProblemException refused =
                assertThrows(ProblemException.class, () -> it.world.records.list(none, Query.all("company")));
        assertEquals(403, refused.status());
        assertEquals(List.of("company:read"), refused.text().args());
        assertThrows(ProblemException.class, () -> it.world.records.read(none, "company", it.own.id()));
        assertThrows(ProblemException.class, () -> it.world.records.lookup(none, "company", "o", 5));
        assertTrue(
                it.world.records.titles(none, "company", List.of(it.own.id())).isEmpty());
        assertThrows(
                ProblemException.class,
                () -> it.world.records.create(none, Draft.create("company", Map.of("name", "X"))));
    }

    @OnEachDatabase
    void whoever_sees_but_may_not_change_is_told_so(TestDatabase databases) {
        Companies it = new Companies(databases);
        Actor reader = it.world.actor(
                it.world.ann,
                Map.of(
                        "company:read", Set.of(Scope.ALL),
                        "company:update", Set.of(Scope.OWN)));
        assertFalse(it.world.records.may(reader, "update", it.team));
        assertTrue(it.world.records.may(reader, "update", it.own));
        assertFalse(it.world.records.may(reader, "delete", it.own));
        ProblemException refused = assertThrows(
                ProblemException.class,
                () -> it.world.records.update(reader, Draft.change(it.team, Map.of("name", "X"))));
        assertEquals(403, refused.status());
        assertEquals(
                403,
                assertThrows(
                                ProblemException.class,
                                () -> it.world.records.delete(reader, "company", it.own.id(), null))
                        .status());
    }

    @OnEachDatabase
    void what_is_visible_through_another_record_follows_it(TestDatabase databases) {
        Companies it = new Companies(databases);
        World world = it.world;
        Row known = world.person("Known");
        Row unknown = world.person("Unknown");
        Row job = world.employment(known, it.team, "job", "CTO");
        Row secret = world.employment(unknown, it.hidden, "job", "Spy");
        world.visit("Open", it.team, "people", List.of(known.id(), unknown.id()));
        world.visit("Closed", it.hidden);
        Actor ann = world.actor(world.ann, Scope.TEAM);
        assertEquals(List.of("Known"), world.names(ann, Query.all("person")));
        assertEquals(List.of("Open"), world.names(ann, Query.all("visit")));
        assertEquals(1, world.records.list(ann, Query.all("employment")).rows().size());
        assertEquals(job.id(), world.records.read(ann, "employment", job.id()).id());
        assertTrue(world.records.find(ann, "employment", secret.id()).isEmpty());
        assertEquals(
                Map.of(known.id(), "Known"), world.records.titles(ann, "person", List.of(known.id(), unknown.id())));
        assertTrue(world.records.may(ann, "update", job));
        assertEquals(
                404,
                assertThrows(
                                ProblemException.class,
                                () -> world.records.update(
                                        ann, new Draft("employment", secret.id(), null, Map.of("job", "x"), null)))
                        .status());
    }

    @OnEachDatabase
    void filters_tell_nothing_of_what_is_hidden(TestDatabase databases) {
        Companies it = new Companies(databases);
        World world = it.world;
        Row child = world.company("Child", "parent", it.hidden.id(), "owner", world.ann);
        Row person = world.person("Known", "owner", world.ann);
        world.employment(person, it.hidden, "job", "Spy");
        Actor ann = world.actor(world.ann, Scope.OWN);
        assertEquals(List.of(), world.names(ann, world.query("company", "parent.name==hidden")));
        assertEquals(List.of(), world.names(ann, world.query("company", "parent.code==secret")));
        assertEquals(List.of(), world.names(ann, world.query("person", "employments.job==Spy")));
        assertEquals(List.of("Known"), world.names(ann, world.query("person", "employments=null=true")));
        assertEquals(
                new Neighbours(null, it.own.id()), world.records.neighbours(ann, Query.all("company"), child.id()));
    }

    @OnEachDatabase
    void what_is_hidden_has_no_neighbours(TestDatabase databases) {
        Companies it = new Companies(databases);
        Actor ann = it.world.actor(it.world.ann, Scope.OWN);
        assertEquals(
                new Neighbours(null, null), it.world.records.neighbours(ann, Query.all("company"), it.hidden.id()));
    }

    @OnEachDatabase
    void nobody_refers_to_what_he_may_not_see(TestDatabase databases) {
        Companies it = new Companies(databases);
        World world = it.world;
        Actor ann = world.actor(world.ann, Scope.OWN);
        ProblemException refused = assertThrows(
                ProblemException.class,
                () -> world.records.create(
                        ann, Draft.create("company", Map.of("name", "X", "parent", it.hidden.id()))));
        assertEquals(422, refused.status());
        assertEquals("parent", refused.fields().get(0).field());
        Row mine = world.records.create(ann, Draft.create("company", Map.of("name", "X", "parent", it.own.id())));
        Row again = world.records.update(world.system, Draft.change(mine, Map.of("parent", it.hidden.id())));
        Row kept = world.records.update(ann, Draft.change(again, Map.of("parent", it.hidden.id(), "name", "Y")));
        assertEquals(it.hidden.id(), kept.ref("parent"));
    }

    private static int created(World world, Actor actor, String type, Map<String, ?> values) {
        try {
            world.records.create(actor, Draft.create(type, values));
            return 201;
        } catch (ProblemException refused) {
            return refused.status();
        }
    }

    @OnEachDatabase
    void what_one_creates_lies_where_one_may_create(TestDatabase databases) {
        Companies it = new Companies(databases);
        World world = it.world;
        for (Scope scope : List.of(Scope.OWN, Scope.TEAM, Scope.REGION, Scope.ACCOUNT_TEAM, Scope.ALL)) {
            Actor ann = world.actor(world.ann, Map.of("*:read", Set.of(Scope.ALL), "company:create", Set.of(scope)));
            boolean all = scope == Scope.ALL;
            assertEquals(201, created(world, ann, "company", Map.of("name", "A", "owner", world.ann)), scope.name());
            assertEquals(
                    all ? 201 : 403,
                    created(world, ann, "company", Map.of("name", "B", "owner", world.bo, "team", world.south)),
                    scope.name());
            assertEquals(
                    all || scope == Scope.TEAM ? 201 : 403,
                    created(world, ann, "company", Map.of("name", "C", "owner", world.bo, "team", world.north)),
                    scope.name());
            assertEquals(
                    all || scope == Scope.REGION ? 201 : 403,
                    created(
                            world,
                            ann,
                            "company",
                            Map.of("name", "D", "owner", world.bo, "team", world.south, "region", "eu")),
                    scope.name());
        }
        long companies =
                world.records.count(world.system, Query.all("company"), 100).number();
        assertEquals(5 + 5 + 1 + 2 + 2, companies, "what was refused is not there");
    }

    @OnEachDatabase
    void what_belongs_to_a_record_of_others_is_not_made_although_one_may_read_that_record(TestDatabase databases) {
        Companies it = new Companies(databases);
        World world = it.world;
        Actor ann = world.actor(
                world.ann, Map.of("*:read", Set.of(Scope.ALL), "visit:create", Set.of(Scope.OWN, Scope.ACCOUNT_TEAM)));
        assertEquals(201, created(world, ann, "visit", Map.of("subject", "Ours", "company", it.own.id())));
        assertEquals(201, created(world, ann, "visit", Map.of("subject", "Of the team", "company", it.account.id())));
        assertEquals(403, created(world, ann, "visit", Map.of("subject", "Theirs", "company", it.hidden.id())));
        assertEquals(
                2, world.records.count(world.system, Query.all("visit"), 100).number());
    }
}
