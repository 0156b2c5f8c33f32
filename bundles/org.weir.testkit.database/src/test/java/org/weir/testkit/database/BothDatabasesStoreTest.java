package org.weir.testkit.database;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.mapper.reflect.ConstructorMapper;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.weir.base.api.Ids;
import org.weir.base.api.ProblemException;
import org.weir.store.api.Database;

@Schemas("sample")
final class BothDatabasesStoreTest {
    enum State {
        OPEN
    }

    record Thing(
            UUID id,
            String name,
            @Nullable Instant happened,
            @Nullable LocalDate due,
            @Nullable BigDecimal amount,
            @Nullable UUID parent,
            @Nullable Boolean done,
            @Nullable String remark,
            @Nullable State state) {
        static Thing named(String name) {
            return new Thing(Ids.next(), name, null, null, null, null, null, null, null);
        }
    }

    @SuppressWarnings("NullAway.Init")
    private Database database;

    @BeforeEach
    void take(TestDatabase databases) {
        database = databases.schema("sample");
    }

    @OnEachDatabase
    void every_type_of_value_comes_back_as_it_went() {
        Instant at = Instant.parse("2026-11-22T01:02:03.123456789Z");
        Thing full = new Thing(
                Ids.next(),
                "中国移动 🛰 \"quoted\" 'x'",
                at,
                LocalDate.of(1900, 1, 1),
                new BigDecimal("123.4500"),
                Ids.next(),
                true,
                "x".repeat(100_000),
                State.OPEN);
        Thing empty = Thing.named("empty");
        database.perform(handle -> {
            insert(handle, full);
            insert(handle, empty);
        });
        assertEquals(Optional.of(empty), find(empty.id()));
        Thing found = find(full.id()).orElseThrow();
        assertEquals(Instant.parse("2026-11-22T01:02:03.123456Z"), found.happened());
        assertEquals(
                full,
                new Thing(
                        found.id(),
                        found.name(),
                        at,
                        found.due(),
                        found.amount(),
                        found.parent(),
                        found.done(),
                        found.remark(),
                        found.state()));
    }

    @OnEachDatabase
    void several_values_are_bound_as_one_array() {
        Thing one = Thing.named("one");
        Thing two = Thing.named("two");
        database.perform(handle -> {
            insert(handle, one);
            insert(handle, two);
            insert(handle, Thing.named("three"));
        });
        assertEquals(2, count("id", new UUID[] {one.id(), two.id(), Ids.next()}));
        assertEquals(1, count("name", new String[] {"three", "none"}));
        assertEquals(0, count("name", new String[] {}));
        assertEquals(0, count("id", new UUID[] {}));
    }

    @OnEachDatabase
    void a_statement_used_before_sees_the_columns_of_now() {
        database.perform(handle -> insert(handle, Thing.named("x")));
        assertEquals(10, columns());
        database.perform(handle -> handle.execute("alter table sample.things add column more varchar(10)"));
        assertEquals(11, columns());
        database.perform(handle -> handle.execute("alter table sample.things drop column more"));
        assertEquals(10, columns());
    }

    private int columns() {
        return database.read(handle -> handle.createQuery("select * from sample.things")
                .mapToMap()
                .one()
                .size());
    }

    @OnEachDatabase
    void more_statements_than_are_kept_all_work() {
        for (int round = 0; round < 2; round++) {
            for (int i = 0; i < 150; i++) {
                int number = i;
                assertEquals(number, database.<Integer, RuntimeException>read(handle -> handle.createQuery(
                                "select coalesce(max(length(name)), " + number + ") from sample.things")
                        .mapTo(Integer.class)
                        .one()));
            }
        }
    }

    @OnEachDatabase
    void bytes_come_back() {
        byte[] bytes = {0, 1, (byte) 255};
        Thing thing = Thing.named("bytes");
        database.perform(handle -> {
            insert(handle, thing);
            handle.createUpdate("update sample.things set body = :body where id = :id")
                    .bind("body", bytes)
                    .bind("id", thing.id())
                    .execute();
        });
        assertArrayEquals(
                bytes, database.read(handle -> handle.createQuery("select body from sample.things where id = :id")
                        .bind("id", thing.id())
                        .mapTo(byte[].class)
                        .one()));
    }

    @OnEachDatabase
    void an_exception_rolls_everything_back_across_nested_calls() {
        List<String> after = new ArrayList<>();
        Thing thing = Thing.named("gone");
        assertThrows(
                ProblemException.class,
                () -> database.perform(outer -> {
                    database.perform(inner -> insert(inner, thing));
                    database.afterCommit(() -> after.add("commit"));
                    database.afterEnd(() -> after.add("end"));
                    throw ProblemException.notFound();
                }));
        assertTrue(find(thing.id()).isEmpty());
        assertEquals(List.of("end"), after);
    }

    @OnEachDatabase
    void what_follows_a_commit_runs_once_after_the_outermost_and_may_write() {
        List<String> after = new ArrayList<>();
        Thing later = Thing.named("later");
        database.perform(outer -> {
            database.perform(inner -> database.afterCommit(() -> {
                after.add("commit");
                database.perform(handle -> insert(handle, later));
            }));
            assertEquals(List.of(), after);
        });
        assertEquals(List.of("commit"), after);
        assertTrue(find(later.id()).isPresent());
        database.afterCommit(() -> after.add("at once"));
        assertEquals(List.of("commit", "at once"), after);
    }

    @OnEachDatabase
    void a_nested_failure_that_is_caught_still_dooms_the_whole() {
        Thing thing = Thing.named("kept?");
        assertThrows(
                IllegalStateException.class,
                () -> database.perform(outer -> {
                    insert(outer, thing);
                    assertThrows(
                            ProblemException.class,
                            () -> database.perform(inner -> {
                                throw ProblemException.notFound();
                            }));
                }));
        assertTrue(find(thing.id()).isEmpty());
    }

    @OnEachDatabase
    void an_attempt_that_fails_is_undone_alone() {
        Thing kept = Thing.named("kept");
        Thing undone = Thing.named("undone");
        database.perform(outer -> {
            insert(outer, kept);
            assertThrows(
                    RuntimeException.class,
                    () -> database.attempt(part -> {
                        database.perform(inner -> insert(inner, undone));
                        return database.write(inner -> insert(inner, kept));
                    }));
            assertEquals(1, database.<Integer, RuntimeException>attempt(part -> insert(part, Thing.named("second"))));
        });
        assertTrue(find(kept.id()).isPresent());
        assertFalse(find(undone.id()).isPresent());
        assertEquals(1, count("name", new String[] {"second"}));
    }

    @OnEachDatabase
    void a_write_inside_a_read_uses_the_same_connection() {
        Thing thing = Thing.named("upgraded");
        database.read(reading -> {
            database.perform(writing -> insert(writing, thing));
            return reading.createQuery("select name from sample.things")
                    .mapTo(String.class)
                    .one();
        });
        assertTrue(find(thing.id()).isPresent());
    }

    @OnEachDatabase
    void concurrent_writers_of_the_same_rows_all_succeed() throws Exception {
        Thing left = Thing.named("left");
        Thing right = Thing.named("right");
        database.perform(handle -> {
            insert(handle, with(left, BigDecimal.ZERO));
            insert(handle, with(right, BigDecimal.ZERO));
        });
        ExecutorService threads = Executors.newFixedThreadPool(3);
        List<Future<?>> all = new ArrayList<>();
        for (int i = 0; i < 12; i++) {
            boolean leftFirst = i % 2 == 0;
            all.add(threads.submit(() -> {
                database.perform(handle -> {
                    increase(handle, leftFirst ? left : right);
                    Thread.sleep(1);
                    increase(handle, leftFirst ? right : left);
                });
                return null;
            }));
        }
        for (Future<?> it : all) {
            it.get();
        }
        threads.shutdown();
        assertEquals(new BigDecimal("12.0000"), find(left.id()).orElseThrow().amount());
        assertEquals(new BigDecimal("12.0000"), find(right.id()).orElseThrow().amount());
    }

    private static Thing with(Thing thing, BigDecimal amount) {
        return new Thing(thing.id(), thing.name(), null, null, amount, null, null, null, null);
    }

    private static void increase(Handle handle, Thing thing) {
        handle.createUpdate("update sample.things set amount = amount + 1 where id = :id")
                .bind("id", thing.id())
                .execute();
    }

    private static int insert(Handle handle, Thing thing) {
        return handle.createUpdate("""
                        insert into sample.things (id, name, happened, due, amount, parent, done, remark, state)
                        values (:id, :name, :happened, :due, :amount, :parent, :done, :remark, :state)
                        """)
                .bind("id", thing.id())
                .bind("name", thing.name())
                .bind("happened", thing.happened())
                .bind("due", thing.due())
                .bind("amount", thing.amount())
                .bind("parent", thing.parent())
                .bind("done", thing.done())
                .bind("remark", thing.remark())
                .bind("state", thing.state())
                .execute();
    }

    private Optional<Thing> find(UUID id) {
        return database.read(handle -> handle.createQuery("select * from sample.things where id = :id")
                .bind("id", id)
                .map(ConstructorMapper.of(Thing.class))
                .findOne());
    }

    private int count(String column, Object[] values) {
        return database.read(handle -> handle.createQuery("select count(*) from sample.things where "
                        + database.dialect().oneOf(column, "values"))
                .bind("values", values)
                .mapTo(Integer.class)
                .one());
    }
}
