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

/** Plans a project for the first time, together with all that are running. */
@Component(service = Action.class)
public final class PlanFirst extends PlanProject {
    @Activate
    public PlanFirst(
            @Reference Records records,
            @Reference Access access,
            @Reference WorkCalendars calendars,
            @Reference(target = "(schema=delivery)") Database database,
            @Reference Jobs jobs) {
        this(records, access, calendars, database, jobs, AT_ONCE);
    }

    /** @param atOnce up to so many tasks are planned while one waits */
    PlanFirst(Records records, Access access, WorkCalendars calendars, Database database, Jobs jobs, long atOnce) {
        super(records, access, calendars, database, jobs, false, atOnce);
    }
}
