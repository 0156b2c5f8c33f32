package org.weir.delivery.project;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.Access;
import org.weir.calendar.api.WorkCalendars;
import org.weir.jobs.api.Jobs;
import org.weir.records.api.Action;
import org.weir.records.api.Records;
import org.weir.store.api.Database;

/** Plans all running projects again. */
@Component(service = Action.class)
public final class PlanAgain extends PlanProject {
    @Activate
    public PlanAgain(
            @Reference Records records,
            @Reference Access access,
            @Reference WorkCalendars calendars,
            @Reference(target = "(schema=delivery)") Database database,
            @Reference Jobs jobs) {
        super(records, access, calendars, database, jobs, true, AT_ONCE);
    }
}
