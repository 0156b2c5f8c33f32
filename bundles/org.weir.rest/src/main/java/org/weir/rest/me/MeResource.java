package org.weir.rest.me;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Access;
import org.weir.access.api.Actor;
import org.weir.access.api.Scope;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.rest.api.Needed;
import org.weir.rest.http.Answer;
import org.weir.rest.http.Call;
import org.weir.rest.http.Items;
import org.weir.rest.http.Route;
import org.weir.rest.http.SessionCookie;
import org.weir.rest.http.Shape;

/** The signed-in person: who, what they may do, preferences, password, sessions. */
public final class MeResource {
    private final Access access;

    public MeResource(Access access) {
        this.access = access;
    }

    public List<Route> routes() {
        return List.of(
                Route.of("POST", "/session", "signIn", this::signIn)
                        .needs(Route.PUBLIC)
                        .reads(new Shape.Of(Credentials.class))
                        .gives(201, new Shape.Of(SignedIn.class))
                        .refuses(401, 422, 429),
                Route.of("DELETE", "/session", "signOut", this::signOut)
                        .needs(Route.SIGNED_IN)
                        .gives(204)
                        .whilePasswordIsOld(),
                Route.of("GET", "/me", "me", this::me)
                        .needs(Route.SIGNED_IN)
                        .gives(200, new Shape.Of(Me.class))
                        .whilePasswordIsOld(),
                Route.of("PATCH", "/me", "changePreferences", this::change)
                        .needs(Route.SIGNED_IN)
                        .reads(new Shape.Of(Preferences.class), "application/merge-patch+json", "application/json")
                        .gives(204)
                        .refuses(422),
                Route.of("POST", "/me/password", "changePassword", this::password)
                        .needs(Route.SIGNED_IN)
                        .reads(new Shape.Of(Passwords.class))
                        .gives(204)
                        .refuses(422, 429)
                        .forPeople()
                        .fleeting()
                        .whilePasswordIsOld(),
                Route.of("GET", "/me/sessions", "listSessions", this::sessions)
                        .needs(Route.SIGNED_IN)
                        .gives(200, new Shape.ItemsOf(Session.class)),
                Route.of("DELETE", "/me/sessions/{id}", "endSession", this::end)
                        .needs(Route.SIGNED_IN)
                        .forPeople()
                        .gives(204)
                        .refuses(404));
    }

    /** @param code of the authenticator, or a recovery code, for those who have a second factor */
    record Credentials(
            @Needed String login,
            @Needed String password,
            @Nullable String code) {}

    /** @param csrf to be sent as {@code X-CSRF} with every request that changes something */
    record SignedIn(String csrf, boolean mustChangePassword, boolean mustSetUpSecondFactor, Instant expiresAt) {}

    /** @param grants permission to scopes; {@code *} stands for all */
    record Me(
            UUID id,
            String login,
            String name,
            String language,
            String zone,
            @Nullable UUID team,
            Set<String> regions,
            Map<String, Set<Scope>> grants,
            @Nullable String theme,
            @Nullable String csrf,
            @Nullable Boolean mustChangePassword) {}

    /** Language tag, time zone id, {@code auto, light} or {@code dark}; what is missing stays. */
    record Preferences(
            @Nullable String language,
            @Nullable String zone,
            @Nullable String theme) {}

    record Passwords(@Needed String present, @Needed String next) {}

    /** A place where one is signed in, by {@code password, code, recovery} or {@code oidc}; {@code present} is the one that asks. */
    record Session(
            UUID id,
            Instant startedAt,
            Instant lastSeenAt,
            String address,
            String userAgent,
            String method,
            boolean present) {}

    private Answer signIn(Call call) {
        Credentials credentials = call.body(Credentials.class);
        String agent = call.incoming().header("User-Agent");
        Access.SignedIn in = signedIn(credentials, call.incoming().remoteAddress(), agent == null ? "" : agent);
        String before = call.incoming().cookie(SessionCookie.NAME);
        if (before != null) {
            access.signOut(before);
        }
        Access.Session session = in.session();
        return call.answer(
                        201,
                        new SignedIn(
                                session.csrf(),
                                session.mustChangePassword(),
                                session.mustSetUpSecondFactor(),
                                session.expiresAt()))
                .with(
                        "Set-Cookie",
                        SessionCookie.header(in.token(), call.incoming().secure()));
    }

    private Access.SignedIn signedIn(Credentials credentials, String address, String agent) {
        Access.Step step = access.enter(credentials.login(), credentials.password(), address, agent);
        if (step instanceof Access.Step.Open open) {
            return open.signedIn();
        }
        String code = credentials.code();
        if (code == null || code.isBlank()) {
            throw new ProblemException(401, Text.of("rest.problem.code-missing"), List.of());
        }
        return access.code(((Access.Step.Asked) step).challenge(), code, address, agent);
    }

    private Answer signOut(Call call) {
        String token = call.incoming().cookie(SessionCookie.NAME);
        if (token != null && call.session() != null) {
            access.signOut(token);
        }
        return Answer.empty(204)
                .with("Set-Cookie", SessionCookie.header(null, call.incoming().secure()));
    }

    private Answer me(Call call) {
        Actor actor = call.actor();
        Access.Session session = call.session();
        return call.answer(new Me(
                actor.user(),
                actor.login(),
                actor.name(),
                actor.locale().toLanguageTag(),
                actor.zone().getId(),
                actor.ownTeam().equals(Actor.NO_TEAM) ? null : actor.ownTeam(),
                actor.regions(),
                actor.grants(),
                session == null ? null : session.theme(),
                session == null ? null : session.csrf(),
                session == null ? null : session.mustChangePassword()));
    }

    private Answer change(Call call) {
        Preferences next = call.body(Preferences.class);
        access.changePreferences(call.actor().user(), next.language(), next.zone(), next.theme());
        return Answer.empty(204);
    }

    private Answer password(Call call) {
        Passwords passwords = call.body(Passwords.class);
        Access.Session session = call.session();
        access.changePassword(
                call.actor().user(), session == null ? null : session.id(), passwords.present(), passwords.next());
        return Answer.empty(204);
    }

    private Answer sessions(Call call) {
        Access.Session present = call.session();
        return call.answer(new Items<>(access.sessions(call.actor().user()).stream()
                .map(it -> new Session(
                        it.id(),
                        it.startedAt(),
                        it.lastSeenAt(),
                        it.address(),
                        it.userAgent(),
                        it.method(),
                        present != null && it.id().equals(present.id())))
                .toList()));
    }

    private Answer end(Call call) {
        access.endSession(call.actor().user(), call.id("id"));
        return Answer.empty(204);
    }
}
