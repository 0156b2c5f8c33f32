package org.weir.web.jobs;

import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.base.api.Text;
import org.weir.jobs.api.Jobs;
import org.weir.jobs.api.Schedules;
import org.weir.rest.api.Operation;
import org.weir.rest.api.Reply;

/** {@code GET /api/schedules}: what comes round, and when. */
@Component(service = Operation.class)
public final class ListSchedules implements Operation {
    private final Schedules schedules;

    @Activate
    public ListSchedules(@Reference Schedules schedules) {
        this.schedules = schedules;
    }

    /** What comes round; {@code here}: whether the bundle that brings it is on this node. */
    public record Scheduled(
            String name,
            Text title,
            Text when,
            Instant next,
            Jobs.@Nullable State state,
            @Nullable Text message,
            @Nullable Instant begun,
            boolean here) {}

    @Override
    public Method method() {
        return Method.GET;
    }

    @Override
    public String path() {
        return "/schedules";
    }

    @Override
    public String name() {
        return "listSchedules";
    }

    @Override
    public Text summary() {
        return Text.of("jobs.schedules");
    }

    @Override
    public String permission() {
        return JobPages.ADMINISTER;
    }

    @Override
    public Output output() {
        return Output.items(Scheduled.class);
    }

    @Override
    public Reply call(Ask ask) {
        return Reply.json(schedules.planned().stream().map(ListSchedules::shown).toList());
    }

    private static Scheduled shown(Schedules.Planned it) {
        Jobs.Job last = it.last();
        return new Scheduled(
                it.name(),
                it.title(),
                it.when(),
                it.next(),
                last == null ? null : last.state(),
                last == null ? null : last.message(),
                last == null ? null : last.createdAt(),
                it.here());
    }
}
