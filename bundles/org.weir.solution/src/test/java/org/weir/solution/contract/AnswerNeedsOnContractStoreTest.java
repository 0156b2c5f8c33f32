package org.weir.solution.contract;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.weir.access.api.Actor;
import org.weir.events.api.Event;
import org.weir.records.api.Draft;
import org.weir.records.api.Row;
import org.weir.solution.configuration.BillOfMaterials;
import org.weir.solution.configuration.SiteType;
import org.weir.solution.engine.Choice;
import org.weir.solution.price.ItemKind;
import org.weir.solution.quote.House;
import org.weir.testkit.database.OnEachDatabase;
import org.weir.testkit.database.Schemas;
import org.weir.testkit.database.TestDatabase;

@Schemas({"access", "records", "relationship", "solution"})
final class AnswerNeedsOnContractStoreTest {
    private static final LocalDate TODAY = LocalDate.now(Clock.systemUTC());

    private static Row need(House house, Row account, String title) {
        return house.create("need", "title", title, "account", account.id(), "priority", "must");
    }

    private static Row now(House house, Row row) {
        return house.records.read(house.system, row.type().name(), row.id());
    }

    @OnEachDatabase
    void a_signed_contract_answers_the_needs_its_configuration_meets_and_no_other(TestDatabase databases) {
        House house = new House(databases);
        Row account = house.create("account", "name", "Meridian", "region", "africa");
        Row model = house.load.create(house.system, "Power", "1", "EUR", """
                features
                	Site
                		optional
                			Alarm {en 'Theft alarm'}
                			Generator
                """);
        Row configuration =
                house.create("configuration", "title", "Energy", "account", account.id(), "model", model.id());
        SiteType macro = house.configure.addSiteType(
                house.system, house.configure.open(house.system, configuration.id()), "Macro", 2, List.of(), null);
        var bench = house.configure.open(house.system, configuration.id());
        house.configure.choose(house.system, bench, macro.id(), Choice.take(bench.feature("Alarm")));
        Row met = need(house, account, "Know of theft");
        Row missed = need(house, account, "Power at night");
        Row unlinked = need(house, account, "Be quick");
        Row declined = need(house, account, "Be for nothing");
        house.needs.link(house.system, bench, met.id(), bench.feature("Alarm"), null);
        house.needs.link(house.system, bench, declined.id(), bench.feature("Alarm"), null);
        house.needs.link(house.system, bench, missed.id(), bench.feature("Alarm"), null);
        house.needs.link(house.system, bench, missed.id(), bench.feature("Generator"), null);
        house.records.update(
                house.system,
                Draft.change(now(house, declined), Map.of("state", "declined", "declineReason", "Against thrift")));
        Row contract = contract(house, configuration, macro);
        Event signed = house.events.events().stream()
                .filter(it -> it.type().equals("contract.signed"))
                .findFirst()
                .orElseThrow();
        house.signed.on(signed);
        assertEquals("answered", now(house, met).text("state"));
        assertEquals(contract.text("number") + ": Theft alarm", now(house, met).text("answer"));
        assertEquals(TODAY, now(house, met).get("answered"));
        assertEquals("open", now(house, missed).text("state"));
        assertNull(now(house, missed).get("answered"));
        assertEquals("open", now(house, unlinked).text("state"));
        assertEquals("declined", now(house, declined).text("state"));
        long version = now(house, met).version();
        house.signed.on(signed);
        assertEquals(version, now(house, met).version(), "told twice, answered once");
    }

    private static Row contract(House house, Row configuration, SiteType macro) {
        house.bills.put(
                configuration.id(),
                new BillOfMaterials(
                        configuration.id(),
                        configuration.id(),
                        "EUR",
                        true,
                        1,
                        List.of(macro),
                        List.of(new BillOfMaterials.Line(
                                macro,
                                "Alarm",
                                Map.of("en", "Theft alarm"),
                                1,
                                new BigDecimal(100),
                                new BigDecimal(70),
                                BigDecimal.ZERO,
                                true,
                                ItemKind.HARDWARE))));
        Row list = house.create(
                "price-list",
                "name",
                "All",
                "currency",
                "EUR",
                "region",
                "africa",
                "validFrom",
                TODAY.minusDays(9),
                "floorMargin",
                new BigDecimal(20),
                "ceilingMargin",
                new BigDecimal(40));
        Actor maker = house.person("maker", "administrator");
        Row quote = house.act(maker, "configuration", configuration, "make-quote", "priceList", list.id());
        Row sent = house.act(maker, "quote", quote, "send");
        return house.act(maker, "quote", sent, "accept", "decidedBy", "Ms Dube", "decidedOn", TODAY);
    }
}
