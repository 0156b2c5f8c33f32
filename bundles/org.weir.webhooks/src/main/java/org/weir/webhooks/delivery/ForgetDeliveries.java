package org.weir.webhooks.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.base.api.Text;
import org.weir.jobs.api.Jobs;
import org.weir.jobs.api.Schedule;
import org.weir.jobs.api.ScheduledJob;
import org.weir.store.api.Database;

/** Forgets every night what ended a month ago. */
@Component(service = ScheduledJob.class)
public final class ForgetDeliveries implements ScheduledJob {
    private static final Duration KEPT = Duration.ofDays(30);

    private final DeliveryStore store;

    @Activate
    public ForgetDeliveries(@Reference(target = "(schema=webhooks)") Database database) {
        this.store = new DeliveryStore(database, Clock.systemUTC());
    }

    @Override
    public String name() {
        return "org.weir.webhooks.forget";
    }

    @Override
    public Text title() {
        return Text.of("webhooks.forget");
    }

    @Override
    public Schedule schedule() {
        return Schedule.daily(LocalTime.of(3, 20), ZoneOffset.UTC);
    }

    @Override
    public Text run(Jobs.Progress progress) {
        return Text.of(
                "webhooks.forgotten", store.purge(Clock.systemUTC().instant().minus(KEPT)));
    }
}
