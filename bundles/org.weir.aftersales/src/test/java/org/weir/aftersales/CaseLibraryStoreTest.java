package org.weir.aftersales;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import org.weir.aftersales.servicecase.FindCases;
import org.weir.records.api.Row;
import org.weir.testkit.database.OnEachDatabase;
import org.weir.testkit.database.Schemas;
import org.weir.testkit.database.TestDatabase;

@Schemas({"access", "records", "relationship", "aftersales"})
final class CaseLibraryStoreTest {
    @OnEachDatabase
    void cases_are_found_by_product_and_by_words_in_both_languages(TestDatabase databases) {
        InstalledHouse house = new InstalledHouse(databases);
        Row surge = house.create(
                "service-case",
                "title",
                "Rectifier output fault after a mains dip",
                "problem",
                "Output fault",
                "solution",
                "Swap",
                "products",
                List.of("RECT-3"),
                "keywords",
                List.of("surge", "浪涌"));
        Row fan = house.create(
                "service-case",
                "title",
                "整流模块频繁告警",
                "problem",
                "高温季节过温告警",
                "solution",
                "清理滤网",
                "keywords",
                List.of("过温", "风扇"));
        house.create("service-case", "title", "Ring opens", "problem", "Ring", "solution", "Patch");
        FindCases cases = new FindCases(house.records);
        assertEquals(List.of(surge.id()), ids(cases.like(house.system, "Anything at all", "RECT-3", 5)));
        assertEquals(List.of(surge.id()), ids(cases.like(house.system, "Alarm after surge on mains", null, 5)));
        assertEquals(List.of(fan.id()), ids(cases.like(house.system, "模块过温", null, 5)));
        assertEquals(List.of(), ids(cases.like(house.system, "Printer out of paper", null, 5)));
    }

    @OnEachDatabase
    void a_service_contract_is_prepared_to_begin_when_the_warranty_ends(TestDatabase databases) {
        InstalledHouse house = new InstalledHouse(databases);
        LocalDate end = LocalDate.now(ZoneOffset.UTC).plusDays(30);
        Row system = house.create(
                "installed-system",
                "name",
                "Energy",
                "account",
                house.account("Meridian").id(),
                "warrantyUntil",
                end);
        Row contract = house.read(
                "service-contract",
                Objects.requireNonNull(
                        house.run(house.system, system, "cover", "months", 24L).openId()));
        assertEquals("draft", contract.text("state"));
        assertEquals(end.plusDays(1), contract.get("since"));
        assertEquals(end.plusMonths(24), contract.get("until"));
        assertEquals(List.of(system.id()), contract.refs("systems"));
    }

    private static List<Object> ids(List<FindCases.Found> found) {
        return found.stream().map(it -> (Object) it.row().id()).toList();
    }
}
