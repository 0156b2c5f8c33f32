package org.weir.records.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.weir.access.api.Actor;
import org.weir.access.api.Scope;
import org.weir.records.api.Query;
import org.weir.records.api.Row;
import org.weir.records.conversation.StoredConversation;
import org.weir.records.history.StoredHistory;
import org.weir.records.sample.World;
import org.weir.records.timeline.StoredTimeline;
import org.weir.testkit.database.OnEachDatabase;
import org.weir.testkit.database.Schemas;
import org.weir.testkit.database.TestDatabase;

/** However many rows there are, reading takes as many statements. */
@Schemas({"records", "sample"})
final class StatementsStoreTest {
    private static final int FEW = 3;
    private static final int MANY = 40;

    private static void visits(World world, Row company, Row person, int number) {
        for (int i = 0; i < number; i++) {
            world.clock.advance(Duration.ofMinutes(1));
            world.visit("Visit", company, "people", List.of(person.id()), "heldAt", world.clock.instant());
        }
    }

    private static long taken(TestDatabase databases, Runnable work) {
        long before = databases.statements();
        work.run();
        return databases.statements() - before;
    }

    @OnEachDatabase
    void a_list_with_titles_and_entries(TestDatabase databases) {
        World world = new World(databases);
        Row company = world.company("Meridian");
        Row person = world.person("Grace");
        world.accountTeams.put(world.ann, Set.of(company.id()));
        Actor ann = world.actor(world.ann, Scope.ACCOUNT_TEAM);
        Runnable list = () -> {
            List<Row> rows =
                    world.records.list(ann, Query.all("visit").limit(50)).rows();
            world.records.titles(
                    ann,
                    "company",
                    rows.stream()
                            .map(it -> Objects.requireNonNull(it.ref("company")))
                            .toList());
            world.records.titles(
                    ann,
                    "person",
                    rows.stream().flatMap(it -> it.refs("people").stream()).toList());
        };
        visits(world, company, person, FEW);
        long few = taken(databases, list);
        visits(world, company, person, MANY);
        assertEquals(few, taken(databases, list));
    }

    @OnEachDatabase
    void a_timeline(TestDatabase databases) {
        World world = new World(databases);
        Row company = world.company("Meridian");
        Row person = world.person("Grace");
        Actor ann = world.actor(world.ann, Scope.ALL);
        StoredTimeline timeline =
                new StoredTimeline(world.kit, new StoredHistory(world.kit), new StoredConversation(world.kit));
        Runnable read = () -> timeline.of(ann, company, null, 8);
        visits(world, company, person, FEW);
        long few = taken(databases, read);
        visits(world, company, person, MANY);
        assertEquals(few, taken(databases, read));
        assertEquals(8, timeline.of(ann, company, null, 8).size());
    }
}
