package org.weir.rest.admin;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Directory;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.rest.api.Needed;
import org.weir.rest.http.Answer;
import org.weir.rest.http.Call;
import org.weir.rest.http.Route;
import org.weir.rest.http.Shape;

/** Users, for administrators. */
public final class UserResource {
    static final String ADMINISTER = "access:administer";

    private final Directory directory;

    public UserResource(Directory directory) {
        this.directory = directory;
    }

    public List<Route> routes() {
        Shape user = new Shape.Of(User.class);
        return List.of(
                Route.of("GET", "/admin/users", "listUsers", this::list)
                        .needs(ADMINISTER)
                        .takes("string", "after")
                        .takes("integer", "limit")
                        .gives(200, new Shape.Of(Users.class)),
                Route.of("POST", "/admin/users", "createUser", this::create)
                        .fleeting()
                        .needs(ADMINISTER)
                        .reads(new Shape.Of(Wanted.class))
                        .gives(201, user)
                        .refuses(409, 422),
                Route.of("GET", "/admin/users/{id}", "readUser", call -> call.answer(shown(user(call, call.id("id")))))
                        .needs(ADMINISTER)
                        .gives(200, user)
                        .refuses(404),
                Route.of("PUT", "/admin/users/{id}", "replaceUser", this::replace)
                        .fleeting()
                        .needs(ADMINISTER)
                        .reads(new Shape.Of(Wanted.class))
                        .gives(200, user)
                        .refuses(404, 409, 422),
                Route.of("POST", "/admin/users/{id}/sign-out", "signOutUser", this::signOut)
                        .needs(ADMINISTER)
                        .gives(204)
                        .refuses(404));
    }

    /** A user as stored. */
    record User(
            UUID id,
            String login,
            String name,
            @Nullable String email,
            String language,
            String zone,
            @Nullable UUID team,
            Set<String> regions,
            Set<String> roles,
            boolean active) {}

    /** @param next the login to ask for with {@code after} */
    record Users(List<User> items, @Nullable String next) {}

    /**
     * What a user is to be. Language and zone left out: those of the deployment's region. A password must be changed at the
     * next sign-in; left out it stays as it is.
     */
    record Wanted(
            @Needed String login,
            @Needed String name,
            @Nullable String email,
            @Nullable String language,
            @Nullable String zone,
            @Nullable UUID team,
            Set<String> regions,
            Set<String> roles,
            @Needed Boolean active,
            @Nullable String password) {}

    private Answer list(Call call) {
        int limit = call.number("limit", 50, 1, 500);
        List<User> users = directory.users(call.actor(), call.param("after"), limit).stream()
                .map(UserResource::shown)
                .toList();
        String next = users.size() < limit ? null : users.get(users.size() - 1).login();
        return call.answer(new Users(users, next));
    }

    private Answer create(Call call) {
        Wanted wanted = call.body(Wanted.class);
        if (directory.byLogin(wanted.login()).isPresent()) {
            throw ProblemException.conflict(Text.of("rest.problem.login-taken", wanted.login()));
        }
        UUID id = save(call, null, wanted);
        return call.answer(201, shown(user(call, id))).with("Location", "/api/admin/users/" + id);
    }

    private Answer replace(Call call) {
        UUID id = user(call, call.id("id")).id();
        save(call, id, call.body(Wanted.class));
        return call.answer(shown(user(call, call.id("id"))));
    }

    private UUID save(Call call, @Nullable UUID id, Wanted wanted) {
        return directory.save(
                call.actor(),
                new Directory.User(
                        id,
                        wanted.login(),
                        wanted.name(),
                        wanted.email(),
                        wanted.language() == null ? "" : wanted.language(),
                        wanted.zone() == null ? "" : wanted.zone(),
                        wanted.team(),
                        wanted.regions(),
                        wanted.roles(),
                        wanted.active()),
                wanted.password());
    }

    private Answer signOut(Call call) {
        UUID id = call.id("id");
        user(call, id);
        directory.endSessions(call.actor(), id);
        return Answer.empty(204);
    }

    private Directory.User user(Call call, UUID id) {
        return directory.user(call.actor(), id).orElseThrow(ProblemException::notFound);
    }

    private static User shown(Directory.User user) {
        UUID id = user.id();
        if (id == null) {
            throw new IllegalStateException("a stored user has an id");
        }
        return new User(
                id,
                user.login(),
                user.name(),
                user.email(),
                user.language(),
                user.zone(),
                user.team(),
                user.regions(),
                user.roles(),
                user.active());
    }
}
