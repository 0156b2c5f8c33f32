package org.weir.records.kit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.weir.base.api.ProblemException;
import org.weir.records.api.Draft;
import org.weir.records.api.Field;
import org.weir.records.api.History.Entry;
import org.weir.records.api.Row;
import org.weir.records.history.StoredHistory;
import org.weir.records.sample.World;
import org.weir.testkit.database.OnEachDatabase;
import org.weir.testkit.database.Schemas;
import org.weir.testkit.database.TestDatabase;

@Schemas({"records", "sample"})
final class SecretFieldStoreTest {
    private static final String PIN = "4711-battery";

    private static Optional<String> pin(World world, Row row) {
        return world.records.secret(world.system, "receipt", row.id(), "pin");
    }

    @OnEachDatabase
    void a_secret_is_told_by_nothing_but_the_question_for_it(TestDatabase databases) {
        World world = new World(databases);
        Row made = world.records.create(world.system, Draft.create("receipt", Map.of("remark", "one", "pin", PIN)));
        Row read = world.records.read(world.system, "receipt", made.id());
        assertEquals(Field.HIDDEN, made.get("pin"));
        assertEquals(Field.HIDDEN, read.get("pin"));
        assertEquals(Optional.of(PIN), pin(world, made));
        Row changed = world.records.update(world.system, Draft.change(read, Map.of("pin", PIN + "-2")));
        assertEquals(Field.HIDDEN, changed.get("pin"));
        assertEquals(Optional.of(PIN + "-2"), pin(world, made));
        List<Entry> history = new StoredHistory(world.kit).of(world.system, "receipt", made.id(), null, 10);
        assertEquals(2, history.size());
        assertFalse(history.toString().contains(PIN), history.toString());
        assertFalse(world.events.events().toString().contains(PIN));
    }

    @OnEachDatabase
    void what_stands_for_it_leaves_it_and_nothing_takes_it_away(TestDatabase databases) {
        World world = new World(databases);
        Row made = world.records.create(world.system, Draft.create("receipt", Map.of("pin", PIN)));
        Row same = world.records.update(
                world.system, Draft.change(made, Map.of("pin", Field.HIDDEN, "remark", "looked at")));
        assertEquals(Optional.of(PIN), pin(world, same));
        world.records.update(world.system, Draft.change(same, Map.of("pin", "")));
        assertEquals(Optional.empty(), pin(world, same));
        Row without = world.records.create(world.system, Draft.create("receipt", Map.of("pin", Field.HIDDEN)));
        assertEquals(Optional.empty(), pin(world, without));
    }

    @OnEachDatabase
    void nobody_can_ask_what_it_is_like(TestDatabase databases) {
        World world = new World(databases);
        world.records.create(world.system, Draft.create("receipt", Map.of("pin", PIN)));
        ProblemException refused = assertThrows(
                ProblemException.class, () -> world.records.list(world.system, world.query("receipt", "pin==4711*")));
        assertEquals(400, refused.status());
        assertFalse(
                Objects.requireNonNull(world.types.get("receipt").field("pin")).importable());
        assertThrows(
                IllegalArgumentException.class,
                () -> world.records.secret(
                        world.system,
                        "receipt",
                        world.records
                                .list(world.system, world.query("receipt", "number==*"))
                                .rows()
                                .get(0)
                                .id(),
                        "remark"));
    }
}
