package org.weir.delivery.gantt;

import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Actor;
import org.weir.calendar.api.WorkCalendars;
import org.weir.delivery.api.DeliveryTypes;
import org.weir.records.api.Filter;
import org.weir.records.api.Query;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.store.api.Database;

/** Gathers what is planned, as the actor may see it. */
final class ReadPlan {
    private static final int PAGE = 500;
    private static final int AROUND = 31;
    private static final int YEARS = 5;
    private static final List<String> OF_PROJECT = List.of(
            "number",
            "title",
            "account",
            "state",
            "priority",
            "progress",
            "plannedStart",
            "plannedFinish",
            "baselineFinish",
            "wishedFinish",
            "forecast");

    private final Records records;
    private final GanttStore store;
    private final WorkCalendars calendars;
    private final Clock clock;

    ReadPlan(Records records, WorkCalendars calendars, Database database, Clock clock) {
        this.calendars = calendars;
        this.records = records;
        this.store = new GanttStore(database);
        this.clock = clock;
    }

    /** @throws org.weir.base.api.ProblemException 404 when there is no such project for the actor */
    Map<String, Object> ofProject(Actor actor, UUID id) {
        return of(actor, List.of(records.read(actor, DeliveryTypes.PROJECT, id)));
    }

    /** Of all projects that are planned or running. */
    Map<String, Object> ofAll(Actor actor) {
        Filter open = new Filter.Condition("state", Filter.Op.IN, List.of("planned", "running"));
        List<Row> projects = new ArrayList<>();
        @Nullable String after = null;
        do {
            Query query = new Query(
                    DeliveryTypes.PROJECT, open, "", List.of(new Query.Sort("plannedStart", false)), PAGE, after, null);
            Records.PageOfRows page = records.list(actor, query);
            projects.addAll(page.rows());
            after = page.next();
        } while (after != null);
        return of(actor, projects);
    }

    private Map<String, Object> of(Actor actor, List<Row> projects) {
        LocalDate today = LocalDate.now(clock.withZone(actor.zone()));
        Map<UUID, Row> byId = new LinkedHashMap<>();
        projects.forEach(it -> byId.put(it.id(), it));
        List<Map<String, Object>> tasks = store.tasks(byId.keySet());
        Map<String, Object> plan = new LinkedHashMap<>();
        plan.put("today", today);
        plan.put("projects", projects.stream().map(ReadPlan::project).toList());
        plan.put("accounts", titled(records.titles(actor, "account", refs(projects, "account"))));
        plan.put("sites", titled(records.titles(actor, "site", values(tasks, "site"))));
        LocalDate first = first(tasks, today);
        Set<UUID> crews = values(tasks, "crew");
        Map<UUID, UUID> calendarOf = store.calendars(crews);
        plan.put("crews", crews(actor, crews, calendarOf, first));
        plan.put("calendars", free(calendarOf.values(), first, last(projects, tasks, today)));
        plan.put("tasks", tasks);
        plan.put("links", store.links(byId.keySet()));
        plan.put("others", others(actor, tasks, byId.keySet()));
        plan.put("mayHold", actor.may("task:hold-until"));
        return plan;
    }

    private static Map<String, Object> project(Row row) {
        Map<String, Object> project = new LinkedHashMap<>();
        project.put("id", row.id());
        for (String field : OF_PROJECT) {
            Object value = row.get(field);
            if (value != null) {
                project.put(field, value);
            }
        }
        return project;
    }

    private static LocalDate first(List<Map<String, Object>> tasks, LocalDate today) {
        return tasks.stream()
                .map(it -> (LocalDate) it.get("start"))
                .filter(Objects::nonNull)
                .min(LocalDate::compareTo)
                .orElse(today);
    }

    private static LocalDate last(List<Row> projects, List<Map<String, Object>> tasks, LocalDate today) {
        return Stream.concat(
                        Stream.of("finish", "baselineFinish")
                                .flatMap(name -> tasks.stream().map(it -> (LocalDate) it.get(name))),
                        projects.stream().map(it -> (LocalDate) it.get("wishedFinish")))
                .filter(Objects::nonNull)
                .max(LocalDate::compareTo)
                .filter(today::isBefore)
                .orElse(today);
    }

    /** Of the standard calendar and those of crews, a little beyond what is planned. */
    private List<Map<String, Object>> free(Collection<UUID> own, LocalDate first, LocalDate last) {
        List<@Nullable UUID> ids = new ArrayList<>();
        ids.add(null);
        own.stream().distinct().forEach(ids::add);
        LocalDate until =
                last.plusDays(AROUND).isAfter(first.plusYears(YEARS)) ? first.plusYears(YEARS) : last.plusDays(AROUND);
        return new FreeDays(calendars, first.minusDays(AROUND), until).of(ids);
    }

    private List<Map<String, Object>> crews(Actor actor, Set<UUID> ids, Map<UUID, UUID> calendarOf, LocalDate from) {
        Map<UUID, List<Map<String, Object>>> absences = store.absences(ids, from);
        List<Map<String, Object>> crews = new ArrayList<>(titled(records.titles(actor, DeliveryTypes.CREW, ids)));
        crews.forEach(it -> {
            UUID crew = (UUID) it.get("id");
            it.put("off", absences.getOrDefault(crew, List.of()));
            if (calendarOf.containsKey(crew)) {
                it.put("calendar", calendarOf.get(crew));
            }
        });
        return crews;
    }

    /** Tasks of other projects that are waited for, by name where the actor may see the project. */
    private List<Map<String, Object>> others(Actor actor, List<Map<String, Object>> tasks, Set<UUID> projects) {
        Set<UUID> here = values(tasks, "id");
        Set<UUID> far = values(tasks, "waitsFor").stream()
                .filter(it -> !here.contains(it))
                .collect(Collectors.toCollection(LinkedHashSet::new));
        List<GanttStore.Named> named = store.named(far);
        Map<UUID, Row> visible = new HashMap<>();
        Set<UUID> asked = named.stream().map(GanttStore.Named::project).collect(Collectors.toSet());
        asked.removeAll(projects);
        records.readAll(actor, DeliveryTypes.PROJECT, asked).forEach(it -> visible.put(it.id(), it));
        List<Map<String, Object>> others = new ArrayList<>();
        for (GanttStore.Named it : named) {
            Row project = visible.get(it.project());
            if (project != null) {
                Map<String, Object> other = new LinkedHashMap<>();
                other.put("id", it.id());
                other.put("name", it.name());
                other.put("project", project.id());
                other.put("projectTitle", Objects.requireNonNullElse(project.text("title"), ""));
                others.add(other);
            }
        }
        return others;
    }

    /** By name. */
    private static List<Map<String, Object>> titled(Map<UUID, String> titles) {
        List<Map<String, Object>> named = new ArrayList<>();
        titles.entrySet().stream()
                .sorted(Map.Entry.<UUID, String>comparingByValue().thenComparing(Map.Entry.comparingByKey()))
                .forEach(it -> {
                    Map<String, Object> one = new LinkedHashMap<>();
                    one.put("id", it.getKey());
                    one.put("name", it.getValue());
                    named.add(one);
                });
        return named;
    }

    private static Set<UUID> refs(Collection<Row> rows, String field) {
        return rows.stream()
                .map(it -> it.ref(field))
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static Set<UUID> values(List<Map<String, Object>> maps, String name) {
        return maps.stream()
                .map(it -> (UUID) it.get(name))
                .filter(Objects::nonNull)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }
}
