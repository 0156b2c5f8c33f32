package org.weir.partner.gallery.remind;

import java.time.ZoneOffset;
import java.util.Map;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.Actor;
import org.weir.base.api.Text;
import org.weir.jobs.api.Jobs;
import org.weir.jobs.api.Schedule;
import org.weir.jobs.api.ScheduledJob;

/** Every Monday morning, once however many nodes there are. */
@Component
public final class RemindWeekly implements ScheduledJob {
    private final Jobs jobs;

    @Activate
    public RemindWeekly(@Reference Jobs jobs) {
        this.jobs = jobs;
    }

    @Override
    public String name() {
        return "org.weir.partner.gallery.weekly";
    }

    @Override
    public Text title() {
        return Text.of("gallery.weekly");
    }

    @Override
    public Schedule schedule() {
        return Schedule.cron("0 6 * * 1", ZoneOffset.UTC);
    }

    @Override
    public Text run(Jobs.Progress progress) {
        jobs.enqueue(WriteReminders.NAME, title(), Actor.SYSTEM, Map.of(), null);
        return Text.of("gallery.remind-started");
    }
}
