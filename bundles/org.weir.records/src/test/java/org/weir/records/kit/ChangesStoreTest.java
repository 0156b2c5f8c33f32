package org.weir.records.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Scope;
import org.weir.base.api.Money;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.records.api.Draft;
import org.weir.records.api.Records.StaleException;
import org.weir.records.api.Row;
import org.weir.records.api.Validator;
import org.weir.records.sample.Company;
import org.weir.records.sample.World;
import org.weir.testkit.database.OnEachDatabase;
import org.weir.testkit.database.Schemas;
import org.weir.testkit.database.TestDatabase;

@Schemas({"records", "sample"})
final class ChangesStoreTest {
    @OnEachDatabase
    void values_of_every_kind_are_kept(TestDatabase databases) {
        World world = new World(databases);
        Row parent = world.company("Group");
        Map<String, Object> values = new HashMap<>();
        values.put("name", "Vodacom");
        values.put("code", "655-01");
        values.put("parent", parent.id());
        values.put("grade", Company.Grade.KEY_CUSTOMER);
        values.put("country", "South Africa");
        values.put("staff", 12);
        values.put("factor", new BigDecimal("1.25"));
        values.put("revenue", Money.of("1234567.89", "ZAR"));
        values.put("founded", LocalDate.of(1993, 4, 1));
        values.put("seenAt", Instant.parse("2026-11-20T08:00:00.123456Z"));
        values.put("active", true);
        values.put("tags", List.of("b", "a"));
        values.put("note", "line one\r\nline two");
        Row made = world.records.create(world.actor(world.ann, Scope.ALL), Draft.create("company", values));
        Row read = world.records.read(world.system, "company", made.id());
        assertEquals(made.values(), read.values());
        assertEquals(1, read.version());
        assertEquals(world.clock.instant(), read.createdAt());
        assertEquals(world.ann, read.createdBy());
        assertEquals("key-customer", read.get("grade"));
        assertEquals("ZA", read.get("country"));
        assertEquals(12L, read.get("staff"));
        assertEquals(new BigDecimal("1.2500"), read.get("factor"));
        assertEquals(Money.of("1234567.89", "ZAR"), read.get("revenue"));
        assertEquals(List.of("b", "a"), read.list("tags"));
        assertEquals("line one\nline two", read.get("note"));
        assertEquals(world.ann, read.ref("owner"));
        assertEquals(world.north, read.ref("team"));
        assertEquals(List.of("company.created", "company.created"), world.events.types());
    }

    @OnEachDatabase
    void nasty_texts_come_back_as_they_were(TestDatabase databases) {
        World world = new World(databases);
        for (String nasty : List.of(
                "'; drop table sample.company; --",
                "<script>alert(1)</script>",
                "👩‍🚀 𠮷野家 𪚥",
                "100% _under! \\back* \"quote\"",
                "=cmd|' /C calc'!A0",
                "?{}${x}#{y}")) {
            Row row = world.company(nasty, "note", nasty, "tags", List.of(nasty.replace(";", "")));
            Row read = world.records.read(world.system, "company", row.id());
            assertEquals(nasty, read.get("name"));
            assertEquals(nasty, read.get("note"));
        }
        String million = "龍".repeat(1_000_000);
        Row long1 = world.company("Long", "note", million);
        assertEquals(
                million, world.records.read(world.system, "company", long1.id()).get("note"));
    }

    @OnEachDatabase
    void what_cannot_be_kept_is_refused_at_its_field(TestDatabase databases) {
        World world = new World(databases);
        assertEquals("records.error.required", refusal(world, "name", "  "));
        assertEquals("records.error.too-long", refusal(world, "name", "x".repeat(201)));
        assertEquals("records.error.control", refusal(world, "name", "a\0b"));
        assertEquals("records.error.line", refusal(world, "name", "a\nb"));
        assertEquals("records.error.control", refusal(world, "name", "a\uD83D"));
        assertEquals("records.error.choice", refusal(world, "grade", "platinum"));
        assertEquals("records.error.country", refusal(world, "country", "Atlantis"));
        assertEquals("records.error.email", refusal(world, "email", "nobody"));
        assertEquals("records.error.url", refusal(world, "website", "javascript:alert(1)"));
        assertEquals("records.error.not-there", refusal(world, "parent", UUID.randomUUID()));
        assertEquals("records.error.not-there", refusal(world, "owner", UUID.randomUUID()));
        assertEquals("records.error.reference", refusal(world, "parent", "x"));
        assertEquals("records.error.kind", refusal(world, "founded", 7));
        assertEquals("records.error.date", refusal(world, "founded", "31.02.2026"));
        assertEquals("records.error.too-long", refusal(world, "tags", List.of("x".repeat(61))));
        assertEquals("records.error.line", refusal(world, "tags", List.of("a\nb")));
        assertEquals("records.error.entry", refusal(world, "tags", List.of("a;b")));
        assertEquals("records.error.unfit", refusal(world, "factor", new BigDecimal("123456789012345")));
        ProblemException unknown = assertThrows(ProblemException.class, () -> world.company("A", "nope", "1"));
        assertEquals(400, unknown.status());
        assertEquals(
                0,
                world.records
                        .count(world.system, world.query("company", ""), 10)
                        .number());
        assertTrue(world.events.events().isEmpty());
    }

    private static String refusal(World world, String field, Object value) {
        Map<String, Object> values = new HashMap<>(Map.of("name", "A"));
        values.put(field, value);
        ProblemException refused = assertThrows(
                ProblemException.class, () -> world.records.create(world.system, Draft.create("company", values)));
        assertEquals(422, refused.status());
        assertEquals(1, refused.fields().size());
        ProblemException.At at = refused.fields().get(0);
        assertTrue(at.field().equals(field) || at.field().isEmpty(), at.field());
        return at.text().key();
    }

    @OnEachDatabase
    void a_taken_value_is_a_conflict_at_its_field(TestDatabase databases) {
        World world = new World(databases);
        world.company("A", "code", "1");
        ProblemException refused = assertThrows(ProblemException.class, () -> world.company("B", "code", "1"));
        assertEquals(409, refused.status());
        assertEquals("code", refused.fields().get(0).field());
    }

    @OnEachDatabase
    void of_two_who_take_the_same_value_at_once_one_is_told_at_the_field(TestDatabase databases) throws Exception {
        World world = new World(databases);
        for (int round = 0; round < 5; round++) {
            String code = "c" + round;
            List<Object> outcomes = atOnce(4, i -> world.company("N" + i, "code", code));
            List<ProblemException> refused = outcomes.stream()
                    .filter(ProblemException.class::isInstance)
                    .map(ProblemException.class::cast)
                    .toList();
            assertEquals(3, refused.size(), outcomes.toString());
            refused.forEach(it -> {
                assertEquals(409, it.status());
                assertEquals("code", it.fields().get(0).field());
            });
            assertEquals(
                    1,
                    world.records
                            .count(world.system, world.query("company", "code==" + code), 10)
                            .number());
        }
    }

    @OnEachDatabase
    void only_real_changes_make_a_version(TestDatabase databases) {
        World world = new World(databases);
        Row row = world.company("A", "factor", new BigDecimal("1.5"), "tags", List.of("x"));
        world.events.clear();
        Row same = world.records.update(
                world.system,
                Draft.change(row, Map.of("name", " A ", "factor", new BigDecimal("1.50"), "tags", List.of("x"))));
        assertEquals(1, same.version());
        assertTrue(world.events.events().isEmpty());
        Map<String, @Nullable Object> change = new HashMap<>();
        change.put("tags", List.of("y", "x"));
        change.put("factor", null);
        Row changed = world.records.update(world.system, Draft.change(row, change));
        assertEquals(2, changed.version());
        Row read = world.records.read(world.system, "company", row.id());
        assertEquals(2, read.version());
        assertNull(read.get("factor"));
        assertEquals(List.of("y", "x"), read.list("tags"));
        assertEquals(
                "{\"version\":2,\"changes\":{\""
                        + order(world.events.events().get(0).data()),
                world.events.events().get(0).data());
    }

    private static String order(String data) {
        return data.substring(data.indexOf("changes\":{\"") + 11);
    }

    @OnEachDatabase
    void who_is_late_gets_what_is_stored_now(TestDatabase databases) {
        World world = new World(databases);
        Row row = world.company("A");
        world.records.update(world.system, Draft.change(row, Map.of("name", "B")));
        StaleException stale = assertThrows(
                StaleException.class, () -> world.records.update(world.system, Draft.change(row, Map.of("name", "C"))));
        assertEquals("B", stale.stored().get("name"));
        assertEquals(2, stale.stored().version());
        assertThrows(
                StaleException.class, () -> world.records.delete(world.system, "company", row.id(), row.version()));
    }

    @OnEachDatabase
    void of_many_changes_at_once_each_version_is_made_once(TestDatabase databases) throws Exception {
        World world = new World(databases);
        Row row = world.company("A", "staff", 0);
        List<Object> outcomes =
                atOnce(6, i -> world.records.update(world.system, Draft.change(row, Map.of("staff", i + 1))));
        long stale = outcomes.stream().filter(StaleException.class::isInstance).count();
        long changed = outcomes.stream().filter(Row.class::isInstance).count();
        assertEquals(1, changed, outcomes.toString());
        assertEquals(5, stale, outcomes.toString());
        assertEquals(2, world.records.read(world.system, "company", row.id()).version());
    }

    private interface Try {
        Object run(int i) throws Exception;
    }

    private static List<Object> atOnce(int many, Try work) throws Exception {
        ExecutorService threads = Executors.newFixedThreadPool(many);
        CyclicBarrier together = new CyclicBarrier(many);
        List<Callable<Object>> tries = new ArrayList<>();
        for (int i = 0; i < many; i++) {
            int number = i;
            tries.add(() -> {
                together.await();
                try {
                    return work.run(number);
                } catch (RuntimeException e) {
                    return e;
                }
            });
        }
        List<Object> outcomes = new ArrayList<>();
        try {
            for (Future<Object> it : threads.invokeAll(tries)) {
                outcomes.add(it.get());
            }
        } finally {
            threads.shutdown();
        }
        return outcomes;
    }

    @OnEachDatabase
    void a_record_in_use_is_not_deleted_and_says_by_what(TestDatabase databases) {
        World world = new World(databases);
        Row company = world.company("A");
        Row person = world.person("P");
        Row job = world.employment(person, company);
        Row visit = world.visit("V", company, "people", List.of(person.id()));
        ProblemException used = assertThrows(
                ProblemException.class, () -> world.records.delete(world.system, "person", person.id(), null));
        assertEquals(409, used.status());
        assertEquals(
                List.of(
                        Text.of("records.problem.used-by", 1L, Text.of("record.employment.many")),
                        Text.of("records.problem.used-by", 1L, Text.of("record.visit.many"))),
                used.fields().stream().map(ProblemException.At::text).toList());
        world.records.delete(world.system, "visit", visit.id(), visit.version());
        world.records.delete(world.system, "employment", job.id(), null);
        world.records.delete(world.system, "person", person.id(), null);
        assertTrue(world.records.find(world.system, "person", person.id()).isEmpty());
    }

    @OnEachDatabase
    void validators_are_asked_last_and_undo_everything(TestDatabase databases) {
        World world = new World(databases);
        world.types.addValidator(new Validator() {
            @Override
            public String type() {
                return "company";
            }

            @Override
            public void check(Change change, Rejections rejections) {
                if (change.after() != null
                        && change.changes("name")
                        && "Evil".equals(change.after().get("name"))) {
                    rejections.reject("name", Text.of("evil"));
                }
            }
        });
        Row row = world.company("Good");
        ProblemException refused = assertThrows(ProblemException.class, () -> world.company("Evil"));
        assertEquals(422, refused.status());
        assertThrows(
                ProblemException.class,
                () -> world.records.update(world.system, Draft.change(row, Map.of("name", "Evil"))));
        assertEquals(Set.of("Good"), world.found("company", ""));
    }

    @OnEachDatabase
    void what_follows_from_other_values_is_set_and_what_follows_in_other_records_is_done_or_nothing_is(
            TestDatabase databases) {
        World world = new World(databases);
        world.types.addValidator(new Validator() {
            @Override
            public String type() {
                return "company";
            }

            @Override
            public Map<String, Object> derive(Change change) {
                return Map.of(
                        "name",
                        String.valueOf(java.util.Objects.requireNonNull(change.after())
                                                .get("name"))
                                        .strip() + ".");
            }

            @Override
            public void check(Change change, Rejections rejections) {
                if (change.after() != null
                        && !String.valueOf(change.after().get("name")).endsWith(".")) {
                    rejections.reject("name", Text.of("not-derived"));
                }
            }

            @Override
            public void follow(Change change) {
                if (change.after() != null && "Leader.".equals(change.after().get("name"))) {
                    world.company("Follower");
                } else if (change.after() != null
                        && "Doomed.".equals(change.after().get("name"))) {
                    throw ProblemException.conflict(Text.of("doomed"));
                }
            }
        });
        Row row = world.company("Leader");
        assertEquals("Leader.", row.get("name"));
        assertEquals(Set.of("Leader.", "Follower."), world.found("company", ""));
        assertThrows(ProblemException.class, () -> world.company("Doomed"));
        assertThrows(
                ProblemException.class,
                () -> world.records.update(world.system, Draft.change(row, Map.of("name", "Doomed"))));
        assertEquals(Set.of("Leader.", "Follower."), world.found("company", ""));
    }
}
