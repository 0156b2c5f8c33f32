package org.weir.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.weir.records.api.Row;
import org.weir.testkit.database.OnEachDatabase;
import org.weir.testkit.database.Schemas;
import org.weir.testkit.database.TestDatabase;

@Schemas({"access", "records", "relationship", "delivery"})
final class DeliveryStoreTest {
    @OnEachDatabase
    void every_record_of_delivery_is_kept_and_found_again(TestDatabase databases) {
        House house = new House(databases);
        Row account = house.account("Meridian", "s");
        Row site = house.make("site", "name", "Soweto North", "account", account.id());
        Row template = house.make("project-template", "name", "Roll-out");
        Row step = house.make(
                "template-step",
                "template",
                template.id(),
                "ordinal",
                10,
                "name",
                "Survey",
                "applies",
                "site",
                "halfDays",
                1,
                "skill",
                "survey",
                "checklist",
                List.of("Access agreed", "Photos taken"));
        Row next = house.make(
                "template-step",
                "template",
                template.id(),
                "ordinal",
                20,
                "name",
                "Install",
                "halfDays",
                2,
                "skill",
                "installation");
        house.make("template-link", "template", template.id(), "fromStep", step.id(), "toStep", next.id());
        Row crew = house.make("crew", "name", "Survey 1", "skill", "survey", "region", "africa", "capacity", 1);
        house.make("crew-absence", "crew", crew.id(), "firstDay", House.TODAY, "lastDay", House.TODAY.plusDays(2));
        Row project = house.make("project", "title", "Network energy", "account", account.id());
        Row task = house.make(
                "task",
                "name",
                "Survey",
                "project",
                project.id(),
                "account",
                account.id(),
                "site",
                site.id(),
                "skill",
                "survey",
                "crew",
                crew.id());
        Row after = house.make(
                "task", "name", "Install", "project", project.id(), "account", account.id(), "skill", "installation");
        house.make("task-link", "project", project.id(), "fromTask", task.id(), "toTask", after.id());
        Row acceptance =
                house.make("site-acceptance", "site", site.id(), "account", account.id(), "project", project.id());
        house.make(
                "acceptance-check",
                "acceptance",
                acceptance.id(),
                "account",
                account.id(),
                "ordinal",
                1,
                "subject",
                "Earthed");
        house.make("punch-item", "acceptance", acceptance.id(), "account", account.id(), "subject", "Label missing");
        assertEquals("planned", house.again(project).text("state"));
        assertEquals(List.of("Access agreed", "Photos taken"), house.again(step).list("checklist"));
        assertEquals(1, house.all("task", "site.name==\"Soweto North\"").size());
        assertEquals("minor", house.all("punch-item", "done==false").get(0).text("severity"));
        assertEquals(
                "Soweto North",
                house.records
                        .titles(house.system, "site-acceptance", List.of(acceptance.id()))
                        .get(acceptance.id()));
    }
}
