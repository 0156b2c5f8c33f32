package org.weir.admin.check;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.base.api.HealthCheck;
import org.weir.base.api.Text;
import org.weir.jobs.api.Jobs;
import org.weir.jobs.api.Jobs.Job;
import org.weir.jobs.api.Jobs.State;

/** Whether jobs failed within the last day. */
@Component
public final class JobsCheck implements HealthCheck {
    private static final int LOOKED_AT = 100;

    private final Jobs jobs;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public JobsCheck(@Reference Jobs jobs) {
        this.jobs = jobs;
    }

    @Override
    public String name() {
        return "jobs";
    }

    @Override
    public Text title() {
        return Text.of("health.jobs");
    }

    @Override
    public Result check() {
        Instant yesterday = clock.instant().minus(Duration.ofDays(1));
        List<Job> failed = jobs.newest(Set.of(State.FAILED), LOOKED_AT).stream()
                .filter(it -> it.createdAt().isAfter(yesterday))
                .toList();
        return failed.isEmpty()
                ? Result.good(Text.of("health.jobs.fine"))
                : Result.warn(Text.of("health.jobs.failed", failed.size()));
    }
}
