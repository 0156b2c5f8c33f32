package org.weir.rest.me;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Access;
import org.weir.access.api.SecondFactor;
import org.weir.rest.api.Needed;
import org.weir.rest.http.Answer;
import org.weir.rest.http.Call;
import org.weir.rest.http.Route;
import org.weir.rest.http.Shape;

/** The second factor of the signed-in person, and its reset by an administrator. */
public final class SecondFactorResource {
    private static final String AT = "/me/second-factor";

    private final SecondFactor second;

    public SecondFactorResource(SecondFactor second) {
        this.second = second;
    }

    public List<Route> routes() {
        return List.of(
                Route.of("GET", AT, "secondFactor", this::state)
                        .needs(Route.SIGNED_IN)
                        .gives(200, new Shape.Of(State.class))
                        .whilePasswordIsOld(),
                own(Route.of("POST", AT, "beginSecondFactor", this::begin))
                        .reads(new Shape.Of(Present.class))
                        .gives(201, new Shape.Of(Setup.class)),
                own(Route.of("POST", AT + "/confirm", "confirmSecondFactor", this::confirm))
                        .reads(new Shape.Of(Code.class))
                        .gives(200, new Shape.Of(Codes.class)),
                own(Route.of("POST", AT + "/recovery-codes", "createRecoveryCodes", this::codes))
                        .reads(new Shape.Of(Present.class))
                        .gives(200, new Shape.Of(Codes.class)),
                own(Route.of("POST", AT + "/remove", "removeSecondFactor", this::remove))
                        .reads(new Shape.Of(Removal.class))
                        .gives(204),
                Route.of("DELETE", "/admin/users/{id}/second-factor", "resetSecondFactor", this::reset)
                        .needs("access:administer")
                        .gives(204)
                        .refuses(404));
    }

    private static Route own(Route route) {
        return route.needs(Route.SIGNED_IN).forPeople().whilePasswordIsOld().refuses(409, 422, 429);
    }

    /** @param due a role asks for it; @param codes recovery codes left */
    record State(boolean on, boolean due, @Nullable Instant since, int codes) {}

    record Present(@Needed String present) {}

    record Code(@Needed String code) {}

    record Removal(@Needed String present, @Needed String code) {}

    /** @param uri {@code otpauth:}, to be shown as a picture */
    record Setup(String secret, String uri) {}

    /** Recovery codes, in this answer only. */
    record Codes(List<String> codes) {}

    private Answer state(Call call) {
        SecondFactor.State state = second.state(call.actor().user());
        return call.answer(new State(state.on(), state.due(), state.since(), state.codes()));
    }

    private Answer begin(Call call) {
        SecondFactor.Setup setup =
                second.begin(call.actor().user(), call.body(Present.class).present());
        return call.answer(201, new Setup(setup.secret(), setup.uri()));
    }

    private Answer confirm(Call call) {
        Access.Session session = call.session();
        return call.answer(new Codes(second.confirm(
                call.actor().user(),
                session == null ? null : session.id(),
                call.body(Code.class).code())));
    }

    private Answer codes(Call call) {
        return call.answer(new Codes(
                second.newCodes(call.actor().user(), call.body(Present.class).present())));
    }

    private Answer remove(Call call) {
        Removal removal = call.body(Removal.class);
        second.remove(call.actor().user(), removal.present(), removal.code());
        return Answer.empty(204);
    }

    private Answer reset(Call call) {
        second.reset(call.actor(), call.id("id"));
        return Answer.empty(204);
    }
}
