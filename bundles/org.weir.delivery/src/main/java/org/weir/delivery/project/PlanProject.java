package org.weir.delivery.project;

import java.time.Clock;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.weir.access.api.Access;
import org.weir.access.api.Actor;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.calendar.api.WorkCalendars;
import org.weir.delivery.api.DeliveryTypes;
import org.weir.delivery.planning.Plan;
import org.weir.delivery.planning.PlanTogether;
import org.weir.delivery.planning.Steps;
import org.weir.jobs.api.Jobs;
import org.weir.records.api.Action;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.store.api.Database;

/** What planning a project first and planning it again share. A large plan goes on as a job. */
abstract class PlanProject implements Action {
    /** Up to so many open tasks are planned while one waits; more become a job. */
    static final long AT_ONCE = 400;

    private final Records records;
    private final PlanTogether together;
    private final Jobs jobs;
    private final boolean again;
    private final long atOnce;

    PlanProject(
            Records records,
            Access access,
            WorkCalendars calendars,
            Database database,
            Jobs jobs,
            boolean again,
            long atOnce) {
        this.records = records;
        this.jobs = jobs;
        this.atOnce = atOnce;
        this.together = new PlanTogether(records, access.system(), calendars, database, Clock.systemUTC());
        this.again = again;
    }

    @Override
    public final String type() {
        return DeliveryTypes.PROJECT;
    }

    @Override
    public final String name() {
        return again ? "replan" : "plan";
    }

    @Override
    public final int order() {
        return 10;
    }

    @Override
    public final Set<Place> places() {
        return Set.of(Place.RECORD);
    }

    @Override
    public final boolean applies(Actor actor, Row row) {
        boolean open = "planned".equals(row.text("state")) || "running".equals(row.text("state"));
        return open && (row.get("plannedStart") != null) == again;
    }

    @Override
    public final Done run(Call call) {
        UUID project = call.rows().get(0).id();
        if (together.size(project) > atOnce) {
            UUID job = jobs.enqueue(
                    PlanInBackground.NAME,
                    Text.of("delivery.plan.job"),
                    call.actor().user(),
                    Map.of("project", project.toString()),
                    null);
            return Done.started(Text.of("delivery.plan.started"), job);
        }
        Plan plan = planned(together, project, Steps.UNSEEN);
        together.write(plan);
        return Done.answered(said(plan), plan.data(records, call.actor()));
    }

    /** @throws ProblemException 409 when the project has no tasks, or when there is no plan */
    static Plan planned(PlanTogether together, UUID project, Steps steps) {
        Plan plan = together.anew(Set.of(project), steps);
        if (plan.finishOf(project) == null) {
            throw ProblemException.conflict(Text.of("delivery.plan.no-tasks"));
        }
        return plan;
    }

    static Text said(Plan plan) {
        return Text.of(
                "delivery.plan.planned",
                plan.tasks(),
                plan.projects(),
                plan.moves().size());
    }
}
