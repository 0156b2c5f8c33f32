package org.weir.records.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.weir.access.api.Actor;
import org.weir.access.api.Scope;
import org.weir.records.api.Query;
import org.weir.records.api.Row;
import org.weir.records.conversation.StoredConversation;
import org.weir.records.history.StoredHistory;
import org.weir.records.row.Sql;
import org.weir.records.row.Statements;
import org.weir.records.sample.World;
import org.weir.records.timeline.StoredTimeline;
import org.weir.store.api.Dialect;
import org.weir.testkit.database.OnEachDatabase;
import org.weir.testkit.database.Schemas;
import org.weir.testkit.database.TestDatabase;

/** HSQLDB plans by rules and not by numbers: what it would do with a million rows is seen with three. */
@Schemas({"records", "sample"})
final class PlansStoreTest {
    /** What HSQLDB would do for the last statement that ends like this. */
    private static String plan(TestDatabase databases, String end) {
        List<String> all = databases.lastStatements().stream()
                .filter(it -> it.endsWith(end))
                .toList();
        Sql explain = Sql.of("explain plan for " + all.get(all.size() - 1));
        return String.join(
                "\n",
                databases
                        .schema("sample")
                        .<List<String>, RuntimeException>read(
                                handle -> Statements.query(handle, explain, row -> row.getString(1))));
    }

    @OnEachDatabase
    void a_list_of_all_one_may_see_walks_the_index_of_its_order(TestDatabase databases) {
        World world = new World(databases);
        world.company("Meridian");
        world.records.list(world.actor(world.ann, Scope.TEAM, Scope.REGION), Query.all("company"));
        if (databases.dialect() == Dialect.HSQLDB) {
            String plan = plan(databases, " limit ?");
            assertTrue(plan.contains("index=COMPANY_BY_NAME"), plan);
            assertFalse(plan.contains("range variable 2"), plan);
        }
    }

    @OnEachDatabase
    void what_names_a_record_is_found_from_the_name(TestDatabase databases) {
        World world = new World(databases);
        Row person = world.person("Grace");
        Actor ann = world.actor(world.ann, Scope.ALL);
        Row visit = world.visit(
                "Visit", world.company("Meridian"), "people", List.of(person.id()), "heldAt", world.clock.instant());
        Query named = world.query("visit", "people==" + person.id());
        assertEquals(
                List.of(visit.id()),
                world.records.list(ann, named).rows().stream().map(Row::id).toList());
        if (databases.dialect() == Dialect.HSQLDB) {
            beginsWithTheEntries(plan(databases, " limit ?"));
        }
        assertEquals(1, world.records.count(ann, named, 10).number());
        if (databases.dialect() == Dialect.HSQLDB) {
            beginsWithTheEntries(plan(databases, " one(nothing)"));
        }
    }

    @OnEachDatabase
    void the_timeline_of_a_record_begins_with_what_names_it(TestDatabase databases) {
        World world = new World(databases);
        Row person = world.person("Grace");
        world.visit(
                "Visit", world.company("Meridian"), "people", List.of(person.id()), "heldAt", world.clock.instant());
        StoredTimeline timeline =
                new StoredTimeline(world.kit, new StoredHistory(world.kit), new StoredConversation(world.kit));
        assertFalse(
                timeline.of(world.actor(world.ann, Scope.ALL), person, null, 8).isEmpty());
        if (databases.dialect() == Dialect.HSQLDB) {
            String plan = plan(databases, " limit ?)");
            assertTrue(plan.indexOf("table=VISIT_PEOPLE\n") < plan.indexOf("table=VISIT\n"), plan);
            assertTrue(plan.contains("index=VISIT_PEOPLE_BY_VAL"), plan);
        }
    }

    private static void beginsWithTheEntries(String plan) {
        assertTrue(plan.contains("table=SYSTEM_SUBQUERY"), plan);
        assertTrue(plan.indexOf("table=SYSTEM_SUBQUERY") < plan.indexOf("table=VISIT\n"), plan);
    }
}
