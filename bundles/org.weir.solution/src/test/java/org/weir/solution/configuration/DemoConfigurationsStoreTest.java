package org.weir.solution.configuration;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Map;
import org.weir.records.api.Draft;
import org.weir.records.api.Filter;
import org.weir.records.api.Query;
import org.weir.records.api.Row;
import org.weir.solution.configurator.DemoConfigurations;
import org.weir.testkit.database.OnEachDatabase;
import org.weir.testkit.database.Schemas;
import org.weir.testkit.database.TestDatabase;

@Schemas({"access", "records", "relationship", "solution"})
final class DemoConfigurationsStoreTest {
    @OnEachDatabase
    void the_demo_is_configured_in_full_for_the_customers_that_are_there(TestDatabase databases) throws Exception {
        ConfigurationHouse house = new ConfigurationHouse(databases);
        for (String name : new String[] {"Meridian South Africa", "River Telecom Sichuan", "Nordlicht Netze"}) {
            house.records.create(house.system, Draft.create("account", Map.of("name", name, "kind", "company")));
        }
        new DemoConfigurations(house.records, house.types, house.directory, house.load, house.configure, house.needs)
                .make(house.system);
        Query complete = Query.all("configuration").where(Filter.eq("state", "complete"));
        assertEquals(3, house.records.list(house.system, complete).rows().size());
        Row network = house.records
                .list(house.system, Query.all("configuration").where(Filter.eq("title", "Network energy")))
                .rows()
                .get(0);
        BillOfMaterials bill = house.bills.of(network.id());
        assertEquals(3, bill.siteTypes().size());
        assertEquals(
                12,
                bill.lines().stream()
                        .filter(it -> it.feature().equals("AlarmToNoc"))
                        .mapToLong(BillOfMaterials.Line::total)
                        .sum());
    }
}
