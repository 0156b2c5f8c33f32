package org.weir.solution.quote;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.weir.base.api.Money;
import org.weir.records.api.Row;
import org.weir.testkit.database.OnEachDatabase;
import org.weir.testkit.database.Schemas;
import org.weir.testkit.database.TestDatabase;

@Schemas({"access", "records", "relationship", "solution"})
final class QuoteStoreTest {
    @OnEachDatabase
    void every_record_of_the_offer_is_kept(TestDatabase databases) {
        House house = new House(databases);
        Row account = house.create("account", "name", "Atlas");
        Row list = house.create(
                "price-list",
                "name",
                "Europe",
                "currency",
                "EUR",
                "validFrom",
                LocalDate.of(2026, 1, 1),
                "floorMargin",
                new BigDecimal(18),
                "ceilingMargin",
                new BigDecimal(34));
        house.create(
                "price",
                "list",
                list.id(),
                "item",
                "R12",
                "label",
                "Rectifier",
                "unitPrice",
                new BigDecimal("2140"),
                "unitCost",
                new BigDecimal("1500"));
        house.create(
                "exchange-rate", "pair", "EUR/USD", "source", "EUR", "target", "USD", "rate", new BigDecimal("1.1"));
        Row quote = house.create(
                "quote",
                "number",
                "Q-1",
                "subject",
                "Power",
                "account",
                account.id(),
                "priceList",
                list.id(),
                "currency",
                "EUR");
        house.create("quote-line", "quote", quote.id(), "label", "Rectifier", "unitPrice", new BigDecimal("2140.00"));
        house.create(
                "approval",
                "subject",
                "Q-1",
                "account",
                account.id(),
                "quote",
                quote.id(),
                "rule",
                "below-floor",
                "reason",
                "Door opener",
                "fingerprint",
                "00");
        Row contract = house.create(
                "contract",
                "number",
                "C-1",
                "subject",
                "Power",
                "account",
                account.id(),
                "amount",
                Money.of("2140.00", "EUR"),
                "signedOn",
                LocalDate.of(2026, 2, 1),
                "quote",
                quote.id());
        house.create(
                "contract-line",
                "label",
                "Rectifier",
                "contract",
                contract.id(),
                "account",
                account.id(),
                "quantity",
                1L,
                "sites",
                1L,
                "unitPrice",
                Money.of("2140.00", "EUR"));
        house.create("contract-site", "name", "North", "contract", contract.id(), "account", account.id());
        assertEquals("draft", quote.text("state"));
        assertEquals("signed", contract.text("state"));
    }
}
