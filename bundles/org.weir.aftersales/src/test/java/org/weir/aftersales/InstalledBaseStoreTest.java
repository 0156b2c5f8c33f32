package org.weir.aftersales;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.weir.access.api.Actor;
import org.weir.aftersales.installed.EndsSoon;
import org.weir.base.api.ProblemException;
import org.weir.records.api.Action;
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

    @OnEachDatabase
    void a_swap_keeps_the_old_unit_as_replaced_and_the_new_one_goes_on_in_its_place(TestDatabase databases) {
        InstalledHouse house = new InstalledHouse(databases);
        Row system = house.systemOf(house.account("Meridian"), "Network energy");
        Row old = house.create(
                "unit",
                "label",
                "Rectifier 3 kW",
                "itemCode",
                "RECT-3",
                "serial",
                "R-1001",
                "position",
                "Slot 2",
                "installedOn",
                LocalDate.of(2026, 1, 10),
                "warrantyUntil",
                LocalDate.of(2028, 1, 9),
                "system",
                system.id(),
                "account",
                Objects.requireNonNull(system.ref("account")));
        assertThrows(ProblemException.class, () -> house.run(house.system, old, "swap", "serial", "R-1001"));
        assertThrows(
                ProblemException.class,
                () -> house.run(house.system, old, "swap", "serial", "R-2", "on", LocalDate.of(2026, 1, 9)));
        Action.Done done = house.run(
                house.system, old, "swap", "serial", "R-2002", "revision", "V2", "on", LocalDate.of(2026, 5, 1));
        Row next = house.read("unit", Objects.requireNonNull(done.openId()));
        assertEquals("R-2002", next.text("serial"));
        assertEquals("V2", next.text("revision"));
        assertEquals("Slot 2", next.text("position"));
        assertEquals(LocalDate.of(2028, 1, 9), next.get("warrantyUntil"));
        Row replaced = house.read("unit", old.id());
        assertEquals("replaced", replaced.text("state"));
        assertEquals("R-1001", replaced.text("serial"));
        assertEquals(next.id(), replaced.ref("replacedBy"));
        ProblemException again =
                assertThrows(ProblemException.class, () -> house.run(house.system, replaced, "swap", "serial", "R-3"));
        assertEquals(409, again.status());
    }

    @OnEachDatabase
    void a_serial_number_is_in_service_once_only(TestDatabase databases) {
        InstalledHouse house = new InstalledHouse(databases);
        Row system = house.systemOf(house.account("Meridian"), "Network energy");
        UUID account = Objects.requireNonNull(system.ref("account"));
        Object[] unit = {
            "label", "Rectifier", "itemCode", "RECT-3", "serial", "R-1", "system", system.id(), "account", account
        };
        house.create("unit", unit);
        ProblemException refused = assertThrows(ProblemException.class, () -> house.create("unit", unit));
        assertEquals("serial", refused.fields().get(0).field());
    }

    @OnEachDatabase
    void a_service_contract_covers_only_the_systems_of_its_customer_and_is_renewed(TestDatabase databases) {
        InstalledHouse house = new InstalledHouse(databases);
        Row meridian = house.account("Meridian");
        Row foreign = house.systemOf(house.account("Savanna"), "Radio");
        ProblemException refused = assertThrows(
                ProblemException.class,
                () -> house.create(
                        "service-contract", "name", "S", "account", meridian.id(), "systems", List.of(foreign.id())));
        assertEquals("systems", refused.fields().get(0).field());
        LocalDate until = LocalDate.now(ZoneOffset.UTC).plusDays(40);
        Row contract = house.create("service-contract", "name", "S", "account", meridian.id(), "until", until);
        house.run(house.system, contract, "renew", "months", 24L);
        assertEquals(
                until.plusMonths(24),
                house.read("service-contract", contract.id()).get("until"));
    }

    @OnEachDatabase
    void the_author_never_reviews_the_own_case_and_new_words_ask_for_a_new_review(TestDatabase databases) {
        InstalledHouse house = new InstalledHouse(databases);
        for (String login : List.of("grace", "kofi")) {
            house.directory.save(house.system, InstalledHouse.user(login, "africa", "service-manager"), null);
        }
        Actor kofi = house.actor("kofi");
        Row draft = house.records.create(
                kofi,
                Draft.create(
                        "service-case",
                        InstalledHouse.values("title", "Rectifier alarm", "problem", "Alarm", "solution", "Swap")));
        assertEquals(kofi.user(), draft.ref("owner"));
        assertThrows(ProblemException.class, () -> house.run(kofi, draft, "review"));
        Actor grace = house.actor("grace");
        house.run(grace, draft, "review");
        Row reviewed = house.read("service-case", draft.id());
        assertEquals("reviewed", reviewed.text("state"));
        assertEquals(grace.user(), reviewed.ref("reviewedBy"));
        house.records.update(grace, Draft.change(reviewed, InstalledHouse.values("solution", "Swap the fan")));
        assertEquals("draft", house.read("service-case", draft.id()).text("state"));
    }

    @OnEachDatabase
    void what_ends_within_sixty_days_is_told_to_the_owner_and_the_account_team(TestDatabase databases) {
        InstalledHouse house = new InstalledHouse(databases);
        for (String login : List.of("grace", "kofi")) {
            house.directory.save(
                    house.system, InstalledHouse.user(login, "africa", "region-manager", "service-manager"), null);
        }
        Actor grace = house.actor("grace");
        Actor kofi = house.actor("kofi");
        LocalDate today = LocalDate.now(ZoneOffset.UTC);
        Row account = house.account("Meridian");
        house.create("account-member", "account", account.id(), "member", kofi.user(), "part", "service");
        Row owned = house.create(
                "installed-system",
                "name",
                "A",
                "account",
                account.id(),
                "warrantyUntil",
                today.plusDays(59),
                "owner",
                grace.user());
        house.create("installed-system", "name", "B", "account", account.id(), "warrantyUntil", today.plusDays(61));
        house.create("installed-system", "name", "C", "account", account.id(), "warrantyUntil", today.minusDays(1));
        house.create("service-contract", "name", "S", "account", account.id(), "until", today);
        EndsSoon soon = new EndsSoon(house.records);
        assertEquals(
                List.of(owned.id()),
                soon.warranties(grace, today).stream().map(Row::id).toList());
        assertEquals(1, soon.warranties(kofi, today).size());
        assertEquals(0, soon.contracts(grace, today).size());
        assertEquals(1, soon.contracts(kofi, today).size());
    }
}
