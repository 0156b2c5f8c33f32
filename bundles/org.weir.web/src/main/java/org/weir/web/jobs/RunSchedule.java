package org.weir.web.jobs;

import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.base.api.Text;
import org.weir.jobs.api.Schedules;
import org.weir.rest.api.Operation;
import org.weir.rest.api.Reply;

/** {@code POST /api/schedules/{name}/run}: a turn of what comes round, now. */
@Component(service = Operation.class)
public final class RunSchedule implements Operation {
    private final Schedules schedules;

    @Activate
    public RunSchedule(@Reference Schedules schedules) {
        this.schedules = schedules;
    }

    @Override
    public Method method() {
        return Method.POST;
    }

    @Override
    public String path() {
        return "/schedules/{name}/run";
    }

    @Override
    public String name() {
        return "runSchedule";
    }

    @Override
    public Text summary() {
        return Text.of("jobs.run-now");
    }

    @Override
    public String permission() {
        return JobPages.ADMINISTER;
    }

    @Override
    public Output output() {
        return Output.NOTHING;
    }

    @Override
    public Reply call(Ask ask) {
        schedules.runNow(ask.path("name"));
        return Reply.nothing();
    }
}
