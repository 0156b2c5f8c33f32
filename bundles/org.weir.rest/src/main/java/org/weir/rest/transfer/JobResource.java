package org.weir.rest.transfer;

import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
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

/** One's own jobs, and everybody's for those who look after them: how far they are, stopping them, beginning them anew. */
public final class JobResource {
    private static final String ADMINISTER = "jobs:administer";

    private final Jobs jobs;

    public JobResource(Jobs jobs) {
        this.jobs = jobs;
    }

    public List<Route> routes() {
        return List.of(
                Route.of("GET", "/jobs", "listJobs", this::list)
                        .needs(Route.SIGNED_IN)
                        .takes("integer", "limit")
                        .takes("boolean", "all")
                        .takes("string", "state")
                        .gives(200, new Shape.ItemsOf(Job.class)),
                Route.of("GET", "/jobs/{id}", "readJob", call -> call.answer(shown(seen(call))))
                        .needs(Route.SIGNED_IN)
                        .gives(200, new Shape.Of(Job.class))
                        .refuses(404),
                Route.of("POST", "/jobs/{id}/cancel", "cancelJob", this::cancel)
                        .needs(Route.SIGNED_IN)
                        .gives(202, new Shape.Of(Job.class))
                        .refuses(404),
                Route.of("POST", "/jobs/{id}/retry", "retryJob", this::retry)
                        .needs(Route.SIGNED_IN)
                        .gives(202, new Shape.Of(Job.class))
                        .refuses(404, 409));
    }

    /**
     * {@code total} is 0 while it is not known; {@code dueAt} is when a job that waits begins; {@code node} ran it last;
     * {@code kind} and {@code schedule} name the work, if it has a name.
     */
    record Job(
            UUID id,
            Text title,
            UUID owner,
            Jobs.State state,
            long done,
            long total,
            @Nullable Text message,
            Instant createdAt,
            @Nullable Instant startedAt,
            @Nullable Instant endedAt,
            @Nullable Instant dueAt,
            int attempts,
            @Nullable String kind,
            @Nullable String schedule,
            String node) {}

    private Answer list(Call call) {
        int limit = call.number("limit", 20, 1, 100);
        Set<Jobs.State> states = states(call);
        UUID user = call.actor().user();
        List<Jobs.Job> found;
        if (call.flag("all")) {
            if (!call.actor().may(ADMINISTER)) {
                throw ProblemException.forbidden(ADMINISTER);
            }
            found = jobs.newest(states, limit);
        } else {
            found = jobs.ofOwner(user, limit).stream()
                    .filter(it -> states.isEmpty() || states.contains(it.state()))
                    .toList();
        }
        return call.answer(new Items<>(found.stream().map(JobResource::shown).toList()));
    }

    private static Set<Jobs.State> states(Call call) {
        String name = call.param("state");
        if (name == null) {
            return Set.of();
        }
        return Set.of(Arrays.stream(Jobs.State.values())
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow(() -> ProblemException.badRequest(Text.of("rest.problem.parameter-malformed", "state"))));
    }

    private Jobs.Job seen(Call call) {
        boolean all = call.actor().may(ADMINISTER);
        return jobs.find(call.id("id"))
                .filter(it -> all || it.owner().equals(call.actor().user()))
                .orElseThrow(ProblemException::notFound);
    }

    private Answer cancel(Call call) {
        Jobs.Job job = seen(call);
        jobs.cancel(job.id());
        return call.answer(202, shown(seen(call)));
    }

    private Answer retry(Call call) {
        Jobs.Job job = seen(call);
        jobs.retry(job.id());
        return call.answer(202, shown(seen(call)));
    }

    private static Job shown(Jobs.Job job) {
        return new Job(
                job.id(),
                job.title(),
                job.owner(),
                job.state(),
                job.done(),
                job.total(),
                job.message(),
                job.createdAt(),
                job.startedAt(),
                job.endedAt(),
                job.dueAt(),
                job.attempts(),
                job.kind(),
                job.schedule(),
                job.node());
    }
}
