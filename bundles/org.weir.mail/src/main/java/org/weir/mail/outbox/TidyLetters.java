package org.weir.mail.outbox;

import java.time.Clock;
import java.time.Duration;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.base.api.Text;
import org.weir.jobs.api.Jobs;
import org.weir.jobs.api.Schedule;
import org.weir.jobs.api.ScheduledJob;

/** Forgets old letters, and gives up those that nobody carries any more. */
@Component(service = ScheduledJob.class)
public final class TidyLetters implements ScheduledJob {
    private static final Duration KEPT = Duration.ofDays(30);

    private final PostOffice office;
    private final Clock clock = Clock.systemUTC();

    @Activate
    public TidyLetters(@Reference PostOffice office) {
        this.office = office;
    }

    @Override
    public String name() {
        return "org.weir.mail.tidy";
    }

    @Override
    public Text title() {
        return Text.of("mail.tidy");
    }

    @Override
    public Schedule schedule() {
        return Schedule.every(Duration.ofHours(1));
    }

    @Override
    public Text run(Jobs.Progress progress) {
        int settled = office.settle();
        return Text.of("mail.tidy.done", office.letters().forget(clock.instant().minus(KEPT)), settled);
    }
}
