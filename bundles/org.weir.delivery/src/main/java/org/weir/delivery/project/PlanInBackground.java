package org.weir.delivery.project;

import java.time.Clock;
import java.util.Map;
import java.util.UUID;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.Access;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.calendar.api.WorkCalendars;
import org.weir.delivery.planning.Plan;
import org.weir.delivery.planning.PlanTogether;
import org.weir.jobs.api.JobKind;
import org.weir.jobs.api.Jobs;
import org.weir.records.api.Records;
import org.weir.store.api.Database;

/** Plans all running projects and the one asked for as a job, one plan after the other. */
@Component
public final class PlanInBackground implements JobKind {
    static final String NAME = "org.weir.delivery.plan";

    private static final int ATTEMPTS = 3;
    private static final int SEEKING = 70;

    private final PlanTogether together;

    @Activate
    public PlanInBackground(
            @Reference Records records,
            @Reference Access access,
            @Reference WorkCalendars calendars,
            @Reference(target = "(schema=delivery)") Database database) {
        this.together = new PlanTogether(records, access.system(), calendars, database, Clock.systemUTC());
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public int atOnce() {
        return 1;
    }

    /** People go on working meanwhile: where one of them was faster, the plan is sought anew with what they did. */
    @Override
    public Text run(Map<String, String> input, Jobs.Progress progress) {
        UUID project = UUID.fromString(input.getOrDefault("project", ""));
        for (int attempt = 1; ; attempt++) {
            Plan plan = PlanProject.planned(
                    together,
                    project,
                    (done, total, what) -> progress.step(percent(done, total, 0, SEEKING), 100, what));
            try {
                together.write(
                        plan, (done, total, what) -> progress.step(percent(done, total, SEEKING, 100), 100, what));
                return PlanProject.said(plan);
            } catch (Records.StaleException faster) {
                if (attempt == ATTEMPTS) {
                    throw ProblemException.conflict(Text.of("delivery.plan.changed-meanwhile"));
                }
            }
        }
    }

    private static long percent(long done, long total, int from, int to) {
        return from + Math.min(done, total) * (to - from) / Math.max(1, total);
    }
}
