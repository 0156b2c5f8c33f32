package org.weir.records.importing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Assumptions;
import org.weir.records.api.Imports.Batch;
import org.weir.records.api.Imports.Outcome;
import org.weir.records.sheet.MobileOperators;
import org.weir.testkit.database.OnEachDatabase;
import org.weir.testkit.database.Schemas;
import org.weir.testkit.database.TestDatabase;

@Schemas({"records", "trade"})
final class ImportOperatorsStoreTest {
    @OnEachDatabase
    void the_operators_of_the_world_become_companies_once_and_go_again(TestDatabase databases) throws IOException {
        Path file = MobileOperators.file();
        Assumptions.assumeTrue(Files.exists(file), "no shared data here: give its folder with -Dweir.data");
        Trade trade = new Trade(databases);
        Batch batch = trade.upload(trade.anna, Files.readAllBytes(file));
        assertEquals(
                Map.of("name", List.of(7), "country", List.of(4), "codes", List.of(0, 2)),
                batch.mapping().columns());
        assertEquals(List.of("name", "country"), batch.mapping().keys());
        Batch checked = trade.dryRun(trade.anna, batch);
        assertEquals(0, trade.count());
        Batch done = trade.run(trade.anna, checked);
        assertEquals(checked.counts(), done.counts());
        long created = done.counts().getOrDefault(Outcome.CREATED, 0L);
        assertEquals(created, trade.count());
        assertTrue(created > 1_500, () -> done.counts() + " " + trade.results(trade.anna, done));
        Batch again = trade.run(trade.anna, trade.upload(trade.anna, Files.readAllBytes(file)));
        assertEquals(
                2_599 - done.counts().getOrDefault(Outcome.FAILED, 0L),
                again.counts().get(Outcome.UNCHANGED));
        trade.undo(trade.anna, done);
        assertEquals(0, trade.count());
    }
}
