package org.weir.rest.admin;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.weir.access.api.Access;
import org.weir.rest.api.Needed;
import org.weir.rest.http.Answer;
import org.weir.rest.http.Call;
import org.weir.rest.http.Items;
import org.weir.rest.http.Route;
import org.weir.rest.http.Shape;

/** How somebody comes in: sessions, the links for new passwords, what happened lately. */
public final class UserAccessResource {
    private static final int LATELY = 100;

    private final Access access;

    public UserAccessResource(Access access) {
        this.access = access;
    }

    public List<Route> routes() {
        return List.of(
                Route.of("GET", "/admin/users/{id}/sessions", "listSessionsOf", this::sessions)
                        .needs(UserResource.ADMINISTER)
                        .gives(200, new Shape.ItemsOf(OpenSession.class))
                        .refuses(404),
                Route.of("DELETE", "/admin/users/{id}/sessions/{session}", "endSessionOf", this::end)
                        .needs(UserResource.ADMINISTER)
                        .gives(204)
                        .refuses(404),
                Route.of("POST", "/admin/users/{id}/password-link", "createPasswordLink", this::link)
                        .needs(UserResource.ADMINISTER)
                        .gives(201, new Shape.Of(Link.class))
                        .refuses(404),
                Route.of("POST", "/session/password", "usePasswordLink", this::use)
                        .needs(Route.PUBLIC)
                        .reads(new Shape.Of(NewPassword.class))
                        .gives(204)
                        .refuses(410, 422),
                Route.of("GET", "/me/sign-ins", "listSignIns", this::lately)
                        .needs(Route.SIGNED_IN)
                        .gives(200, new Shape.ItemsOf(SignIn.class)));
    }

    /** @param method {@code password, code, recovery} or {@code oidc} */
    record OpenSession(
            UUID id, Instant startedAt, Instant lastSeenAt, String address, String userAgent, String method) {}

    /** @param link the secret of {@code /new-password?link=}; in this answer only */
    record Link(String link) {}

    record NewPassword(@Needed String link, @Needed String next) {}

    /** Something that happened to one's account. */
    record SignIn(Instant at, String action, String detail, String address) {}

    private Answer sessions(Call call) {
        return call.answer(new Items<>(access.sessions(call.actor(), call.id("id")).stream()
                .map(it -> new OpenSession(
                        it.id(), it.startedAt(), it.lastSeenAt(), it.address(), it.userAgent(), it.method()))
                .toList()));
    }

    private Answer end(Call call) {
        access.endSession(call.actor(), call.id("id"), call.id("session"));
        return Answer.empty(204);
    }

    private Answer link(Call call) {
        return call.answer(201, new Link(access.passwordLink(call.actor(), call.id("id"))));
    }

    private Answer use(Call call) {
        NewPassword wanted = call.body(NewPassword.class);
        access.usePasswordLink(wanted.link(), wanted.next(), call.incoming().remoteAddress());
        return Answer.empty(204);
    }

    private Answer lately(Call call) {
        return call.answer(new Items<>(access.signIns(call.actor().user(), LATELY).stream()
                .map(it -> new SignIn(it.at(), it.action(), it.detail(), it.address()))
                .toList()));
    }
}
