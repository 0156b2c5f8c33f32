package org.weir.delivery;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.base.api.ProblemException;
import org.weir.delivery.acceptance.AcceptanceKind;
import org.weir.delivery.acceptance.CheckResult;
import org.weir.delivery.planning.Plan;
import org.weir.records.api.Row;
import org.weir.testkit.database.OnEachDatabase;
import org.weir.testkit.database.Schemas;
import org.weir.testkit.database.TestDatabase;

@Schemas({"access", "records", "relationship", "delivery"})
final class FromContractToAcceptanceStoreTest {
    private static final LocalDate TODAY = House.TODAY;

    private static House house(TestDatabase databases) {
        House house = new House(databases);
        for (String skill : List.of("planning", "survey", "logistics", "civil", "installation", "commissioning")) {
            house.make("crew", "name", skill + " 1", "skill", skill, "region", "africa", "capacity", 1);
        }
        return house;
    }

    private static Row planned(House house, Row contract) {
        Row project = house.makeProject().of(contract.id()).project();
        house.together().write(house.together().anew(Set.of(project.id())));
        return house.again(project);
    }

    private static LocalDate date(Row row, String field) {
        return (LocalDate) assertNotNullAnd(row.get(field), field);
    }

    private static Object assertNotNullAnd(@Nullable Object value, String field) {
        assertNotNull(value, field);
        return value;
    }

    private static void doAll(House house, Row project, UUID site) {
        for (Row task : house.all("task", "project==" + project.id() + ";site==" + site)) {
            house.work().finish(house.system, task, TODAY, null);
        }
    }

    @OnEachDatabase
    void a_contract_becomes_one_project_with_a_breakdown_per_site_however_often_it_is_told(TestDatabase databases) {
        House house = house(databases);
        Row contract = house.contract(house.account("Meridian", "s"), 3, "Urban macro", "Rural solar");
        Row project = house.makeProject().of(contract.id()).project();
        house.makeProject().of(contract.id());
        assertEquals(1, house.all("project", "contract==" + contract.id()).size());
        assertEquals(2 + 6 * 6, house.all("task", "project==" + project.id()).size());
        assertEquals(100L, project.get("priority"));
        Set<String> names = new HashSet<>();
        house.all("task", "project==" + project.id()).forEach(it -> names.add(String.valueOf(it.get("name"))));
        assertTrue(names.contains("Install · Rural solar 2"), names.toString());
        assertEquals(1, house.all("project-template", "name==*").size());
    }

    @OnEachDatabase
    void a_site_told_later_joins_the_project_once(TestDatabase databases) {
        House house = house(databases);
        Row account = house.account("Meridian", "s");
        Row contract = house.contract(account, 1, "Urban macro");
        Row open = house.make(
                "contract-site", "name", "Urban macro 2", "contract", contract.id(), "siteType", "Urban macro");
        assertEquals(1, house.makeProject().of(contract.id()).unnamed());
        Row site = house.make("site", "name", "Polokwane Ridge", "account", account.id());
        house.change(open, "site", site.id());
        assertEquals(1, house.makeProject().of(contract.id()).sites());
        assertEquals(0, house.makeProject().of(contract.id()).sites());
        assertEquals(6, house.all("task", "site==" + site.id()).size());
        UUID kickoff = house.all("task", "site=null=true;ordinal==10").get(0).id();
        assertEquals(2, house.all("task-link", "fromTask==" + kickoff).size());
    }

    @OnEachDatabase
    void the_plan_keeps_links_crews_weekends_and_days_off_and_says_why_tasks_wait(TestDatabase databases) {
        House house = house(databases);
        Row civil = house.all("crew", "skill==civil").get(0);
        house.make("crew-absence", "crew", civil.id(), "firstDay", TODAY.plusDays(3), "lastDay", TODAY.plusDays(11));
        Row project = planned(house, house.contract(house.account("Meridian", "s"), 4, "Urban macro"));
        List<Row> tasks = house.all("task", "project==" + project.id());
        Map<UUID, Row> byId = new HashMap<>();
        tasks.forEach(it -> byId.put(it.id(), it));
        Map<String, UUID> taken = new HashMap<>();
        for (Row task : tasks) {
            for (LocalDate day = date(task, "plannedStart");
                    !day.isAfter(date(task, "plannedFinish"));
                    day = day.plusDays(1)) {
                boolean ends = day.equals(date(task, "plannedStart")) || day.equals(date(task, "plannedFinish"));
                boolean weekend = day.getDayOfWeek() == DayOfWeek.SATURDAY || day.getDayOfWeek() == DayOfWeek.SUNDAY;
                assertFalse(ends && weekend, () -> task.get("name") + " on a weekend");
            }
            if (Long.valueOf(1).equals(task.get("halfDays"))) {
                String slot = task.ref("crew") + " " + task.get("plannedStart") + " " + task.get("plannedStartHalf");
                assertEquals(null, taken.put(slot, task.id()), slot);
            }
        }
        for (Row link : house.all("task-link", "project==" + project.id() + ";kind==fs")) {
            Row from = Objects.requireNonNull(byId.get(link.ref("fromTask")));
            Row to = Objects.requireNonNull(byId.get(link.ref("toTask")));
            assertFalse(
                    date(to, "plannedStart").isBefore(date(from, "plannedFinish")),
                    () -> to.get("name") + " too early");
        }
        for (Row task : house.all("task", "crew==" + civil.id())) {
            LocalDate start = date(task, "plannedStart");
            assertFalse(
                    !start.isBefore(TODAY.plusDays(3)) && !start.isAfter(TODAY.plusDays(11)),
                    () -> "civil at " + start);
        }
        Set<String> reasons = new HashSet<>();
        tasks.forEach(it -> reasons.add(String.valueOf(it.get("waitReason"))));
        assertTrue(reasons.containsAll(Set.of("none", "link", "crew")), reasons.toString());
        assertTrue(tasks.stream().anyMatch(it -> Boolean.TRUE.equals(it.get("critical"))));
        assertEquals(project.get("plannedFinish"), project.get("baselineFinish"));
    }

    @OnEachDatabase
    void two_projects_share_a_crew_and_never_have_it_at_the_same_time(TestDatabase databases) {
        House house = house(databases);
        planned(house, house.contract(house.account("Meridian", "s"), 2, "Urban macro"));
        planned(house, house.contract(house.account("Namib", "c"), 2, "Urban macro"));
        Set<String> slots = new HashSet<>();
        for (Row task : house.all("task", "skill==survey")) {
            String slot = task.ref("crew") + " " + task.get("plannedStart") + " " + task.get("plannedStartHalf");
            assertTrue(slots.add(slot), slot);
        }
        assertEquals(4, slots.size());
    }

    @OnEachDatabase
    void what_closes_a_circle_is_refused_and_named(TestDatabase databases) {
        House house = house(databases);
        Row project = house.makeProject()
                .of(house.contract(house.account("Meridian", "s"), 1, "Urban macro")
                        .id())
                .project();
        UUID survey = house.all("task", "name==Survey*").get(0).id();
        UUID install = house.all("task", "name==Install*").get(0).id();
        ProblemException refused = assertThrows(
                ProblemException.class,
                () -> house.make("task-link", "project", project.id(), "fromTask", install, "toTask", survey));
        assertEquals("toTask", refused.fields().get(0).field());
        String circle = String.valueOf(refused.fields().get(0).text().args().get(0));
        assertTrue(circle.startsWith("Install · Urban macro 1 → Survey · Urban macro 1 → "), circle);
        assertTrue(circle.endsWith("→ Install · Urban macro 1"), circle);
    }

    @OnEachDatabase
    void a_crew_whose_calendar_never_works_is_named_and_nothing_is_written(TestDatabase databases) {
        House house = house(databases);
        Row calendar = house.make("work-calendar", "name", "Never");
        house.change(house.all("crew", "skill==survey").get(0), "calendar", calendar.id());
        Row project = house.makeProject()
                .of(house.contract(house.account("Meridian", "s"), 1, "Urban macro")
                        .id())
                .project();
        ProblemException refused =
                assertThrows(ProblemException.class, () -> house.together().anew(Set.of(project.id())));
        assertEquals("delivery.plan.calendar-no-work", refused.text().key());
        assertEquals(List.of("survey 1"), refused.text().args());
        assertEquals(null, house.again(project).get("plannedStart"));
    }

    @OnEachDatabase
    void a_held_task_moves_what_follows_and_nothing_else_and_can_be_looked_at_first(TestDatabase databases) {
        House house = house(databases);
        Row project = planned(house, house.contract(house.account("Meridian", "s"), 2, "Urban macro"));
        Row documents = house.all("task", "ordinal==80").get(0);
        LocalDate until = date(documents, "plannedStart").plusDays(14);
        Plan plan = house.together().shifted(Map.of(documents.id(), until));
        assertEquals(
                List.of(documents.id()),
                plan.moves().stream().map(Plan.Move::task).toList());
        assertEquals(documents.get("plannedStart"), house.again(documents).get("plannedStart"));
        Row kickoff = house.all("task", "ordinal==10").get(0);
        house.change(kickoff, "plannedStart", TODAY.minusDays(7));
        house.change(kickoff, "plannedFinish", TODAY.minusDays(7));
        assertTrue(house.together().shifted(Map.of()).moves().size() >= 1);
        assertEquals(
                1,
                house.together().shifted(Map.of(documents.id(), until)).moves().size());
        house.change(kickoff, "plannedStart", kickoff.get("plannedStart"));
        house.change(kickoff, "plannedFinish", kickoff.get("plannedFinish"));
        Row ship = house.all("task", "name==Ship*").get(0);
        Plan more = house.together()
                .shifted(Map.of(ship.id(), date(ship, "plannedStart").plusDays(21)));
        assertTrue(more.moves().size() >= 4, () -> "moves " + more.moves());
        house.together().write(more);
        assertTrue(date(house.again(project), "forecast").isAfter(date(project, "forecast")));
        assertEquals(project.get("baselineFinish"), house.again(project).get("baselineFinish"));
        assertEquals("hold", house.again(ship).text("waitReason"));
    }

    @OnEachDatabase
    void progress_and_forecast_follow_the_work(TestDatabase databases) {
        House house = house(databases);
        Row project = planned(house, house.contract(house.account("Meridian", "s"), 1, "Urban macro"));
        Row kickoff = house.all("task", "ordinal==10").get(0);
        house.work().start(house.system, kickoff, TODAY);
        assertEquals("running", house.again(project).text("state"));
        house.work().report(house.system, house.again(kickoff), 50, "Half the people met");
        assertEquals(5L, house.again(project).get("progress"));
        house.work().finish(house.system, house.again(kickoff), null, null);
        assertEquals("done", house.again(kickoff).text("state"));
        assertThrows(ProblemException.class, () -> house.work().report(house.system, house.again(kickoff), 100, null));
    }

    @OnEachDatabase
    void a_site_is_accepted_once_finally_only_after_provisionally_and_the_last_site_accepts_the_project(
            TestDatabase databases) {
        House house = house(databases);
        Row project = planned(house, house.contract(house.account("Meridian", "s"), 1, "Urban macro"));
        UUID site = house.all("site", "name==*").get(0).id();
        assertThrows(ProblemException.class, () -> house.accept()
                .open(house.system, project, site, AcceptanceKind.PROVISIONAL));
        doAll(house, project, site);
        Row acceptance = house.accept().open(house.system, project, site, AcceptanceKind.PROVISIONAL);
        assertThrows(ProblemException.class, () -> house.accept()
                .open(house.system, project, site, AcceptanceKind.PROVISIONAL));
        assertThrows(
                ProblemException.class, () -> house.accept().open(house.system, project, site, AcceptanceKind.FINAL));
        List<Row> lines = house.all("acceptance-check", "acceptance==" + acceptance.id());
        assertEquals(13, lines.size());
        assertThrows(ProblemException.class, () -> house.accept().sign(house.system, acceptance, "Thandi Dube", null));
        Map<UUID, CheckResult> results = new HashMap<>();
        lines.forEach(it -> results.put(it.id(), CheckResult.OK));
        results.put(lines.get(0).id(), CheckResult.NOT_OK);
        Row checked = house.accept().check(house.system, acceptance, results, Map.of());
        assertEquals("open", checked.text("state"));
        assertThrows(ProblemException.class, () -> house.accept().sign(house.system, checked, "Thandi Dube", null));
        Row punch = house.make(
                "punch-item",
                "subject",
                "Gate key missing",
                "acceptance",
                acceptance.id(),
                "account",
                project.ref("account"));
        house.events.clear();
        Row signed = house.accept().sign(house.system, checked, "Thandi Dube", null);
        assertEquals("signed", signed.text("state"));
        assertEquals(
                1, house.events.types().stream().filter("site.accepted"::equals).count());
        assertEquals("accepted", house.again(project).text("state"));
        assertThrows(ProblemException.class, () -> house.change(signed, "kind", "final"));
        assertThrows(ProblemException.class, () -> house.change(lines.get(1), "remark", "changed afterwards"));
        assertThrows(
                ProblemException.class, () -> house.accept().open(house.system, project, site, AcceptanceKind.FINAL));
        house.change(punch, "done", true);
        house.accept().open(house.system, project, site, AcceptanceKind.FINAL);
    }
}
