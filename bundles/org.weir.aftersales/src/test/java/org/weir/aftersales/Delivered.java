package org.weir.aftersales;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.weir.base.api.Money;
import org.weir.records.api.Row;

/** A contract over two sites of two types, in delivery. */
final class Delivered {
    final Row account;
    final Row soweto;
    final Row ridge;
    final Row contract;
    final Row project;
    private final InstalledHouse house;

    Delivered(InstalledHouse house) {
        this.house = house;
        account = house.account("Meridian South Africa");
        soweto = house.create("site", "name", "Soweto North", "account", account.id(), "zone", "Africa/Johannesburg");
        ridge = house.create("site", "name", "Polokwane Ridge", "account", account.id());
        Row prices = house.create(
                "price-list",
                "name",
                "List",
                "currency",
                "USD",
                "validFrom",
                LocalDate.of(2026, 1, 1),
                "floorMargin",
                BigDecimal.TEN,
                "ceilingMargin",
                BigDecimal.valueOf(40));
        Row quote = house.create(
                "quote",
                "subject",
                "Network energy",
                "account",
                account.id(),
                "priceList",
                prices.id(),
                "currency",
                "USD",
                "pricedOn",
                LocalDate.of(2026, 1, 1),
                "state",
                "accepted");
        contract = house.create(
                "contract",
                "subject",
                "Network energy, 2 sites",
                "account",
                account.id(),
                "amount",
                Money.of("1000", "USD"),
                "signedOn",
                LocalDate.of(2026, 2, 1),
                "quote",
                quote.id());
        line("Rectifier 3 kW", "RECT-3", "Urban macro", 3);
        line("Battery cell", "CELL", "Urban macro", 48);
        line("Installation", "INST", "Urban macro", 2, "service");
        line("Alarm", "ALARM", "Urban macro", 1, "software");
        line("Solar panel", "PV-450", "Rural solar", 2);
        site(soweto, "Urban macro");
        house.create(
                "contract-site",
                "name",
                "Polokwane Ridge",
                "contract",
                contract.id(),
                "account",
                account.id(),
                "siteType",
                "Rural solar");
        project =
                house.create("project", "title", "Network energy", "account", account.id(), "contract", contract.id());
    }

    private void line(String label, String item, String siteType, int quantity) {
        line(label, item, siteType, quantity, "hardware");
    }

    private void line(String label, String item, String siteType, int quantity, String kind) {
        house.create(
                "contract-line",
                "label",
                label,
                "contract",
                contract.id(),
                "account",
                account.id(),
                "siteType",
                siteType,
                "item",
                item,
                "kind",
                kind,
                "quantity",
                (long) quantity,
                "sites",
                1L,
                "unitPrice",
                Money.of("10", "USD"));
    }

    private void site(Row site, String siteType) {
        house.create(
                "contract-site",
                "name",
                "A " + siteType,
                "contract",
                contract.id(),
                "account",
                account.id(),
                "siteType",
                siteType,
                "site",
                site.id());
    }

    /** @param kind {@code provisional} or {@code final} */
    Row accepted(Row site, String kind, String at) {
        return house.create(
                "site-acceptance",
                "site",
                site.id(),
                "account",
                account.id(),
                "project",
                project.id(),
                "kind",
                kind,
                "state",
                "signed",
                "signedBy",
                "Nomsa Dlamini",
                "signedAt",
                Instant.parse(at));
    }
}
