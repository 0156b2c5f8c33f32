package org.weir.rest.transfer;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.jobs.api.Jobs;
import org.weir.rest.http.Answer;
import org.weir.rest.http.Call;
import org.weir.rest.http.Items;
import org.weir.rest.http.Route;
import org.weir.rest.http.Shape;

/** One's own jobs: how far they are, and stopping them. */
public final class JobResource {
    private final Jobs jobs;

    public JobResource(Jobs jobs) {
        this.jobs = jobs;
    }

    public List<Route> routes() {
        return List.of(
                Route.of("GET", "/jobs", "listJobs", this::list)
                        .needs(Route.SIGNED_IN)
                        .takes("integer", "limit")
                        .gives(200, new Shape.ItemsOf(Job.class)),
                Route.of("GET", "/jobs/{id}", "readJob", call -> call.answer(shown(own(call))))
                        .needs(Route.SIGNED_IN)
                        .gives(200, new Shape.Of(Job.class))
                        .refuses(404),
                Route.of("POST", "/jobs/{id}/cancel", "cancelJob", this::cancel)
                        .needs(Route.SIGNED_IN)
                        .gives(202, new Shape.Of(Job.class))
                        .refuses(404));
    }

    /** {@code total} is 0 while it is not known. */
    record Job(
            UUID id,
            Text title,
            Jobs.State state,
            long done,
            long total,
            @Nullable Text message,
            Instant createdAt,
            @Nullable Instant endedAt) {}

    private Answer list(Call call) {
        int limit = call.number("limit", 20, 1, 100);
        return call.answer(new Items<>(jobs.ofOwner(call.actor().user(), limit).stream()
                .map(JobResource::shown)
                .toList()));
    }

    private Jobs.Job own(Call call) {
        return jobs.find(call.id("id"))
                .filter(it -> it.owner().equals(call.actor().user()))
                .orElseThrow(ProblemException::notFound);
    }

    private Answer cancel(Call call) {
        Jobs.Job job = own(call);
        jobs.cancel(job.id());
        return call.answer(202, shown(own(call)));
    }

    private static Job shown(Jobs.Job job) {
        return new Job(
                job.id(),
                job.title(),
                job.state(),
                job.done(),
                job.total(),
                job.message(),
                job.createdAt(),
                job.endedAt());
    }
}
