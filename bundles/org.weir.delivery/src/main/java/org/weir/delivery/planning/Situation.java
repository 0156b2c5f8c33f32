package org.weir.delivery.planning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.calendar.api.WorkCalendars;
import org.weir.delivery.api.DeliveryTypes;
import org.weir.delivery.reading.Reading;
import org.weir.records.api.Filter;
import org.weir.records.api.Row;

/** Everything a plan depends on, as stored now: running projects with their tasks and links, crews, days off. */
final class Situation {
    final HalfDays halfDays;
    final Availability availability;
    final Map<UUID, Row> projects = new LinkedHashMap<>();
    final Map<UUID, Row> tasks = new LinkedHashMap<>();
    final List<Row> links = new ArrayList<>();
    final Map<UUID, Row> crews = new LinkedHashMap<>();
    final Map<UUID, List<Row>> absences = new HashMap<>();
    final Map<UUID, String> regions = new HashMap<>();
    /** Days that tasks are held to in this plan, whatever is stored. */
    final Map<UUID, LocalDate> held = new HashMap<>();

    private Situation(HalfDays halfDays, Availability availability) {
        this.halfDays = halfDays;
        this.availability = availability;
    }

    /** @param asked projects that are taken in although they have no plan yet */
    static Situation read(Reading reading, WorkCalendars calendars, LocalDate today, Set<UUID> asked) {
        HalfDays halfDays = new HalfDays(today);
        Situation situation = new Situation(halfDays, new Availability(calendars, halfDays));
        Filter open = new Filter.Condition("state", Filter.Op.IN, List.of("planned", "running"));
        for (Row project : reading.all(DeliveryTypes.PROJECT, open)) {
            if (asked.contains(project.id()) || project.get("plannedStart") != null) {
                situation.projects.put(project.id(), project);
            }
        }
        List<UUID> projects = List.copyOf(situation.projects.keySet());
        reading.in(DeliveryTypes.TASK, "project", projects).forEach(it -> situation.tasks.put(it.id(), it));
        situation.links.addAll(reading.in(DeliveryTypes.TASK_LINK, "project", projects));
        reading.all(DeliveryTypes.CREW, null).forEach(it -> situation.crews.put(it.id(), it));
        Filter future = new Filter.Condition("lastDay", Filter.Op.GE, List.of(today.toString()));
        for (Row absence : reading.all(DeliveryTypes.CREW_ABSENCE, future)) {
            situation
                    .absences
                    .computeIfAbsent(Reading.ref(absence, "crew"), key -> new ArrayList<>())
                    .add(absence);
        }
        Set<UUID> accounts = new HashSet<>();
        situation.projects.values().forEach(it -> accounts.add(Reading.ref(it, "account")));
        reading.records()
                .readAll(reading.actor(), "account", accounts)
                .forEach(it -> situation.regions.put(it.id(), Objects.requireNonNullElse(it.text("region"), "")));
        return situation;
    }

    Row project(Row task) {
        return Objects.requireNonNull(projects.get(Reading.ref(task, "project")));
    }

    static boolean done(Row task) {
        return "done".equals(task.text("state"));
    }

    static boolean running(Row task) {
        return "running".equals(task.text("state"));
    }

    /** Half days that are still to be worked; at least one unless the task is a milestone. */
    static int remaining(Row task) {
        int all = Reading.number(task, "halfDays");
        int left = (all * (100 - Reading.number(task, "progress")) + 99) / 100;
        return all == 0 ? 0 : Math.max(1, left);
    }

    /** The half day in which it started, actual or planned; null without either. */
    @Nullable
    Integer start(Row task) {
        LocalDate actual = Reading.date(task, "actualStart");
        LocalDate planned = Reading.date(task, "plannedStart");
        if (actual != null && !actual.equals(planned)) {
            return halfDays.morning(actual);
        }
        return planned == null ? null : halfDays.period(planned, task.text("plannedStartHalf"));
    }

    /** The half day after the one in which it finished, actual or planned; null without either. */
    @Nullable
    Integer end(Row task) {
        LocalDate actual = Reading.date(task, "actualFinish");
        LocalDate planned = Reading.date(task, "plannedFinish");
        if (actual != null && !actual.equals(planned)) {
            return halfDays.morning(actual) + 2;
        }
        return planned == null ? null : halfDays.period(planned, task.text("plannedFinishHalf")) + 1;
    }

    /** The first half day in which it may start by its own and its project's date; 0 when there is none. */
    int notBefore(Row task) {
        int hold = 0;
        LocalDate day = held.containsKey(task.id()) ? held.get(task.id()) : Reading.date(task, "holdUntil");
        LocalDate earliest = Reading.date(project(task), "earliestStart");
        if (day != null) {
            hold = Math.max(hold, halfDays.morning(day));
        }
        return earliest == null ? hold : Math.max(hold, halfDays.morning(earliest));
    }
}
