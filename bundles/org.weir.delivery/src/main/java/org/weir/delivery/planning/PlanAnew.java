package org.weir.delivery.planning;

import java.time.Duration;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.delivery.reading.Reading;
import org.weir.delivery.scheduling.Activity;
import org.weir.delivery.scheduling.Effort;
import org.weir.delivery.scheduling.Goal;
import org.weir.delivery.scheduling.LinkType;
import org.weir.delivery.scheduling.Placed;
import org.weir.delivery.scheduling.PlanProjects;
import org.weir.delivery.scheduling.Problem;
import org.weir.delivery.scheduling.Profile;
import org.weir.delivery.scheduling.Solution;
import org.weir.delivery.scheduling.UnplannableException;
import org.weir.delivery.scheduling.Wait;
import org.weir.records.api.Row;

/** Seeks the best dates for all open tasks of the situation. The same situation gives the same dates. */
final class PlanAnew {
    private static final Map<String, LinkType> LINKS = Map.of(
            "fs", LinkType.FINISH_START,
            "ss", LinkType.START_START,
            "ff", LinkType.FINISH_FINISH,
            "sf", LinkType.START_FINISH);
    private static final Effort EFFORT = Effort.evaluations(1, 2_000).within(Duration.ofSeconds(20));

    private static final Text SEEKING = Text.of("delivery.plan.seeking");

    private final Situation situation;
    private final Map<UUID, UUID> crews;
    private final Map<UUID, Integer> afterDone = new HashMap<>();

    PlanAnew(Situation situation) {
        this.situation = situation;
        this.crews = new AssignCrews(situation).assign();
    }

    record Found(Map<UUID, Dates> dates, Solution solution) {}

    /**
     * @param steps told how far the search is
     * @throws ProblemException 409 when there is no plan, naming the tasks or the crew to blame
     */
    Found find(Steps steps) {
        Problem problem = problem();
        try {
            Solution solution =
                    new PlanProjects().plan(problem, EFFORT, made -> steps.step(made, EFFORT.evaluations(), SEEKING));
            Map<UUID, Dates> dates = new LinkedHashMap<>();
            for (Placed placed : solution.placed()) {
                UUID task = UUID.fromString(placed.activity().id());
                dates.put(task, dates(task, placed));
            }
            return new Found(dates, solution);
        } catch (UnplannableException.Cycle e) {
            throw ProblemException.conflict(Text.of(
                    "delivery.plan.circle",
                    String.join(
                            " → ", e.activities().stream().map(this::taskName).toList())));
        } catch (UnplannableException.NoWorkingTime e) {
            throw ProblemException.conflict(Text.of("delivery.plan.no-work", taskName(e.activity())));
        } catch (UnplannableException.TooLittle e) {
            throw ProblemException.conflict(Text.of(
                    "delivery.plan.too-little", taskName(e.activity()), crewName(UUID.fromString(e.resource()))));
        }
    }

    private Problem problem() {
        Problem.Builder builder = Problem.builder();
        for (Row project : situation.projects.values()) {
            LocalDate wished = Reading.date(project, "wishedFinish");
            int weight = Math.max(1, Math.min(1000, Reading.number(project, "priority")));
            Integer due = wished == null ? null : Math.max(0, situation.halfDays.morning(wished) + 2);
            builder.goal(new Goal(project.id().toString(), weight, due));
        }
        for (UUID id : crews.values().stream().distinct().sorted().toList()) {
            Row crew = Objects.requireNonNull(situation.crews.get(id));
            int[] capacity = situation.availability.capacity(crew, situation.absences.getOrDefault(id, List.of()));
            builder.resource(id.toString(), Profile.of(capacity, Availability.cycle(capacity)));
        }
        links(builder);
        for (Row task : situation.tasks.values()) {
            if (!Situation.done(task)) {
                builder.activity(activity(task, builder));
            }
        }
        return builder.build();
    }

    private Activity activity(Row task, Problem.Builder builder) {
        UUID crew = crews.get(task.id());
        Row row = crew == null ? null : situation.crews.get(crew);
        UUID calendar = row == null ? null : row.ref("calendar");
        int[] working = situation.availability.working(calendar, row == null ? "" : Reading.text(row, "name"));
        builder.calendar(Availability.name(calendar), Profile.of(working, Availability.cycle(working)));
        Activity activity = Activity.of(
                        task.id().toString(), Reading.ref(task, "project").toString(), Situation.remaining(task))
                .on(Availability.name(calendar))
                .notBefore(Math.max(situation.notBefore(task), afterDone.getOrDefault(task.id(), 0)));
        if (Situation.running(task)) {
            activity = activity.notBefore(0).pinnedAt(0);
        }
        return crew == null ? activity : activity.needs(crew.toString(), 1);
    }

    /** Links between open tasks bind; a finished task leaves its successor a date. */
    private void links(Problem.Builder builder) {
        for (Row link : situation.links) {
            Row from = situation.tasks.get(Reading.ref(link, "fromTask"));
            Row to = situation.tasks.get(Reading.ref(link, "toTask"));
            if (from == null || to == null || Situation.done(to)) {
                continue;
            }
            String kind = Reading.text(link, "kind");
            int lag = Reading.number(link, "lag");
            if (!Situation.done(from)) {
                LinkType type = Objects.requireNonNull(LINKS.get(kind));
                builder.link(from.id().toString(), to.id().toString(), type, lag);
                continue;
            }
            Integer at = kind.startsWith("f") ? situation.end(from) : situation.start(from);
            if (at != null) {
                int earliest = at + lag - (kind.endsWith("f") ? Situation.remaining(to) : 0);
                afterDone.merge(to.id(), Math.max(0, earliest), Math::max);
            }
        }
    }

    private Dates dates(UUID id, Placed placed) {
        Row task = Objects.requireNonNull(situation.tasks.get(id));
        Reason reason = reason(task, placed.waits());
        return new Dates(
                placed.start(), placed.finish(), placed.critical(), reason.reason(), reason.waitsFor(), crews.get(id));
    }

    private record Reason(String reason, @Nullable UUID waitsFor) {}

    /** The last cause in time, but a weekend only if there is nothing else. */
    private Reason reason(Row task, List<Wait> waits) {
        Reason found = new Reason("none", null);
        for (Wait wait : waits) {
            Reason next = reason(task, wait);
            if (!next.reason().equals("calendar") || found.reason().equals("none")) {
                found = next;
            }
        }
        return found;
    }

    private Reason reason(Row task, Wait wait) {
        UUID other = wait.activity() == null ? null : UUID.fromString(wait.activity());
        return switch (wait.kind()) {
            case PREDECESSOR -> new Reason("link", other);
            case RESOURCE -> new Reason("crew", other);
            case OFF -> new Reason(wait.resource() == null ? "calendar" : "absence", null);
            case PINNED -> new Reason("none", null);
            case NOT_BEFORE ->
                new Reason(afterDone.getOrDefault(task.id(), 0) > situation.notBefore(task) ? "link" : "hold", null);
        };
    }

    private String taskName(String id) {
        Row task = situation.tasks.get(UUID.fromString(id));
        return task == null ? "?" : Reading.text(task, "name");
    }

    private String crewName(UUID id) {
        Row crew = situation.crews.get(id);
        return crew == null ? "?" : Reading.text(crew, "name");
    }
}
