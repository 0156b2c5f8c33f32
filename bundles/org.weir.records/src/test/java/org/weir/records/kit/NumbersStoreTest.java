package org.weir.records.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.weir.base.api.ProblemException;
import org.weir.records.api.Draft;
import org.weir.records.api.Field;
import org.weir.records.api.Row;
import org.weir.records.sample.World;
import org.weir.testkit.database.OnEachDatabase;
import org.weir.testkit.database.Schemas;
import org.weir.testkit.database.TestDatabase;

@Schemas({"records", "sample"})
final class NumbersStoreTest {
    private static Row receipt(World world, Map<String, ?> values) {
        return world.records.create(world.system, Draft.create("receipt", values));
    }

    private static String number(World world) {
        return String.valueOf(receipt(world, Map.of()).get("number"));
    }

    @OnEachDatabase
    void records_are_numbered_by_year(TestDatabase databases) {
        World world = new World(databases);
        assertEquals("R-2026-000001", number(world));
        assertEquals("R-2026-000002", number(world));
        world.clock.advance(Duration.ofDays(60));
        assertEquals("R-2027-000001", number(world));
        Field field = world.types.get("receipt").title();
        assertTrue(field.readOnly());
        assertTrue(field.importable());
        assertTrue(field.unique());
    }

    @OnEachDatabase
    void a_creation_that_fails_takes_no_number(TestDatabase databases) {
        World world = new World(databases);
        assertEquals("R-2026-000001", number(world));
        assertThrows(ProblemException.class, () -> receipt(world, Map.of("remark", "x".repeat(300))));
        assertThrows(
                IllegalStateException.class,
                () -> world.database.write(handle -> {
                    receipt(world, Map.of());
                    throw new IllegalStateException("the rest of the use case failed");
                }));
        assertEquals("R-2026-000002", number(world));
    }

    @OnEachDatabase
    void a_number_that_was_given_is_kept_and_not_drawn_again(TestDatabase databases) {
        World world = new World(databases);
        assertEquals(
                "R-2026-000003",
                receipt(world, Map.of("number", "R-2026-000003")).get("number"));
        assertEquals("OLD 7", receipt(world, Map.of("number", "OLD 7")).get("number"));
        assertEquals("R-2026-000004", number(world));
        assertEquals(
                "R-2026-000002",
                receipt(world, Map.of("number", "R-2026-000002")).get("number"));
        assertEquals("R-2026-000005", number(world));
        ProblemException taken =
                assertThrows(ProblemException.class, () -> receipt(world, Map.of("number", "R-2026-000003")));
        assertEquals(409, taken.status());
    }

    @OnEachDatabase
    void many_at_once_get_different_numbers_without_a_gap(TestDatabase databases) throws Exception {
        World world = new World(databases);
        int threads = 6;
        int each = 15;
        CyclicBarrier together = new CyclicBarrier(threads);
        ExecutorService pool = Executors.newFixedThreadPool(threads);
        List<Callable<List<String>>> work = new ArrayList<>();
        for (int i = 0; i < threads; i++) {
            work.add(() -> {
                together.await();
                List<String> drawn = new ArrayList<>();
                for (int j = 0; j < each; j++) {
                    drawn.add(number(world));
                }
                return drawn;
            });
        }
        Set<String> all = new HashSet<>();
        try {
            for (Future<List<String>> it : pool.invokeAll(work)) {
                all.addAll(it.get());
            }
        } finally {
            pool.shutdown();
        }
        assertEquals(threads * each, all.size());
        assertTrue(all.contains("R-2026-000090"), all.toString());
        assertFalse(all.contains("R-2026-000091"));
    }
}
