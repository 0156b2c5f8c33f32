package org.weir.aftersales;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.weir.base.api.ProblemException;
import org.weir.records.api.Row;
import org.weir.testkit.database.OnEachDatabase;
import org.weir.testkit.database.Schemas;
import org.weir.testkit.database.TestDatabase;

@Schemas({"access", "records", "relationship", "calendar", "aftersales"})
final class TicketOfAnotherCustomerStoreTest {
    @OnEachDatabase
    void a_ticket_on_another_customers_unit_system_or_site_is_refused_at_that_field(TestDatabase databases) {
        InstalledHouse house = new InstalledHouse(databases).withTickets();
        Row theirs = house.account("Savanna");
        Row ours = house.account("Meridian");
        Row site = house.create("site", "name", "Soweto North", "account", theirs.id());
        Row system = house.create("installed-system", "name", "Energy", "account", theirs.id(), "site", site.id());
        Row unit = house.unit(system, "Rectifier", "R-1");
        for (Object[] of : new Object[][] {{"unit", unit}, {"installedSystem", system}, {"site", site}}) {
            ProblemException refused = assertThrows(
                    ProblemException.class,
                    () -> house.create(
                            "ticket", "title", "Alarm", "account", ours.id(), (String) of[0], ((Row) of[1]).id()));
            assertEquals(of[0], refused.fields().get(0).field());
            assertEquals(
                    "ticket.of-another-customer", refused.fields().get(0).text().key());
        }
    }
}
