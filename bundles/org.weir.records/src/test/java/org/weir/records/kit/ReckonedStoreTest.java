package org.weir.records.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.weir.records.api.Draft;
import org.weir.records.api.Query;
import org.weir.records.api.Records.PageOfRows;
import org.weir.records.api.Row;
import org.weir.records.sample.World;
import org.weir.testkit.database.OnEachDatabase;
import org.weir.testkit.database.Schemas;
import org.weir.testkit.database.TestDatabase;

/** Fields that stand in a table of their own are read, sorted and filtered like the others. */
@Schemas({"records", "sample"})
final class ReckonedStoreTest {
    private static final Instant NOON = Instant.parse("2026-11-20T12:00:00Z");

    private static Row visit(World world, String subject, Row company, int hours, boolean late) {
        Row visit = world.visit(subject, company);
        int known = world.database.<Integer, RuntimeException>write(handle -> handle.createUpdate(
                        "update sample.visit_reckoned set due_at = :due, late = :late where id = :id")
                .bind("due", NOON.plusSeconds(3_600L * hours))
                .bind("late", late)
                .bind("id", visit.id())
                .execute());
        assertEquals(1, known);
        return visit;
    }

    @OnEachDatabase
    void what_was_reckoned_is_read_with_the_record_and_leaves_its_version(TestDatabase databases) {
        World world = new World(databases);
        Row made = visit(world, "Survey", world.company("Acme"), 2, true);
        Row read = world.records.read(world.system, "visit", made.id());
        assertEquals(NOON.plusSeconds(7_200), read.get("dueAt"));
        assertEquals(true, read.get("late"));
        assertEquals(made.version(), read.version());
        Row changed = world.records.update(world.system, Draft.change(read, Map.of("outcome", "Well")));
        assertEquals(true, changed.get("late"));
        assertEquals(
                true,
                world.records
                        .readAll(world.system, "visit", List.of(made.id()))
                        .get(0)
                        .get("late"));
    }

    @OnEachDatabase
    void lists_are_sorted_by_it_forth_and_back_with_the_empty_last(TestDatabase databases) {
        World world = new World(databases);
        Row acme = world.company("Acme");
        world.visit("None", acme);
        for (int i = 0; i < 7; i++) {
            visit(world, "V" + i, acme, i * 5 % 7, i % 2 == 0);
        }
        assertEquals(List.of("V0", "V3", "V6", "V2", "V5", "V1", "V4", "None"), walk(world, "dueAt"));
        assertEquals(List.of("V4", "V1", "V5", "V2", "V6", "V3", "V0", "None"), walk(world, "-dueAt"));
    }

    private static List<String> walk(World world, String sort) {
        Query query = world.sorted("visit", sort).limit(3);
        List<String> names = new ArrayList<>();
        PageOfRows page = world.records.list(world.system, query);
        page.rows().forEach(it -> names.add(it.text("subject")));
        while (page.next() != null) {
            page = world.records.list(
                    world.system, new Query(query.type(), null, "", query.sort(), 3, page.next(), null));
            page.rows().forEach(it -> names.add(it.text("subject")));
        }
        return names;
    }

    @OnEachDatabase
    void filters_find_by_it_also_from_a_record_that_is_referred_to(TestDatabase databases) {
        World world = new World(databases);
        Row acme = world.company("Acme");
        Row other = world.company("Other");
        visit(world, "Early", acme, 1, true);
        visit(world, "Later", other, 9, false);
        world.visit("Never", other);
        assertEquals(Set.of("Early"), world.found("visit", "dueAt=lt=2026-11-20T15:00:00Z"));
        assertEquals(Set.of("Never"), world.found("visit", "dueAt=null=true"));
        assertEquals(Set.of("Later"), world.found("visit", "late==false;company.name==Other"));
        assertEquals(Set.of("Acme"), world.found("company", "visits.late==true"));
        assertEquals(
                2,
                world.records
                        .count(world.system, world.query("visit", "dueAt=null=false"), 10)
                        .number());
    }

    @OnEachDatabase
    void it_goes_with_its_record(TestDatabase databases) {
        World world = new World(databases);
        Row made = visit(world, "Survey", world.company("Acme"), 2, true);
        world.records.delete(world.system, "visit", made.id(), made.version());
        assertEquals(0, world.database.<Integer, RuntimeException>read(handle -> handle.createQuery(
                        "select count(*) from sample.visit_reckoned")
                .mapTo(Integer.class)
                .one()));
    }
}
