package org.weir.aftersales;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.weir.aftersales.installed.OnSiteAccepted;
import org.weir.base.api.Ids;
import org.weir.events.api.Event;
import org.weir.events.delivery.Patience;
import org.weir.events.embed.Events;
import org.weir.records.api.Row;
import org.weir.testkit.OpenGate;
import org.weir.testkit.database.OnEachDatabase;
import org.weir.testkit.database.Schemas;
import org.weir.testkit.database.TestDatabase;

@Schemas({"access", "records", "events", "relationship", "solution", "delivery", "aftersales"})
final class AcceptanceStoreTest {
    private static final Events.Settings QUICK = new Events.Settings(
            new Patience(List.of(Duration.ofMillis(5), Duration.ofMillis(5))), Duration.ofMillis(20), Duration.ZERO);

    @OnEachDatabase
    void an_accepted_site_becomes_a_system_with_the_units_the_contract_lists(TestDatabase databases) {
        InstalledHouse house = new InstalledHouse(databases).withTheChain();
        Delivered delivered = new Delivered(house);
        Row acceptance = delivered.accepted(delivered.soweto, "provisional", "2026-03-01T22:30:00Z");
        Row system = house.install().take(acceptance.id()).orElseThrow();
        assertEquals("Urban macro · Soweto North", system.text("name"));
        assertEquals(LocalDate.of(2026, 3, 2), system.get("acceptedOn"), "the day where the site is");
        assertEquals(LocalDate.of(2028, 3, 1), system.get("warrantyUntil"));
        assertEquals(delivered.contract.id(), system.ref("contract"));
        assertTrue(String.valueOf(system.get("number")).startsWith("I-"));
        List<Row> units = house.all("unit", "system", system.id());
        assertEquals(5, units.size(), "three rectifiers of their own, the cells together, the alarm, no installation");
        assertEquals(
                3,
                units.stream()
                        .filter(it -> "RECT-3".equals(it.text("itemCode")))
                        .count());
        Row cells = units.stream()
                .filter(it -> "CELL".equals(it.text("itemCode")))
                .findFirst()
                .orElseThrow();
        assertEquals(0, BigDecimal.valueOf(48).compareTo((BigDecimal) cells.get("quantity")));
        assertEquals(system.get("warrantyUntil"), cells.get("warrantyUntil"));
    }

    @OnEachDatabase
    void the_first_site_brings_the_service_contract_and_the_others_come_under_it(TestDatabase databases) {
        InstalledHouse house = new InstalledHouse(databases).withTheChain();
        Delivered delivered = new Delivered(house);
        UUID soweto = house.install()
                .take(delivered
                        .accepted(delivered.soweto, "provisional", "2026-03-01T10:00:00Z")
                        .id())
                .orElseThrow()
                .id();
        UUID ridge = house.install()
                .take(delivered
                        .accepted(delivered.ridge, "provisional", "2026-04-01T10:00:00Z")
                        .id())
                .orElseThrow()
                .id();
        List<Row> service = house.all("service-contract", "contract", delivered.contract.id());
        assertEquals(1, service.size());
        assertEquals(List.of(soweto, ridge), service.get(0).refs("systems"));
        assertEquals("Network energy, 2 sites", service.get(0).text("name"));
        assertEquals(LocalDate.of(2026, 3, 1), service.get(0).get("since"));
        assertEquals(LocalDate.of(2028, 3, 31), service.get(0).get("until"), "as long as the longest warranty");
        assertEquals(1, house.all("unit", "system", ridge).size() / 2, "found by the site's name");
    }

    @OnEachDatabase
    void taking_an_acceptance_twice_changes_nothing_and_the_final_one_is_noted(TestDatabase databases) {
        InstalledHouse house = new InstalledHouse(databases).withTheChain();
        Delivered delivered = new Delivered(house);
        Row provisional = delivered.accepted(delivered.soweto, "provisional", "2026-03-01T10:00:00Z");
        Row first = house.install().take(provisional.id()).orElseThrow();
        Row again = house.install().take(provisional.id()).orElseThrow();
        assertEquals(first.id(), again.id());
        assertEquals(first.version(), again.version());
        assertEquals(5, house.all("unit", "system", first.id()).size());
        Row end = delivered.accepted(delivered.soweto, "final", "2026-06-01T10:00:00Z");
        house.install().take(end.id());
        house.install().take(end.id());
        Row after = house.read("installed-system", first.id());
        assertEquals(LocalDate.of(2026, 6, 1), after.get("finallyAcceptedOn"));
        assertEquals(first.get("warrantyUntil"), after.get("warrantyUntil"));
        assertEquals(first.version() + 1, after.version());
        assertEquals(
                1,
                house.all("installed-system", "account", delivered.account.id()).size());
    }

    @OnEachDatabase
    void sites_accepted_before_the_bundle_was_there_are_installed_when_it_comes(TestDatabase databases)
            throws InterruptedException {
        InstalledHouse house = new InstalledHouse(databases).withTheChain();
        Delivered delivered = new Delivered(house);
        try (Events events = new Events(databases.schema("events"), new OpenGate(), Clock.systemUTC(), QUICK).start()) {
            for (Row site : List.of(delivered.soweto, delivered.ridge)) {
                Row acceptance = delivered.accepted(site, "provisional", "2026-03-01T10:00:00Z");
                databases.schema("delivery").perform(handle -> events.log()
                        .append(new Event(
                                Ids.next(),
                                "site.accepted",
                                "site-acceptance",
                                acceptance.id(),
                                Instant.now(),
                                null,
                                "{\"kind\":\"provisional\"}")));
            }
            assertEquals(
                    0,
                    house.all("installed-system", "account", delivered.account.id())
                            .size());
            events.deliveries().add(new OnSiteAccepted(house.install(), house.types));
            while (house.all("installed-system", "account", delivered.account.id())
                            .size()
                    < 2) {
                Thread.sleep(10);
                assertEquals(0, events.deliveries().count(), () -> events.deliveries()
                        .newest(1)
                        .toString());
            }
        }
        assertEquals(
                2,
                house.all("service-contract", "contract", delivered.contract.id())
                        .get(0)
                        .refs("systems")
                        .size());
    }

    @OnEachDatabase
    void an_acceptance_that_is_not_signed_installs_nothing(TestDatabase databases) {
        InstalledHouse house = new InstalledHouse(databases).withTheChain();
        Delivered delivered = new Delivered(house);
        Row open = house.create(
                "site-acceptance",
                "site",
                delivered.soweto.id(),
                "account",
                delivered.account.id(),
                "project",
                delivered.project.id());
        assertTrue(house.install().take(open.id()).isEmpty());
        assertTrue(house.install().take(Ids.next()).isEmpty());
    }
}
