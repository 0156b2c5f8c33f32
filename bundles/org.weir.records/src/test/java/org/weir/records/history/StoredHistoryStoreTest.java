package org.weir.records.history;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.weir.access.api.Actor;
import org.weir.access.api.Scope;
import org.weir.base.api.Money;
import org.weir.base.api.ProblemException;
import org.weir.records.api.Conversation.Comment;
import org.weir.records.api.Draft;
import org.weir.records.api.History.Diff;
import org.weir.records.api.History.Entry;
import org.weir.records.api.History.Kind;
import org.weir.records.api.Row;
import org.weir.records.api.Timeline.Moment;
import org.weir.records.api.Via;
import org.weir.records.conversation.StoredConversation;
import org.weir.records.sample.World;
import org.weir.records.timeline.StoredTimeline;
import org.weir.testkit.database.OnEachDatabase;
import org.weir.testkit.database.Schemas;
import org.weir.testkit.database.TestDatabase;

@Schemas({"records", "sample"})
final class StoredHistoryStoreTest {
    @OnEachDatabase
    void every_change_is_kept_with_who_when_and_how(TestDatabase databases) {
        World world = new World(databases);
        StoredHistory history = new StoredHistory(world.kit);
        Actor ann = world.actor(world.ann, Scope.ALL);
        Row made = world.records.create(ann, Draft.create("company", Map.of("name", "A", "staff", 1)));
        world.clock.advance(Duration.ofHours(1));
        UUID batch = UUID.randomUUID();
        Row changed = world.records.update(
                world.system,
                new Draft("company", made.id(), 1L, Map.of("staff", 2, "tags", List.of("x", "y")), batch));
        Via.during("action:close", () -> world.records.update(ann, Draft.change(changed, Map.of("name", "B"))));
        List<Entry> entries = history.of(ann, "company", made.id(), null, 10);
        assertEquals(
                List.of("3 CHANGED action:close Ann B", "2 CHANGED import Weir A", "1 CREATED  Ann A"),
                entries.stream()
                        .map(it ->
                                it.version() + " " + it.kind() + " " + it.via() + " " + it.byName() + " " + it.title())
                        .toList());
        assertEquals(
                List.of(new Diff("staff", "1", "2"), new Diff("tags", "", "x\ny")),
                entries.get(1).diffs().stream()
                        .sorted(java.util.Comparator.comparing(Diff::field))
                        .toList());
        assertEquals(Instant.parse("2026-11-20T10:00:00Z"), entries.get(1).at());
        assertEquals(
                entries.subList(1, 3),
                history.of(ann, "company", made.id(), entries.get(0).id(), 10));
        assertEquals(
                1,
                world.database
                        .read(handle -> new ReadEntries().ofBatch(handle, batch))
                        .size());
    }

    @OnEachDatabase
    void a_change_is_set_back_as_a_new_change(TestDatabase databases) {
        World world = new World(databases);
        StoredHistory history = new StoredHistory(world.kit);
        Row made = world.company(
                "A",
                "factor",
                new BigDecimal("1.2345"),
                "tags",
                List.of("x", "y"),
                "revenue",
                Money.of("1234.50", "EUR"));
        Map<String, Object> change = new HashMap<>();
        change.put("factor", null);
        change.put("tags", null);
        change.put("revenue", Money.of("1", "USD"));
        change.put("note", "new");
        Row changed = world.records.update(world.system, Draft.change(made, change));
        world.records.update(world.system, Draft.change(changed, Map.of("name", "B")));
        List<Entry> entries = history.of(world.system, "company", made.id(), null, 10);
        Row restored = history.restore(
                world.system, "company", made.id(), entries.get(1).id());
        assertEquals(4, restored.version());
        Map<String, Object> expected = new HashMap<>(made.values());
        expected.put("name", "B");
        assertEquals(
                expected, world.records.read(world.system, "company", made.id()).values());
        assertEquals(
                "restore",
                history.of(world.system, "company", made.id(), null, 1).get(0).via());
        assertEquals(
                409,
                assertThrows(
                                ProblemException.class,
                                () -> history.restore(
                                        world.system,
                                        "company",
                                        made.id(),
                                        entries.get(2).id()))
                        .status());
    }

    @OnEachDatabase
    void what_people_may_not_set_is_not_set_back_either(TestDatabase databases) {
        World world = new World(databases);
        StoredHistory history = new StoredHistory(world.kit);
        Row made = world.records.create(world.system, Draft.create("receipt", Map.of("remark", "first")));
        Row changed =
                world.records.update(world.system, Draft.change(made, Map.of("number", "R-77", "remark", "second")));
        world.records.update(world.system, Draft.change(changed, Map.of("number", "R-78")));
        List<Entry> entries = history.of(world.system, "receipt", made.id(), null, 10);
        Row restored = history.restore(
                world.system, "receipt", made.id(), entries.get(1).id());
        assertEquals("first", restored.get("remark"));
        assertEquals("R-78", restored.get("number"));
        UUID numberOnly = entries.get(0).id();
        assertEquals(
                409,
                assertThrows(
                                ProblemException.class,
                                () -> history.restore(world.system, "receipt", made.id(), numberOnly))
                        .status());
    }

    @OnEachDatabase
    void a_deleted_record_is_made_again_under_its_id(TestDatabase databases) {
        World world = new World(databases);
        StoredHistory history = new StoredHistory(world.kit);
        Row made = world.company("A", "staff", 5, "tags", List.of("x"), "owner", world.ann);
        world.records.delete(world.system, "company", made.id(), 1L);
        Entry gone = history.of(world.system, "company", made.id(), null, 1).get(0);
        assertEquals(Kind.DELETED, gone.kind());
        assertThrows(
                ProblemException.class,
                () -> history.of(world.actor(world.ann, Scope.OWN), "company", made.id(), null, 1));
        Row again = history.restore(world.system, "company", made.id(), gone.id());
        assertEquals(made.values(), again.values());
        assertEquals(3, again.version());
        assertEquals(
                made.values(),
                world.records.read(world.system, "company", made.id()).values());
        assertThrows(ProblemException.class, () -> history.restore(world.system, "company", made.id(), gone.id()));
    }

    @OnEachDatabase
    void comments_are_ones_own_and_followers_learn_of_changes(TestDatabase databases) {
        World world = new World(databases);
        StoredHistory history = new StoredHistory(world.kit);
        StoredConversation conversation = new StoredConversation(world.kit);
        Actor ann = world.actor(world.ann, Scope.ALL);
        Actor bo = world.actor(world.bo, Scope.OWN);
        Row row = world.company("A", "owner", world.bo);
        Row hidden = world.company("H", "owner", world.ann);
        Comment first = conversation.comment(ann, "company", row.id(), " Hello <b>you</b>\n👍 ");
        Comment second = conversation.comment(bo, "company", row.id(), "Reply");
        assertEquals("Hello <b>you</b>\n👍", first.text());
        assertEquals(List.of(first, second), conversation.comments(bo, "company", row.id()));
        assertEquals(
                403,
                assertThrows(ProblemException.class, () -> conversation.edit(bo, first.id(), "x"))
                        .status());
        assertEquals("x", conversation.edit(bo, second.id(), "x").text());
        conversation.delete(ann, first.id());
        assertTrue(conversation.comments(bo, "company", row.id()).get(0).deleted());
        assertEquals("", conversation.comments(bo, "company", row.id()).get(0).text());
        assertEquals(
                422,
                assertThrows(ProblemException.class, () -> conversation.comment(bo, "company", row.id(), " "))
                        .status());
        assertEquals(
                404,
                assertThrows(ProblemException.class, () -> conversation.comment(bo, "company", hidden.id(), "x"))
                        .status());
        assertEquals(
                404,
                assertThrows(ProblemException.class, () -> conversation.follow(bo, "company", hidden.id(), true))
                        .status());
        conversation.follow(bo, "company", row.id(), true);
        conversation.follow(bo, "company", row.id(), true);
        assertTrue(conversation.follows(bo, "company", row.id()));
        assertEquals(1, conversation.followers(ann, "company", row.id()));
        assertEquals(List.of(bo.user()), conversation.followedBy(ann, "company", row.id()));
        world.records.update(ann, Draft.change(row, Map.of("name", "B")));
        world.records.update(bo, new Draft("company", row.id(), null, Map.of("name", "C"), null));
        assertEquals(
                List.of("B"),
                history.followed(bo, 10).stream()
                        .filter(it -> it.kind() == Kind.CHANGED)
                        .map(Entry::title)
                        .toList());
        world.records.update(ann, new Draft("company", row.id(), null, Map.of("owner", world.ann), null));
        assertEquals(List.of(), history.followed(bo, 10));
        conversation.follow(ann, "company", row.id(), false);
        assertFalse(conversation.follows(ann, "company", row.id()));
    }

    @OnEachDatabase
    void the_timeline_tells_what_happened_newest_first(TestDatabase databases) {
        World world = new World(databases);
        StoredHistory history = new StoredHistory(world.kit);
        StoredConversation conversation = new StoredConversation(world.kit);
        StoredTimeline timeline = new StoredTimeline(world.kit, history, conversation);
        Row company = world.company("A", "owner", world.ann);
        Row person = world.person("P");
        world.visit("Old", company, "heldAt", Instant.parse("2026-01-01T10:00:00Z"), "outcome", "Good");
        world.visit(
                "Planned", company, "heldAt", Instant.parse("2026-12-01T10:00:00Z"), "people", List.of(person.id()));
        world.clock.advance(Duration.ofHours(1));
        conversation.comment(world.system, "company", company.id(), "Hello");
        world.clock.advance(Duration.ofHours(1));
        world.records.update(world.system, Draft.change(company, Map.of("staff", 3)));
        List<Moment> all = timeline.of(world.actor(world.ann, Scope.OWN), company, null, 50);
        assertEquals(
                List.of("record", "change", "comment", "change", "record"),
                all.stream().map(Moment::kind).toList());
        assertEquals("Good", all.get(4).detail());
        assertEquals("visit", all.get(4).type());
        List<Moment> some = timeline.of(world.system, company, null, 2);
        assertEquals(2, some.size());
        assertEquals(
                all.subList(2, 5).stream().map(Moment::at).toList(),
                timeline.of(world.system, company, some.get(1).at(), 50).stream()
                        .map(Moment::at)
                        .toList());
        assertEquals(
                List.of("Planned"),
                timeline.of(world.system, person, null, 50).stream()
                        .filter(it -> it.kind().equals("record"))
                        .map(it -> (String) it.title().args().get(1))
                        .toList());
        assertThrows(ProblemException.class, () -> timeline.of(world.actor(world.bo, Scope.OWN), company, null, 50));
    }
}
