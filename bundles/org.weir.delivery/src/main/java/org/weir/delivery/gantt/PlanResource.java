package org.weir.delivery.gantt;

import java.time.Clock;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.base.api.Text;
import org.weir.calendar.api.WorkCalendars;
import org.weir.records.api.Records;
import org.weir.rest.api.Resource;
import org.weir.store.api.Database;

/** {@code GET /api/plan}: tasks, links and days off of all projects that are planned or running. */
@Component
public final class PlanResource implements Resource {
    private final ReadPlan plan;

    @Activate
    public PlanResource(
            @Reference Records records,
            @Reference WorkCalendars calendars,
            @Reference(target = "(schema=delivery)") Database database) {
        plan = new ReadPlan(records, calendars, database, Clock.systemUTC());
    }

    @Override
    public String path() {
        return "/plan";
    }

    @Override
    public String name() {
        return "readPlan";
    }

    @Override
    public Text summary() {
        return Text.of("gantt.api.all");
    }

    @Override
    public String permission() {
        return "task:read";
    }

    @Override
    public Map<String, ?> get(Ask ask) {
        return plan.ofAll(ask.actor());
    }
}
