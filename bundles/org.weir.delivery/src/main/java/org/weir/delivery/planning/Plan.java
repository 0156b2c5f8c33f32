package org.weir.delivery.planning;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Actor;
import org.weir.delivery.api.DeliveryTypes;
import org.weir.delivery.reading.Reading;
import org.weir.delivery.scheduling.Solution;
import org.weir.records.api.Records;
import org.weir.records.api.Row;

/** Dates that were found and are not written yet: to look at first. */
public final class Plan {
    final Situation situation;
    final Map<UUID, Dates> dates;
    final Set<UUID> touched;
    private final @Nullable Solution solution;

    /** @param touched whose dates are to be written; the others only tell when things will be as they stand */
    Plan(Situation situation, Map<UUID, Dates> dates, Set<UUID> touched, @Nullable Solution solution) {
        this.situation = situation;
        this.dates = dates;
        this.touched = touched;
        this.solution = solution;
    }

    /** A task that gets other dates than it has; {@code from} dates are null when it had none. */
    public record Move(
            UUID task,
            String name,
            @Nullable LocalDate fromStart,
            @Nullable LocalDate fromFinish,
            LocalDate toStart,
            LocalDate toFinish) {}

    /** Without those that only get their first dates. */
    public List<Move> moves() {
        List<Move> moves = new ArrayList<>();
        touched.forEach(id -> {
            Dates it = Objects.requireNonNull(dates.get(id));
            Row task = Objects.requireNonNull(situation.tasks.get(id));
            LocalDate fromStart = Reading.date(task, "plannedStart");
            LocalDate fromFinish = Reading.date(task, "plannedFinish");
            LocalDate toStart =
                    Situation.running(task) && fromStart != null ? fromStart : situation.halfDays.date(it.start());
            LocalDate toFinish = finish(it);
            if (fromStart != null && (!toStart.equals(fromStart) || !toFinish.equals(fromFinish))) {
                moves.add(new Move(id, Reading.text(task, "name"), fromStart, fromFinish, toStart, toFinish));
            }
        });
        return moves;
    }

    LocalDate finish(Dates it) {
        return situation.halfDays.date(Math.max(it.start(), it.end() - 1));
    }

    public int tasks() {
        return touched.size();
    }

    public int projects() {
        return situation.projects.size();
    }

    /** The day the project ends by these dates; null when it has no tasks. */
    public @Nullable LocalDate finishOf(UUID project) {
        @Nullable LocalDate last = null;
        for (Row task : situation.tasks.values()) {
            if (project.equals(task.ref("project"))) {
                Dates open = dates.get(task.id());
                LocalDate done = Reading.date(task, "actualFinish");
                LocalDate at = open != null ? finish(open) : done;
                last = at == null || last != null && last.isAfter(at) ? last : at;
            }
        }
        return last;
    }

    /** The day the project is planned to end once this is written: as stored where nothing is touched. */
    @Nullable
    LocalDate plannedFinishOf(UUID project) {
        @Nullable LocalDate last = null;
        for (Row task : situation.tasks.values()) {
            if (project.equals(task.ref("project"))) {
                Dates open = touched.contains(task.id()) ? dates.get(task.id()) : null;
                LocalDate at = open != null ? finish(open) : Reading.date(task, "plannedFinish");
                last = at == null || last != null && last.isAfter(at) ? last : at;
            }
        }
        return last;
    }

    /**
     * What an API client is told: each finish by project, the moves, and how good the plan is. Of projects that the actor
     * may not see only the number of moves.
     */
    public Map<String, Object> data(Records records, Actor actor) {
        Set<UUID> visible = new HashSet<>();
        records.readAll(actor, DeliveryTypes.PROJECT, situation.projects.keySet())
                .forEach(it -> visible.add(it.id()));
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("tasks", tasks());
        Map<String, Object> finishes = new LinkedHashMap<>();
        situation.projects.keySet().forEach(it -> {
            LocalDate finish = finishOf(it);
            if (finish != null && visible.contains(it)) {
                finishes.put(it.toString(), finish.toString());
            }
        });
        data.put("finishes", finishes);
        List<Move> moves = moves();
        List<Map<String, Object>> moved = moves.stream()
                .filter(it -> visible.contains(projectOf(it.task())))
                .map(Plan::data)
                .toList();
        data.put("moved", moved);
        data.put("movedElsewhere", moves.size() - moved.size());
        if (solution != null) {
            data.put("evaluations", solution.evaluations());
            data.put("weightedLateness", solution.tardiness());
            data.put("optimal", solution.optimal());
        }
        return data;
    }

    private UUID projectOf(UUID task) {
        return Reading.ref(Objects.requireNonNull(situation.tasks.get(task)), "project");
    }

    private static Map<String, Object> data(Move move) {
        Map<String, Object> data = new LinkedHashMap<>();
        data.put("task", move.task().toString());
        data.put("name", move.name());
        data.put("fromStart", String.valueOf(move.fromStart()));
        data.put("fromFinish", String.valueOf(move.fromFinish()));
        data.put("toStart", move.toStart().toString());
        data.put("toFinish", move.toFinish().toString());
        return data;
    }
}
