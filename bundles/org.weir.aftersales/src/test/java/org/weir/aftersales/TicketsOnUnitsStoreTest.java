package org.weir.aftersales;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Objects;
import org.weir.base.api.ProblemException;
import org.weir.records.api.Action;
import org.weir.records.api.Query;
import org.weir.records.api.Row;
import org.weir.testkit.database.OnEachDatabase;
import org.weir.testkit.database.Schemas;
import org.weir.testkit.database.TestDatabase;

@Schemas({"access", "records", "relationship", "calendar", "aftersales"})
final class TicketsOnUnitsStoreTest {
    @OnEachDatabase
    void a_ticket_opened_on_a_unit_knows_its_place_its_contract_and_its_sla(TestDatabase databases) {
        InstalledHouse house = new InstalledHouse(databases).withTickets();
        assertTrue(house.slas().seed());
        assertFalse(house.slas().seed(), "once");
        Row account = house.account("Meridian");
        Row site = house.create("site", "name", "Soweto North", "account", account.id());
        Row system = house.create("installed-system", "name", "Energy", "account", account.id(), "site", site.id());
        Row unit = house.unit(system, "Rectifier", "R-1");
        assertEquals(site.id(), unit.ref("site"), "a unit stands where its system stands");
        Row gold = house.all("sla", "name", "Gold 24×7").get(0);
        house.create("service-contract", "name", "All else", "account", account.id());
        Row contract = house.create(
                "service-contract",
                "name",
                "Energy",
                "account",
                account.id(),
                "sla",
                gold.id(),
                "systems",
                List.of(system.id()));
        Action.Done done =
                house.run(house.system, unit, "open-ticket", "title", "Rectifier alarm", "severity", "major");
        Row ticket = house.read("ticket", Objects.requireNonNull(done.openId()));
        assertEquals(unit.id(), ticket.ref("unit"));
        assertEquals(system.id(), ticket.ref("installedSystem"));
        assertEquals(site.id(), ticket.ref("site"));
        assertEquals(contract.id(), ticket.ref("serviceContract"));
        assertEquals(gold.id(), ticket.ref("sla"));
        assertEquals("new", ticket.text("state"));
        Row other = house.read(
                "ticket",
                Objects.requireNonNull(
                        house.run(house.system, account, "open-ticket", "title", "A question", "severity", "question")
                                .openId()));
        assertNull(other.ref("unit"));
        assertEquals(
                "All else",
                house.read("service-contract", Objects.requireNonNull(other.ref("serviceContract")))
                        .text("name"));
    }

    @OnEachDatabase
    void a_closed_ticket_is_rated_once_and_becomes_a_case_that_is_reused(TestDatabase databases) {
        InstalledHouse house = new InstalledHouse(databases).withTickets();
        Row account = house.account("Meridian");
        Row ticket = house.create("ticket", "title", "Alarm", "account", account.id(), "severity", "major");
        Row later = house.create("ticket", "title", "Alarm again", "account", account.id(), "severity", "minor");
        assertThrows(ProblemException.class, () -> house.run(house.system, ticket, "write-case"));
        house.run(house.system, ticket, "resolve", "resolution", "Rectifier swapped");
        assertThrows(ProblemException.class, () -> house.run(house.system, ticket, "rate", "score", "five"));
        house.run(house.system, ticket, "close", "confirmedBy", "Nomsa");
        house.run(house.system, ticket, "rate", "score", "four", "words", "Well done");
        assertEquals(4L, house.read("ticket", ticket.id()).get("csat"));
        assertEquals(
                4L, house.all("satisfaction", "account", account.id()).get(0).get("score"));
        assertEquals(
                409,
                assertThrows(ProblemException.class, () -> house.run(house.system, ticket, "rate", "score", "one"))
                        .status());
        Action.Done written = house.run(house.system, ticket, "write-case", "cause", "Surge");
        Row made = house.read("service-case", Objects.requireNonNull(written.openId()));
        assertEquals("Alarm", made.text("title"));
        assertEquals("Rectifier swapped", made.text("solution"));
        assertEquals(ticket.id(), made.ref("ticket"));
        house.run(house.system, made, "reuse", "ticket", later.id());
        assertEquals(1L, house.read("service-case", made.id()).get("reuseCount"));
        assertEquals(
                409,
                assertThrows(ProblemException.class, () -> house.run(house.system, made, "reuse", "ticket", later.id()))
                        .status());
    }

    @OnEachDatabase
    void the_demo_has_tickets_in_all_states_a_rated_story_and_a_case_that_waits(TestDatabase databases)
            throws Exception {
        InstalledHouse house = new InstalledHouse(databases).withTickets().withDemo();
        List<Row> tickets =
                house.records.list(house.system, Query.all("ticket").limit(500)).rows();
        assertEquals(31, tickets.size());
        assertEquals(
                7,
                tickets.stream().map(it -> it.text("state")).distinct().count(),
                () -> tickets.stream().map(it -> it.text("state")).distinct().toList() + "");
        Row story =
                house.all("ticket", "title", "Rectifier alarm at Soweto North").get(0);
        assertEquals(5L, story.get("csat"));
        assertEquals(1, house.all("service-case", "state", "draft").size());
        assertEquals(2, house.all("service-case", "state", "reviewed").size());
        assertTrue(house.all("unit", "state", "replaced").size() == 1);
    }
}
