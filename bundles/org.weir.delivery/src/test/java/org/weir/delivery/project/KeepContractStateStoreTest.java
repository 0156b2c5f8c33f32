package org.weir.delivery.project;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.weir.base.api.Ids;
import org.weir.delivery.House;
import org.weir.delivery.acceptance.AcceptanceKind;
import org.weir.delivery.acceptance.CheckResult;
import org.weir.delivery.reading.Reading;
import org.weir.events.api.Event;
import org.weir.records.api.Row;
import org.weir.testkit.database.OnEachDatabase;
import org.weir.testkit.database.Schemas;
import org.weir.testkit.database.TestDatabase;

@Schemas({"access", "records", "relationship", "delivery"})
final class KeepContractStateStoreTest {
    private static String told(House house, Row contract, Row project) {
        new KeepContractState(house.records, house.types, house.access)
                .on(new Event(Ids.next(), "project.changed", "project", project.id(), Instant.EPOCH, null, "{}"));
        return Reading.text(house.again(contract), "state");
    }

    private static void accept(House house, Row project, UUID site) {
        for (Row task : house.all("task", "project==" + project.id() + ";site==" + site)) {
            house.work().finish(house.system, task, House.TODAY, null);
        }
        Row acceptance = house.accept().open(house.system, house.again(project), site, AcceptanceKind.PROVISIONAL);
        Map<UUID, CheckResult> results = house.all("acceptance-check", "acceptance==" + acceptance.id()).stream()
                .collect(Collectors.toMap(Row::id, it -> CheckResult.OK));
        Row checked = house.accept().check(house.system, acceptance, results, Map.of());
        house.accept().sign(house.system, checked, "Nomsa Dube", null);
    }

    @OnEachDatabase
    void a_contract_is_in_delivery_while_its_project_runs_and_fulfilled_when_every_site_is_accepted(
            TestDatabase databases) {
        House house = new House(databases);
        for (String skill : Set.of("planning", "survey", "logistics", "civil", "installation", "commissioning")) {
            house.make("crew", "name", skill + " 1", "skill", skill, "region", "africa", "capacity", 1);
        }
        Row contract = house.contract(house.account("Meridian", "s"), 2, "Urban macro");
        Row project = house.makeProject().of(contract.id()).project();
        house.together().write(house.together().anew(Set.of(project.id())));
        assertEquals("signed", told(house, contract, project));
        var sites = house.all("contract-site", "contract==" + contract.id());
        accept(house, project, Reading.ref(sites.get(0), "site"));
        assertEquals("in-delivery", told(house, contract, project));
        accept(house, project, Reading.ref(sites.get(1), "site"));
        assertEquals("accepted", house.again(project).text("state"));
        Row untold = house.make("contract-site", "name", "Later", "contract", contract.id(), "siteType", "Urban macro");
        assertEquals("in-delivery", told(house, contract, project), "a place that nobody has named is not accepted");
        house.records.delete(house.system, "contract-site", untold.id(), null);
        assertEquals("fulfilled", told(house, contract, project));
        house.change(project, "state", "running");
        assertEquals("fulfilled", told(house, contract, project), "never back");
    }
}
