package org.weir.files.attachment;

import java.io.IOException;
import java.time.LocalTime;
import java.time.ZoneOffset;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.base.api.Text;
import org.weir.jobs.api.Jobs;
import org.weir.jobs.api.Schedule;
import org.weir.jobs.api.ScheduledJob;

/** Every night: what was removed a month ago goes for good. */
@Component
public final class SweepFiles implements ScheduledJob {
    private final Attachments attachments;

    @Activate
    public SweepFiles(@Reference Attachments attachments) {
        this.attachments = attachments;
    }

    @Override
    public String name() {
        return "org.weir.files.sweep";
    }

    @Override
    public Text title() {
        return Text.of("files.sweep");
    }

    @Override
    public Schedule schedule() {
        return Schedule.daily(LocalTime.of(3, 40), ZoneOffset.UTC);
    }

    @Override
    public Text run(Jobs.Progress progress) throws IOException {
        return Text.of("files.sweep.done", attachments.sweep());
    }
}
