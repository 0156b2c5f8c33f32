package org.weir.delivery.gantt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.weir.access.api.Actor;
import org.weir.base.api.ProblemException;
import org.weir.calendar.api.WeeklyHours;
import org.weir.calendar.api.WorkCalendar;
import org.weir.calendar.api.WorkCalendars;
import org.weir.delivery.House;
import org.weir.records.api.Row;
import org.weir.testkit.database.OnEachDatabase;
import org.weir.testkit.database.Schemas;
import org.weir.testkit.database.TestDatabase;

@Schemas({"access", "records", "relationship", "delivery"})
final class ReadPlanStoreTest {
    private static Row planned(House house) {
        for (String skill : List.of("planning", "survey", "logistics", "civil", "installation", "commissioning")) {
            Row crew = house.make("crew", "name", skill + " 1", "skill", skill, "region", "africa", "capacity", 1);
            house.make(
                    "crew-absence",
                    "crew",
                    crew.id(),
                    "firstDay",
                    House.TODAY.plusDays(3),
                    "lastDay",
                    House.TODAY.plusDays(4));
        }
        Row contract = house.contract(house.account("Meridian", "s"), 3, "Urban macro", "Rural solar");
        Row project = house.makeProject().of(contract.id()).project();
        house.together().write(house.together().anew(Set.of(project.id())));
        return project;
    }

    @SuppressWarnings("unchecked")
    private static List<Map<String, Object>> list(Map<String, Object> plan, String name) {
        return (List<Map<String, Object>>) Objects.requireNonNull(plan.get(name));
    }

    @OnEachDatabase
    void a_plan_has_tasks_with_dates_links_crews_with_their_days_off_and_a_critical_path(TestDatabase databases) {
        House house = new House(databases);
        Row project = planned(house);
        Map<String, Object> plan = new ReadPlan(house.records, house.calendars(), house.database, house.clock)
                .ofProject(house.system, project.id());
        assertEquals(House.TODAY, plan.get("today"));
        assertEquals(
                house.all("task", "project==" + project.id()).size(),
                list(plan, "tasks").size());
        assertEquals(
                house.all("task-link", "project==" + project.id()).size(),
                list(plan, "links").size());
        assertTrue(list(plan, "tasks").stream().allMatch(it -> it.containsKey("start") && it.containsKey("finish")));
        assertTrue(list(plan, "tasks").stream().anyMatch(it -> Boolean.TRUE.equals(it.get("critical"))));
        assertFalse(list(plan, "crews").isEmpty());
        assertEquals(1, list(plan, "calendars").size());
        assertEquals(List.of(1, 2, 3, 4, 5), list(plan, "calendars").get(0).get("week"));
        assertTrue(
                list(plan, "crews").stream().allMatch(it -> it.get("off") instanceof List<?> off && off.size() == 1));
        assertEquals(
                plan, new ReadPlan(house.records, house.calendars(), house.database, house.clock).ofAll(house.system));
    }

    @OnEachDatabase
    void who_may_not_see_the_project_sees_no_plan_and_moves_are_told_to_those_who_may(TestDatabase databases) {
        House house = new House(databases);
        Row project = planned(house);
        Actor stranger = house.person("stranger");
        ReadPlan read = new ReadPlan(house.records, house.calendars(), house.database, house.clock);
        assertThrows(ProblemException.class, () -> read.ofProject(stranger, project.id()));
        Row task = house.all("task", "project==" + project.id()).get(0);
        Map<String, Object> told = house.together()
                .shifted(Map.of(task.id(), House.TODAY.plusDays(30)))
                .data(house.records, house.system);
        assertFalse(list(told, "moved").isEmpty());
        assertEquals(0, told.get("movedElsewhere"));
    }

    @Test
    void days_that_calendars_have_off_are_told_beside_their_week() {
        UUID own = new UUID(1, 1);
        UUID gone = new UUID(2, 2);
        LocalDate monday = LocalDate.of(2026, 12, 21);
        WorkCalendars calendars = new WorkCalendars() {
            @Override
            public WorkCalendar get(UUID id) {
                if (id.equals(gone)) {
                    throw ProblemException.notFound();
                }
                return new WorkCalendar(
                        ZoneOffset.UTC,
                        WeeklyHours.parse("Mo-Sa 09:00-17:00"),
                        date -> false,
                        Set.of(LocalDate.of(2026, 12, 27)));
            }

            @Override
            public WorkCalendar standard() {
                return new WorkCalendar(
                        ZoneOffset.UTC,
                        WeeklyHours.parse("Mo-Fr 09:00-17:00"),
                        date -> date.getMonthValue() == 12 && date.getDayOfMonth() == 25,
                        Set.of());
            }
        };
        List<Map<String, Object>> free =
                new FreeDays(calendars, monday, monday.plusDays(13)).of(Arrays.asList(null, own, gone));
        assertEquals(2, free.size());
        assertEquals(List.of(1, 2, 3, 4, 5), free.get(0).get("week"));
        assertEquals(List.of(LocalDate.of(2026, 12, 25)), free.get(0).get("off"));
        assertEquals(List.of(), free.get(0).get("worked"));
        assertEquals(own, free.get(1).get("id"));
        assertEquals(List.of(), free.get(1).get("off"));
        assertEquals(List.of(LocalDate.of(2026, 12, 27)), free.get(1).get("worked"));
    }
}
