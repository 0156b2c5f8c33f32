package org.weir.aftersales;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import org.weir.base.api.ProblemException;
import org.weir.records.api.Draft;
import org.weir.records.api.Row;
import org.weir.testkit.database.OnEachDatabase;
import org.weir.testkit.database.Schemas;
import org.weir.testkit.database.TestDatabase;

@Schemas({"access", "records", "relationship", "aftersales"})
final class InstalledBaseStoreTest {
    @OnEachDatabase
    void without_delivery_the_installed_base_is_kept_by_hand(TestDatabase databases) {
        InstalledHouse house = new InstalledHouse(databases);
        Row account = house.account("Meridian South Africa");
        Row system = house.systemOf(account, "Network energy, Soweto North");
        Row unit = house.unit(system, "Rectifier 3 kW", "R-1001");
        assertEquals("in-service", unit.text("state"));
        assertEquals(0, BigDecimal.ONE.compareTo((BigDecimal) unit.get("quantity")));
        assertEquals(1, house.all("unit", "system", system.id()).size());
    }

    @OnEachDatabase
    void a_unit_never_belongs_to_another_customer_than_its_system(TestDatabase databases) {
        InstalledHouse house = new InstalledHouse(databases);
        Row system = house.systemOf(house.account("Meridian"), "Network energy");
        Row other = house.account("Savanna");
        ProblemException refused = assertThrows(
                ProblemException.class,
                () -> house.create("unit", "label", "Rectifier", "system", system.id(), "account", other.id()));
        assertEquals("system", refused.fields().get(0).field());
        Row unit = house.unit(system, "Rectifier", "R-1");
        assertThrows(
                ProblemException.class,
                () -> house.records.update(
                        house.system, Draft.change(unit, InstalledHouse.values("quantity", BigDecimal.ZERO))));
    }
}
