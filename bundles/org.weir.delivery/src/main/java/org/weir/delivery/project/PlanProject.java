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
import org.weir.records.api.Action;
import org.weir.records.api.Records;
import org.weir.records.api.Row;
import org.weir.store.api.Database;

/** What planning a project first and planning it again share. */
abstract class PlanProject implements Action {
    private final Records records;
    private final PlanTogether together;
    private final boolean again;

    PlanProject(Records records, Access access, WorkCalendars calendars, Database database, boolean again) {
        this.records = records;
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
        Plan plan = together.anew(Set.of(project));
        if (plan.finishOf(project) == null) {
            throw ProblemException.conflict(Text.of("delivery.plan.no-tasks"));
        }
        together.write(plan);
        Map<String, Object> data = plan.data(records, call.actor());
        return Done.answered(
                Text.of(
                        "delivery.plan.planned",
                        plan.tasks(),
                        plan.projects(),
                        plan.moves().size()),
                data);
    }
}
