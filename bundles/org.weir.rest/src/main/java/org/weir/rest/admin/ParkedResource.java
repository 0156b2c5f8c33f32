package org.weir.rest.admin;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.weir.base.api.ProblemException;
import org.weir.events.api.ParkedEvents;
import org.weir.rest.http.Answer;
import org.weir.rest.http.Call;
import org.weir.rest.http.Items;
import org.weir.rest.http.Route;
import org.weir.rest.http.Shape;

/** Events that a consumer could not take: look, bring once more, give up. */
public final class ParkedResource {
    private final ParkedEvents parked;

    public ParkedResource(ParkedEvents parked) {
        this.parked = parked;
    }

    public List<Route> routes() {
        String one = "/admin/parked-events/{name}/{id}";
        return List.of(
                Route.of("GET", "/admin/parked-events", "listParkedEvents", this::list)
                        .needs(UserResource.ADMINISTER)
                        .takes("integer", "limit")
                        .gives(200, new Shape.ItemsOf(Parked.class)),
                Route.of("POST", one + "/retry", "retryParkedEvent", this::retry)
                        .needs(UserResource.ADMINISTER)
                        .gives(200, new Shape.Of(Retried.class)),
                Route.of("DELETE", one, "dropParkedEvent", this::drop)
                        .needs(UserResource.ADMINISTER)
                        .gives(204)
                        .refuses(404));
    }

    /** @param reason what the consumer said the last time */
    record Parked(
            String consumer,
            UUID event,
            String type,
            String subjectType,
            UUID subject,
            Instant at,
            int attempts,
            String reason,
            Instant parkedAt) {}

    /** @param taken whether the consumer took it and it is parked no longer */
    record Retried(boolean taken) {}

    private Answer list(Call call) {
        return call.answer(new Items<>(parked.newest(call.number("limit", 50, 1, 500)).stream()
                .map(it -> new Parked(
                        it.consumer(),
                        it.event().id(),
                        it.event().type(),
                        it.event().subjectType(),
                        it.event().subject(),
                        it.event().at(),
                        it.attempts(),
                        it.reason(),
                        it.parkedAt()))
                .toList()));
    }

    private Answer retry(Call call) {
        return call.answer(new Retried(parked.retry(call.variable("name"), call.id("id"))));
    }

    private Answer drop(Call call) {
        if (!parked.drop(call.variable("name"), call.id("id"))) {
            throw ProblemException.notFound();
        }
        return Answer.empty(204);
    }
}
