package org.weir.relationship;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.weir.base.api.Money;
import org.weir.base.api.ProblemException;
import org.weir.records.api.Draft;
import org.weir.records.api.Row;
import org.weir.testkit.database.OnEachDatabase;
import org.weir.testkit.database.Schemas;
import org.weir.testkit.database.TestDatabase;

@Schemas({"access", "records", "relationship"})
final class ChainTypesStoreTest {
    private static Row make(House house, String type, Map<String, ?> values) {
        return house.records.create(house.system, Draft.create(type, values));
    }

    @OnEachDatabase
    void leads_opportunities_and_needs_of_an_account_are_kept_with_all_they_refer_to(TestDatabase databases) {
        House house = new House(databases);
        Row account = house.account("Atlas", "employees", 2_822L, "revenueMillions", new BigDecimal("1100.04"));
        Row person = make(house, "person", Map.of("name", "Gu Li"));
        Row product = make(
                house,
                "product",
                Map.of("name", "Site power", "series", "SP", "listPrice", Money.of("4821.50", "USD")));
        Row rival = make(house, "competitor", Map.of("name", "Other Networks"));
        Row boss = make(house, "seller", Map.of("name", "Ada"));
        Row seller = make(house, "seller", Map.of("name", "Ben", "manager", boss.id(), "office", "East"));
        Row lead = make(house, "lead", Map.of("title", "Diesel", "account", account.id(), "person", person.id()));
        Row opportunity = make(
                house,
                "opportunity",
                Map.of(
                        "title", "Twelve sites",
                        "account", account.id(),
                        "lead", lead.id(),
                        "amount", Money.of("640000.00", "USD"),
                        "product", product.id(),
                        "seller", seller.id(),
                        "competitors", List.of(rival.id()),
                        "expectedClose", LocalDate.of(2027, 3, 1),
                        "externalKey", "1C1I7A6R"));
        Row chain = make(
                house,
                "opportunity-person",
                Map.of("person", person.id(), "opportunity", opportunity.id(), "part", "decides", "support", -1L));
        Row need = make(
                house,
                "need",
                Map.of("title", "Less diesel", "account", account.id(), "opportunity", opportunity.id()));
        assertEquals(
                "prospecting",
                house.records
                        .read(house.system, "opportunity", opportunity.id())
                        .text("stage"));
        assertEquals("open", house.records.read(house.system, "need", need.id()).text("state"));
        assertEquals(
                3L,
                house.records
                        .read(house.system, "opportunity-person", chain.id())
                        .get("weight"));
        assertEquals(
                1,
                house.records
                        .list(house.system, house.query("opportunity", "competitors.name==Other*;account.name==Atlas"))
                        .rows()
                        .size());
    }

    @OnEachDatabase
    void an_account_has_one_site_of_a_name_and_it_lies_on_the_earth(TestDatabase databases) {
        House house = new House(databases);
        Row account = house.account("Atlas");
        Row other = house.account("Other");
        make(house, "site", Map.of("name", "Ridge", "account", account.id(), "zone", "Africa/Johannesburg"));
        make(house, "site", Map.of("name", "Ridge", "account", other.id()));
        ProblemException taken = assertThrows(
                ProblemException.class, () -> make(house, "site", Map.of("name", "RIDGE", "account", account.id())));
        assertEquals("name", taken.fields().get(0).field());
        ProblemException nowhere = assertThrows(
                ProblemException.class,
                () -> make(
                        house,
                        "site",
                        Map.of("name", "Moon", "account", account.id(), "latitude", new BigDecimal("91"))));
        assertEquals("latitude", nowhere.fields().get(0).field());
    }
}
