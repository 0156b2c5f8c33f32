package org.weir.delivery.planning;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.delivery.reading.Reading;
import org.weir.records.api.Row;

/**
 * The plan as it stands, with only those tasks moved that are pushed: by a link from a task that is late or held, or by the
 * task before them at the same crew. The order of work stays. Nothing moves to an earlier date.
 */
final class ShiftLate {
    private static final int MOST_ROUNDS = 50;

    private final Situation situation;
    private final Map<UUID, Integer> start = new HashMap<>();
    private final Map<UUID, Integer> end = new HashMap<>();
    private final Map<UUID, UUID> pushedBy = new HashMap<>();
    private final Map<UUID, int[]> working = new HashMap<>();
    private final Map<UUID, List<Row>> linksTo = new HashMap<>();

    ShiftLate(Situation situation) {
        this.situation = situation;
    }

    /** The dates of every open task that has any. */
    Map<UUID, Dates> find() {
        List<Row> open = new ArrayList<>();
        for (Row task : situation.tasks.values()) {
            Integer from = situation.start(task);
            Integer until = situation.end(task);
            if (from != null && until != null) {
                start.put(task.id(), from);
                end.put(task.id(), until);
                if (!Situation.done(task)) {
                    open.add(task);
                }
            }
        }
        open.sort(Comparator.comparing((Row it) -> Objects.requireNonNull(start.get(it.id())))
                .thenComparing(Row::id));
        situation.links.forEach(it -> linksTo.computeIfAbsent(Reading.ref(it, "toTask"), key -> new ArrayList<>())
                .add(it));
        Map<UUID, UUID> before = beforeAtCrew(open);
        boolean moved = true;
        for (int round = 0; moved && round < MOST_ROUNDS; round++) {
            moved = false;
            for (Row task : open) {
                moved |= push(task, before.get(task.id()));
            }
        }
        Map<UUID, Dates> dates = new LinkedHashMap<>();
        open.forEach(it -> dates.put(it.id(), dates(it)));
        return dates;
    }

    private Dates dates(Row task) {
        UUID by = pushedBy.get(task.id());
        String reason = by == null
                ? Objects.requireNonNullElse(task.text("waitReason"), "none")
                : by.equals(task.id()) ? "hold" : linked(by, task) ? "link" : "crew";
        return new Dates(
                Objects.requireNonNull(start.get(task.id())),
                Objects.requireNonNull(end.get(task.id())),
                Reading.yes(task, "critical"),
                reason,
                by == null ? task.ref("waitsFor") : by.equals(task.id()) ? null : by,
                task.ref("crew"));
    }

    private boolean linked(UUID from, Row to) {
        return linksTo.getOrDefault(to.id(), List.of()).stream().anyMatch(it -> from.equals(it.ref("fromTask")));
    }

    /** The task planned before at a crew that takes one at a time. */
    private Map<UUID, UUID> beforeAtCrew(List<Row> open) {
        Map<UUID, UUID> last = new HashMap<>();
        Map<UUID, UUID> before = new HashMap<>();
        for (Row task : open) {
            UUID crew = task.ref("crew");
            Row row = crew == null ? null : situation.crews.get(crew);
            if (crew != null && row != null && Reading.number(row, "capacity") == 1) {
                UUID one = last.put(crew, task.id());
                if (one != null) {
                    before.put(task.id(), one);
                }
            }
        }
        return before;
    }

    private boolean push(Row task, @Nullable UUID beforeAtCrew) {
        int from = Objects.requireNonNull(start.get(task.id()));
        int until = Objects.requireNonNull(end.get(task.id()));
        if (Situation.running(task)) {
            int earliestEnd = place(task, 0, Situation.remaining(task))[1];
            end.put(task.id(), Math.max(until, earliestEnd));
            return earliestEnd > until;
        }
        int earliest = Math.max(0, situation.notBefore(task));
        @Nullable UUID by = situation.notBefore(task) > from ? task.id() : null;
        int length = Reading.number(task, "halfDays");
        for (Row link : linksTo.getOrDefault(task.id(), List.of())) {
            Integer bound = bound(link, length);
            if (bound != null && bound > Math.max(earliest, from)) {
                earliest = bound;
                by = link.ref("fromTask");
            }
        }
        Integer free = beforeAtCrew == null ? null : end.get(beforeAtCrew);
        if (free != null && free > Math.max(earliest, from)) {
            earliest = free;
            by = beforeAtCrew;
        }
        if (earliest <= from) {
            return false;
        }
        int[] placed = place(task, earliest, length);
        if (placed[0] == from && placed[1] <= until) {
            return false;
        }
        start.put(task.id(), placed[0]);
        end.put(task.id(), Math.max(until, placed[1]));
        if (by != null) {
            pushedBy.put(task.id(), by);
        }
        return true;
    }

    /** The earliest start that the link leaves; null when the task before has no dates. */
    private @Nullable Integer bound(Row link, int length) {
        UUID from = Reading.ref(link, "fromTask");
        String kind = Reading.text(link, "kind");
        Integer at = kind.startsWith("f") ? end.get(from) : start.get(from);
        return at == null ? null : at + Reading.number(link, "lag") - (kind.endsWith("f") ? length : 0);
    }

    /** First half day of work and the one after the last, from the earliest on. */
    private int[] place(Row task, int earliest, int length) {
        int[] works = working.computeIfAbsent(task.id(), key -> worksOf(task));
        int at = earliest;
        int first = -1;
        int left = length;
        while (left > 0) {
            if (at >= works.length || works[at] > 0) {
                first = first < 0 ? at : first;
                left--;
            }
            at++;
        }
        return new int[] {first < 0 ? earliest : first, at};
    }

    private int[] worksOf(Row task) {
        UUID crew = task.ref("crew");
        Row row = crew == null ? null : situation.crews.get(crew);
        if (crew == null || row == null) {
            return situation.availability.working(null, "");
        }
        int[] works = situation
                .availability
                .working(row.ref("calendar"), Reading.text(row, "name"))
                .clone();
        int[] there = situation.availability.capacity(row, situation.absences.getOrDefault(crew, List.of()));
        for (int i = 0; i < works.length; i++) {
            works[i] = Math.min(works[i], there[i]);
        }
        return works;
    }
}
