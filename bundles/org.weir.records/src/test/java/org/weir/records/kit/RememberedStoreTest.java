package org.weir.records.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.weir.access.api.Actor;
import org.weir.access.api.Scope;
import org.weir.records.api.Draft;
import org.weir.records.api.Query;
import org.weir.records.api.Row;
import org.weir.records.sample.World;
import org.weir.testkit.database.OnEachDatabase;
import org.weir.testkit.database.Schemas;
import org.weir.testkit.database.TestDatabase;

/** Titles and entries of list fields that are remembered are never older than the last change. */
@Schemas({"records", "sample"})
final class RememberedStoreTest {
    private static String title(World world, Actor actor, Row company) {
        return world.records.titles(actor, "company", List.of(company.id())).getOrDefault(company.id(), "");
    }

    private static List<String> tags(World world, Row company) {
        return world.records.list(world.system, Query.all("company")).rows().stream()
                .filter(it -> it.id().equals(company.id()))
                .findFirst()
                .orElseThrow()
                .list("tags");
    }

    private static void rename(World world, Row company, String name) {
        change(world, company, Map.of("name", name));
    }

    private static void change(World world, Row company, Map<String, Object> values) {
        world.records.update(world.system, new Draft("company", company.id(), null, values, null));
    }

    @OnEachDatabase
    void a_new_title_is_seen_at_once(TestDatabase databases) {
        World world = new World(databases);
        Row company = world.company("Meridian");
        assertEquals("Meridian", title(world, world.system, company));
        rename(world, company, "Meridian Group");
        assertEquals("Meridian Group", title(world, world.system, company));
        world.records.delete(world.system, "company", company.id(), null);
        assertEquals("", title(world, world.system, company));
    }

    @OnEachDatabase
    void a_title_of_a_transaction_that_fails_was_never_there(TestDatabase databases) {
        World world = new World(databases);
        Row company = world.company("Meridian");
        assertEquals("Meridian", title(world, world.system, company));
        assertThrows(
                IllegalStateException.class,
                () -> world.database.perform(handle -> {
                    rename(world, company, "Nowhere");
                    assertEquals("Nowhere", title(world, world.system, company));
                    throw new IllegalStateException("the river is dry");
                }));
        assertEquals("Meridian", title(world, world.system, company));
    }

    @OnEachDatabase
    void a_title_somebody_sees_is_no_title_for_others_and_none_for_him_with_less(TestDatabase databases) {
        World world = new World(databases);
        Row company = world.company("Meridian", "owner", world.ann);
        Actor ann = world.actor(world.ann, Map.of("company:read", Set.of(Scope.OWN)));
        Actor bo = world.actor(world.bo, Map.of("company:read", Set.of(Scope.OWN)));
        assertEquals("Meridian", title(world, ann, company));
        assertEquals("", title(world, bo, company));
        assertEquals("", title(world, world.actor(world.ann, Map.of()), company));
        change(world, company, Map.of("owner", world.bo));
        assertEquals("", title(world, ann, company));
        assertEquals("Meridian", title(world, bo, company));
    }

    @OnEachDatabase
    void entries_of_a_list_go_with_the_version_of_their_record(TestDatabase databases) {
        World world = new World(databases);
        Row company = world.company("Meridian", "tags", List.of("meridian.example", "mtg.example"));
        assertEquals(List.of("meridian.example", "mtg.example"), tags(world, company));
        change(world, company, Map.of("tags", List.of("meridian.example")));
        assertEquals(List.of("meridian.example"), tags(world, company));
        assertThrows(
                IllegalStateException.class,
                () -> world.database.perform(handle -> {
                    change(world, company, Map.of("tags", List.of("dry.example")));
                    assertEquals(List.of("dry.example"), tags(world, company));
                    throw new IllegalStateException("the river is dry");
                }));
        assertEquals(List.of("meridian.example"), tags(world, company));
        change(world, company, Map.of("tags", List.of("wet.example")));
        assertEquals(List.of("wet.example"), tags(world, company));
    }

    @OnEachDatabase
    void a_record_made_anew_under_an_old_id_has_its_own_entries(TestDatabase databases) {
        World world = new World(databases);
        Row company = world.company("Meridian", "tags", List.of("meridian.example"));
        assertEquals(List.of("meridian.example"), tags(world, company));
        world.records.delete(world.system, "company", company.id(), null);
        world.clock.advance(Duration.ofSeconds(1));
        Row again = world.records.create(
                world.system,
                new Draft(
                        "company",
                        company.id(),
                        null,
                        Map.of("name", "Other", "tags", List.of("other.example")),
                        null));
        assertEquals(1, again.version());
        assertEquals(List.of("other.example"), tags(world, again));
    }
}
