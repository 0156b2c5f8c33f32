package org.weir.delivery.planning;

import java.time.Clock;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Actor;
import org.weir.base.api.Text;
import org.weir.calendar.api.WorkCalendars;
import org.weir.delivery.api.DeliveryTypes;
import org.weir.delivery.reading.Reading;
import org.weir.records.api.Draft;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.store.api.Database;

/** Plans all running projects together, since they share their crews: first found, to be looked at, then written. */
public final class PlanTogether {
    private static final int WATCHED = 50;

    private final Records records;
    private final Actor system;
    private final WorkCalendars calendars;
    private final Database database;
    private final Clock clock;

    public PlanTogether(Records records, Actor system, WorkCalendars calendars, Database database, Clock clock) {
        this.records = records;
        this.system = system;
        this.calendars = calendars;
        this.database = database;
        this.clock = clock;
    }

    private Situation situation(Set<UUID> asked) {
        return Situation.read(new Reading(records, system), calendars, LocalDate.now(clock), asked);
    }

    /**
     * The best dates for all projects that have a plan and those asked for.
     *
     * @throws org.weir.base.api.ProblemException 409 when there is no plan, saying why
     */
    public Plan anew(Set<UUID> asked) {
        return anew(asked, Steps.UNSEEN);
    }

    /** The same, watched. */
    public Plan anew(Set<UUID> asked, Steps steps) {
        Situation situation = situation(asked);
        PlanAnew.Found found = new PlanAnew(situation).find(steps);
        return new Plan(situation, found.dates(), found.dates().keySet(), found.solution());
    }

    /**
     * The plan as it stands, with what is late pushing what follows; with holds, those tasks are touched that move because
     * of them.
     *
     * @param held days by task, null to let go
     */
    public Plan shifted(Map<UUID, @Nullable LocalDate> held) {
        Situation situation = situation(Set.of());
        Map<UUID, Dates> anyway = new ShiftLate(situation).find();
        if (held.isEmpty()) {
            return new Plan(situation, anyway, anyway.keySet(), null);
        }
        held.forEach((task, day) -> situation.held.put(task, day == null ? LocalDate.MIN.withYear(1) : day));
        Map<UUID, Dates> dates = new ShiftLate(situation).find();
        Set<UUID> touched = new LinkedHashSet<>();
        dates.forEach((task, it) -> {
            if (!it.sameTime(Objects.requireNonNull(anyway.get(task)))) {
                touched.add(task);
            }
        });
        return new Plan(situation, dates, touched, null);
    }

    /** How many open tasks would be planned with the project asked for. */
    public long size(UUID asked) {
        return database.read(handle ->
                handle.createQuery("""
                        select count(*) from delivery.task t join delivery.project p on p.id = t.project
                        where p.state in ('planned', 'running') and t.state <> 'done'
                          and (p.planned_start is not null or p.id = :asked)""").bind("asked", asked).mapTo(Long.class).one());
    }

    /** Writes the dates of tasks and projects, all or nothing; the first plan becomes the baseline. */
    public void write(Plan plan) {
        write(plan, Steps.UNSEEN);
    }

    /** The same, watched. */
    public void write(Plan plan, Steps steps) {
        Text writing = Text.of("delivery.plan.writing");
        database.perform(handle -> {
            int written = 0;
            for (Map.Entry<UUID, Dates> it : plan.dates.entrySet()) {
                writeTask(plan, Objects.requireNonNull(plan.situation.tasks.get(it.getKey())), it.getValue());
                if (++written % WATCHED == 0 || written == plan.dates.size()) {
                    steps.step(written, plan.dates.size(), writing);
                }
            }
            plan.situation.projects.values().forEach(it -> writeProject(plan, it));
        });
    }

    private void writeTask(Plan plan, Row task, Dates dates) {
        HalfDays halfDays = plan.situation.halfDays;
        int last = Math.max(dates.start(), dates.end() - 1);
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        boolean running = Situation.running(task) && task.get("plannedStart") != null;
        LocalDate start =
                running ? Objects.requireNonNull(Reading.date(task, "plannedStart")) : halfDays.date(dates.start());
        values.put("plannedStart", start);
        values.put("plannedStartHalf", running ? task.text("plannedStartHalf") : halfDays.half(dates.start()));
        values.put("plannedFinish", halfDays.date(last));
        values.put("plannedFinishHalf", halfDays.half(last));
        values.put("critical", dates.critical());
        values.put("waitReason", dates.reason());
        values.put("waitsFor", dates.waitsFor());
        UUID crew = dates.crew();
        values.put("crew", crew);
        if (crew != null && task.ref("owner") == null) {
            values.put(
                    "owner",
                    Objects.requireNonNull(plan.situation.crews.get(crew)).ref("lead"));
        }
        if (task.get("baselineStart") == null) {
            values.put("baselineStart", start);
            values.put("baselineFinish", halfDays.date(last));
        }
        records.update(system, Draft.change(task, values));
    }

    private void writeProject(Plan plan, Row project) {
        LocalDate finish = plan.finishOf(project.id());
        if (finish == null) {
            return;
        }
        Map<String, @Nullable Object> values = new LinkedHashMap<>();
        values.put("plannedStart", startOf(plan, project.id()));
        values.put("plannedFinish", plan.plannedFinishOf(project.id()));
        values.put("forecast", finish);
        if (project.get("baselineFinish") == null) {
            values.put("baselineFinish", finish);
        }
        records.update(system, Draft.change(project, values));
    }

    private static @Nullable LocalDate startOf(Plan plan, UUID project) {
        @Nullable LocalDate first = null;
        for (Row task : plan.situation.tasks.values()) {
            if (project.equals(task.ref("project"))) {
                Dates open = plan.touched.contains(task.id()) ? plan.dates.get(task.id()) : null;
                LocalDate stored = Reading.date(task, "actualStart") == null
                        ? Reading.date(task, "plannedStart")
                        : Reading.date(task, "actualStart");
                boolean begun = open == null || Situation.running(task);
                LocalDate at = open == null || begun ? stored : plan.situation.halfDays.date(open.start());
                first = at == null || first != null && first.isBefore(at) ? first : at;
            }
        }
        return first;
    }

    /** Writes how far a project is and when it will be done as things stand; planned dates stay. */
    public void writeProgress(UUID project) {
        Plan plan = shifted(Map.of());
        database.perform(handle -> {
            Row row = records.read(system, DeliveryTypes.PROJECT, project);
            long all = 0;
            long done = 0;
            boolean begun = false;
            for (Row task : new Reading(records, system).of(DeliveryTypes.TASK, "project", project)) {
                all += Reading.number(task, "halfDays");
                done += (long) Reading.number(task, "halfDays") * Reading.number(task, "progress");
                begun |= !"planned".equals(task.text("state"));
            }
            Map<String, @Nullable Object> values = new LinkedHashMap<>();
            values.put("progress", all == 0 ? 0 : done / all);
            if (begun && "planned".equals(row.text("state"))) {
                values.put("state", "running");
            }
            LocalDate finish = plan.finishOf(project);
            if (finish != null) {
                values.put("forecast", finish);
            }
            records.update(system, Draft.change(row, values));
        });
    }
}
