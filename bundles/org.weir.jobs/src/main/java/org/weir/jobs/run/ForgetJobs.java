package org.weir.jobs.run;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.UUID;
import org.weir.base.api.Text;
import org.weir.jobs.api.Jobs.Progress;
import org.weir.jobs.api.Schedule;
import org.weir.jobs.api.ScheduledJob;

/** Removes jobs that ended long ago. */
final class ForgetJobs implements ScheduledJob {
    private static final UUID SYSTEM = new UUID(0, 0);
    private static final Duration DONE = Duration.ofDays(3);
    private static final Duration ENDED = Duration.ofDays(90);

    private final JobStore store;
    private final Clock clock;

    ForgetJobs(JobStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    @Override
    public String name() {
        return "org.weir.jobs.forget";
    }

    @Override
    public Text title() {
        return Text.of("job.forget");
    }

    @Override
    public Schedule schedule() {
        return Schedule.daily(LocalTime.of(3, 20), ZoneId.of("UTC"));
    }

    @Override
    public Text run(Progress progress) {
        Instant now = clock.instant();
        return Text.of("job.forget.done", store.forget(now.minus(DONE), now.minus(ENDED), SYSTEM));
    }
}
