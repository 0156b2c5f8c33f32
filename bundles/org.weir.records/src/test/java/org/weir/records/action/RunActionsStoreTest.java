package org.weir.records.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Actor;
import org.weir.access.api.Scope;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.records.api.Action;
import org.weir.records.api.Draft;
import org.weir.records.api.FieldSpec;
import org.weir.records.api.History;
import org.weir.records.api.Query;
import org.weir.records.api.Row;
import org.weir.records.history.StoredHistory;
import org.weir.records.sample.Company;
import org.weir.records.sample.World;
import org.weir.testkit.database.OnEachDatabase;
import org.weir.testkit.database.Schemas;
import org.weir.testkit.database.TestDatabase;

@Schemas({"records", "sample"})
final class RunActionsStoreTest {
    record Regrade(
            @FieldSpec(required = true) Company.Grade grade,
            @FieldSpec Integer staff,
            @FieldSpec(ref = "company") @Nullable UUID like,
            @FieldSpec List<String> reasons) {}

    private static final class RegradeAction implements Action {
        private final World world;
        private Runnable meanwhile = () -> {};

        RegradeAction(World world) {
            this.world = world;
        }

        @Override
        public String type() {
            return "company";
        }

        @Override
        public String name() {
            return "regrade";
        }

        @Override
        public Set<Place> places() {
            return Set.of(Place.RECORD, Place.LIST);
        }

        @Override
        public Class<? extends Record> input() {
            return Regrade.class;
        }

        @Override
        public boolean applies(Actor actor, Row row) {
            return !"Closed".equals(row.get("name"));
        }

        @Override
        public Done run(Call call) {
            Regrade input = (Regrade) call.input();
            meanwhile.run();
            for (Row row : call.rows()) {
                Map<String, @Nullable Object> values = new HashMap<>();
                values.put("grade", input.grade());
                values.put("staff", input.staff());
                world.records.update(call.actor(), Draft.change(row, values));
            }
            return Done.said(Text.of("done", call.rows().size(), input.reasons().size(), call.query() != null));
        }
    }

    @OnEachDatabase
    void somebody_faster_makes_an_action_a_conflict(TestDatabase databases) {
        World world = new World(databases);
        RegradeAction action = new RegradeAction(world);
        world.types.addAction(action);
        Row row = world.company("Own", "owner", world.ann);
        Actor ann = world.actor(world.ann, Scope.OWN);
        action.meanwhile = () -> world.records.update(ann, Draft.change(row, Map.of("staff", 7)));
        Map<String, Object> input = Map.of("grade", "key-customer", "reasons", List.of());
        assertEquals(409, status(new RunActions(world.kit, world.records), ann, List.of(row.id()), input));
    }

    @OnEachDatabase
    void an_action_runs_with_every_check_made(TestDatabase databases) {
        World world = new World(databases);
        RunActions actions = new RunActions(world.kit, world.records);
        world.types.addAction(new RegradeAction(world));
        Row own = world.company("Own", "owner", world.ann);
        Row hidden = world.company("Hidden", "owner", world.bo);
        Row closed = world.company("Closed", "owner", world.ann);
        Actor ann = world.actor(world.ann, Scope.OWN);
        Map<String, Object> input = Map.of("grade", "key-customer", "staff", 4, "reasons", List.of("a", "b"));
        assertEquals(
                Text.of("done", 1, 2, false),
                actions.run(ann, "company", "regrade", List.of(own.id()), null, input)
                        .message());
        assertEquals(
                "key-customer", world.records.read(ann, "company", own.id()).get("grade"));
        History.Entry entry = new StoredHistory(world.kit)
                .of(ann, "company", own.id(), null, 1)
                .get(0);
        assertEquals("action:regrade", entry.via());
        assertEquals(
                Text.of("done", 0, 2, true),
                actions.run(ann, "company", "regrade", List.of(), Query.all("company"), input)
                        .message());
        assertEquals(404, status(actions, ann, List.of(hidden.id()), input));
        assertEquals(409, status(actions, ann, List.of(closed.id()), input));
        assertEquals(409, status(actions, ann, List.of(own.id(), closed.id()), input));
        assertEquals(422, status(actions, ann, List.of(own.id()), Map.of()));
        assertEquals(422, status(actions, ann, List.of(own.id()), Map.of("grade", "platinum")));
        assertEquals(422, status(actions, ann, List.of(own.id()), Map.of("grade", "plain", "staff", 99_999_999_999L)));
        assertEquals(422, status(actions, ann, List.of(own.id()), Map.of("grade", "plain", "like", hidden.id())));
        Actor reader = world.actor(world.ann, Map.of("company:read", Set.of(Scope.ALL)));
        assertEquals(403, status(actions, reader, List.of(own.id()), input));
        assertEquals(List.of(), actions.at(reader, "company", Action.Place.RECORD));
        assertEquals(1, actions.on(ann, own).size());
        assertEquals(List.of(), actions.on(ann, closed));
        assertEquals(List.of(), actions.on(ann, hidden));
    }

    private static int status(RunActions actions, Actor actor, List<UUID> ids, Map<String, Object> input) {
        return assertThrows(ProblemException.class, () -> actions.run(actor, "company", "regrade", ids, null, input))
                .status();
    }
}
