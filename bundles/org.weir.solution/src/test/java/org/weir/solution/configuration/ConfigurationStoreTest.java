package org.weir.solution.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.weir.base.api.ProblemException;
import org.weir.records.api.Action;
import org.weir.records.api.Draft;
import org.weir.records.api.Row;
import org.weir.solution.configurator.ChooseFeature;
import org.weir.solution.configurator.UndoChoice;
import org.weir.solution.engine.Choice;
import org.weir.solution.engine.Explain;
import org.weir.testkit.database.OnEachDatabase;
import org.weir.testkit.database.Schemas;
import org.weir.testkit.database.TestDatabase;

@Schemas({"access", "records", "relationship", "solution"})
final class ConfigurationStoreTest {
    private static SiteType urban(ConfigurationHouse house, Row row) {
        Bench bench = house.open(row);
        return house.configure.addSiteType(
                house.system, bench, "Urban macro", 6, List.of(), bench.feature("UrbanMacro"));
    }

    private static Explain.@Nullable Conflict choose(
            ConfigurationHouse house, Row row, SiteType type, String feature, int pieces) {
        Bench bench = house.open(row);
        Choice wanted = pieces < 0 ? Choice.take(bench.feature(feature)) : Choice.count(bench.feature(feature), pieces);
        return house.configure.choose(house.system, bench, type.id(), wanted);
    }

    @OnEachDatabase
    void a_choice_is_kept_with_who_made_it_and_undone(TestDatabase databases) {
        ConfigurationHouse house = new ConfigurationHouse(databases);
        Row row = house.configuration();
        SiteType type = urban(house, row);
        assertEquals(
                List.of(
                        new Chosen("UrbanMacro", true, null, Who.USER),
                        new Chosen("RemoteMonitoring", true, null, Who.DEFAULT)),
                house.open(row).chosen(type.id()));
        assertNull(choose(house, row, type, "Rectifier12", -1));
        assertNull(choose(house, row, type, "Rectifier24", -1));
        assertTrue(house.open(row).chosen(type.id()).contains(new Chosen("Rectifier24", true, null, Who.USER)));
        assertFalse(house.open(row).chosen(type.id()).stream()
                .anyMatch(it -> it.feature().equals("Rectifier12")));
        house.configure.undo(house.system, house.open(row));
        assertTrue(house.open(row).chosen(type.id()).contains(new Chosen("Rectifier12", true, null, Who.USER)));
        house.configure.undo(house.system, house.open(row));
        assertThrows(ProblemException.class, () -> house.configure.undo(house.system, house.open(row)));
    }

    @OnEachDatabase
    void of_two_people_at_once_the_second_is_told_and_nothing_is_lost(TestDatabase databases) {
        ConfigurationHouse house = new ConfigurationHouse(databases);
        Row row = house.configuration();
        SiteType type = urban(house, row);
        Bench first = house.open(row);
        Bench second = house.open(row);
        assertNull(house.configure.choose(house.system, first, type.id(), Choice.take(first.feature("Rectifier12"))));
        ProblemException late = assertThrows(
                ProblemException.class,
                () -> house.configure.choose(
                        house.system, second, type.id(), Choice.take(second.feature("Rectifier24"))));
        assertEquals(409, late.status());
        assertTrue(house.open(row).chosen(type.id()).contains(new Chosen("Rectifier12", true, null, Who.USER)));
    }

    @OnEachDatabase
    void what_does_not_fit_changes_nothing_and_a_way_out_can_be_taken(TestDatabase databases) {
        ConfigurationHouse house = new ConfigurationHouse(databases);
        Row row = house.configuration();
        SiteType type = urban(house, row);
        assertNull(choose(house, row, type, "Rectifier12", -1));
        assertNull(choose(house, row, type, "ExistingCabinet", -1));
        List<Chosen> before = house.open(row).chosen(type.id());
        Explain.Conflict conflict = Objects.requireNonNull(choose(house, row, type, "Lithium200", 4));
        assertEquals(before, house.open(row).chosen(type.id()));
        house.configure.takeWay(house.system, house.open(row), type.id(), conflict.wanted(), 0);
        Bench after = house.open(row);
        assertTrue(after.chosen(type.id()).contains(new Chosen("Lithium200", true, "4", Who.USER)));
        assertTrue(after.chosen(type.id()).contains(new Chosen("Rectifier24", true, null, Who.USER)));
    }

    @OnEachDatabase
    void completion_makes_it_complete_and_gives_way_to_people(TestDatabase databases) {
        ConfigurationHouse house = new ConfigurationHouse(databases);
        Row row = house.configuration();
        SiteType type = urban(house, row);
        assertTrue(house.configure
                .complete(house.system, house.open(row), type.id(), Goal.PRICE)
                .proven());
        Bench complete = house.open(row);
        assertEquals(0, complete.open(type.id()));
        assertEquals("complete", complete.row().text("state"));
        assertTrue(complete.standing(type.id(), List.of()).forced(complete.feature("Lithium100")));
        assertNull(choose(house, row, type, "Lithium200", 2));
        Bench after = house.open(row);
        assertTrue(after.standing(type.id(), List.of()).forced(after.feature("Lithium200")));
        assertTrue(after.standing(type.id(), List.of()).forced(after.feature("Rectifier12")));
    }

    @OnEachDatabase
    void the_bill_lists_pieces_per_site_and_for_all_sites(TestDatabase databases) {
        ConfigurationHouse house = new ConfigurationHouse(databases);
        Row row = house.configuration();
        SiteType type = urban(house, row);
        assertNull(choose(house, row, type, "Lithium100", 3));
        assertFalse(house.bills.of(row.id()).complete());
        house.configure.complete(house.system, house.open(row), type.id(), Goal.FIVE_YEAR_COST);
        BillOfMaterials bill = house.bills.of(row.id());
        assertTrue(bill.complete());
        assertEquals("USD", bill.currency());
        BillOfMaterials.Line lithium = bill.lines().stream()
                .filter(it -> it.feature().equals("Lithium100"))
                .findFirst()
                .orElseThrow();
        assertEquals(3, lithium.quantity());
        assertEquals(18, lithium.total());
        assertEquals(new BigDecimal("1060"), lithium.unitPrice());
        assertEquals("锂电池 100 Ah", lithium.label(Locale.SIMPLIFIED_CHINESE));
        assertTrue(lithium.physical());
    }

    @OnEachDatabase
    void needs_are_covered_by_the_features_linked_to_them(TestDatabase databases) {
        ConfigurationHouse house = new ConfigurationHouse(databases);
        Row row = house.configuration();
        Row need = house.need(row, "Theft alarm to their NOC");
        SiteType type = urban(house, row);
        assertEquals(
                AnswerNeeds.Coverage.UNLINKED,
                house.needs.of(house.system, house.open(row)).get(0).coverage());
        Bench bench = house.open(row);
        house.needs.link(house.system, bench, need.id(), bench.feature("AlarmToNoc"), null);
        assertEquals(
                AnswerNeeds.Coverage.NOT_YET,
                house.needs.of(house.system, house.open(row)).get(0).coverage());
        assertNull(choose(house, row, type, "AlarmToNoc", -1));
        assertEquals(
                AnswerNeeds.Coverage.YES,
                house.needs.of(house.system, house.open(row)).get(0).coverage());
    }

    @OnEachDatabase
    void a_model_that_is_wrong_is_refused_with_its_line_and_one_without_products_too(TestDatabase databases) {
        ConfigurationHouse house = new ConfigurationHouse(databases);
        ProblemException wrong = assertThrows(
                ProblemException.class,
                () -> house.load.create(house.system, "M", null, "USD", "features\n\tA\n\t\tperhaps\n\t\t\tB\n"));
        assertEquals("source", wrong.fields().get(0).field());
        assertEquals(3, wrong.fields().get(0).text().args().get(0));
        ProblemException empty = assertThrows(
                ProblemException.class,
                () -> house.load.create(
                        house.system, "M", null, "USD", "features\n\tA\n\t\tmandatory\n\t\t\tB\nconstraints\n\t!B\n"));
        assertEquals("model.void", empty.fields().get(0).text().key());
    }

    @OnEachDatabase
    void the_model_stays_once_something_is_chosen_and_needs_are_answered_by_its_features(TestDatabase databases) {
        ConfigurationHouse house = new ConfigurationHouse(databases);
        Row row = house.configuration();
        Row need = house.need(row, "Cut diesel by 40 %");
        urban(house, row);
        Row other = house.load.create(house.system, "Other", null, "USD", "features\n\tA\n");
        ProblemException stays = assertThrows(
                ProblemException.class,
                () -> house.records.update(house.system, Draft.change(row, Map.of("model", other.id()))));
        assertEquals("model", stays.fields().get(0).field());
        ProblemException unknown = assertThrows(
                ProblemException.class,
                () -> house.records.create(
                        house.system,
                        Draft.create(
                                "need-answer",
                                Map.of(
                                        "feature", "Windmill",
                                        "account", Objects.requireNonNull(row.ref("account")),
                                        "configuration", row.id(),
                                        "need", need.id()))));
        assertEquals("feature", unknown.fields().get(0).field());
    }

    @OnEachDatabase
    void of_two_people_editing_one_configuration_the_slower_one_is_told_and_nothing_is_half_written(
            TestDatabase databases) {
        ConfigurationHouse house = new ConfigurationHouse(databases);
        Row row = house.configuration();
        SiteType type = urban(house, row);
        long seen = house.open(row).revision();
        Action choose = new ChooseFeature(house.configure);
        Action undo = new UndoChoice(house.configure);
        String site = type.id().toString();
        Action.Done faster = choose.run(new Action.Call(
                house.system,
                List.of(row),
                null,
                new ChooseFeature.Input(site, "Rectifier12", null, null, null, seen)));
        assertEquals(seen + 1, faster.data().get("revision"));
        List<Chosen> stored = house.open(row).chosen(type.id());
        for (Action.Call slower : List.of(
                new Action.Call(
                        house.system,
                        List.of(row),
                        null,
                        new ChooseFeature.Input(site, "Rectifier24", null, null, null, seen)),
                new Action.Call(
                        house.system,
                        List.of(row),
                        null,
                        new ChooseFeature.Input(site, "Rectifier12", null, null, true, seen)))) {
            assertEquals(
                    409,
                    assertThrows(ProblemException.class, () -> choose.run(slower))
                            .status());
        }
        Action.Call late = new Action.Call(house.system, List.of(row), null, new UndoChoice.Input(seen));
        assertEquals(
                409, assertThrows(ProblemException.class, () -> undo.run(late)).status());
        assertEquals(stored, house.open(row).chosen(type.id()));
        Action.Done undone =
                undo.run(new Action.Call(house.system, List.of(row), null, new UndoChoice.Input(seen + 1)));
        assertEquals(seen + 2, undone.data().get("revision"));
    }
}
