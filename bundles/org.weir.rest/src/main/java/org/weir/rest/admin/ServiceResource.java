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
import org.weir.rest.http.Items;
import org.weir.rest.http.Route;
import org.weir.rest.http.Shape;

/** Service accounts, for administrators. */
public final class ServiceResource {
    private final Directory directory;

    public ServiceResource(Directory directory) {
        this.directory = directory;
    }

    public List<Route> routes() {
        Shape service = new Shape.Of(Service.class);
        return List.of(
                Route.of("GET", "/admin/services", "listServices", this::list)
                        .needs(UserResource.ADMINISTER)
                        .gives(200, new Shape.ItemsOf(Service.class)),
                Route.of("POST", "/admin/services", "createService", this::create)
                        .needs(UserResource.ADMINISTER)
                        .reads(new Shape.Of(Wanted.class))
                        .gives(201, service)
                        .refuses(409, 422),
                Route.of(
                                "GET",
                                "/admin/services/{id}",
                                "readService",
                                call -> call.answer(shown(service(call, call.id("id")))))
                        .needs(UserResource.ADMINISTER)
                        .gives(200, service)
                        .refuses(404),
                Route.of("PUT", "/admin/services/{id}", "replaceService", this::replace)
                        .needs(UserResource.ADMINISTER)
                        .reads(new Shape.Of(Wanted.class))
                        .gives(200, service)
                        .refuses(404, 409, 422));
    }

    /** A service account as stored. */
    record Service(
            UUID id,
            String login,
            String name,
            @Nullable UUID team,
            Set<String> regions,
            Set<String> roles,
            boolean active) {}

    /** What a service account is to be. */
    record Wanted(
            @Needed String login,
            @Needed String name,
            @Nullable UUID team,
            Set<String> regions,
            Set<String> roles,
            @Needed Boolean active) {}

    private Answer list(Call call) {
        return call.answer(new Items<>(directory.services(call.actor()).stream()
                .map(ServiceResource::shown)
                .toList()));
    }

    private Answer create(Call call) {
        Wanted wanted = call.body(Wanted.class);
        if (directory.byLogin(wanted.login()).isPresent()) {
            throw ProblemException.conflict(Text.of("rest.problem.login-taken", wanted.login()));
        }
        UUID id = save(call, null, wanted);
        return call.answer(201, shown(service(call, id))).with("Location", "/api/admin/services/" + id);
    }

    private Answer replace(Call call) {
        UUID id = service(call, call.id("id")).id();
        save(call, id, call.body(Wanted.class));
        return call.answer(shown(service(call, call.id("id"))));
    }

    private UUID save(Call call, @Nullable UUID id, Wanted wanted) {
        return directory.save(
                call.actor(),
                new Directory.User(
                        id,
                        wanted.login(),
                        wanted.name(),
                        null,
                        "",
                        "",
                        wanted.team(),
                        wanted.regions(),
                        wanted.roles(),
                        wanted.active(),
                        true),
                null);
    }

    private Directory.User service(Call call, UUID id) {
        return directory.user(call.actor(), id).filter(Directory.User::service).orElseThrow(ProblemException::notFound);
    }

    private static Service shown(Directory.User service) {
        UUID id = service.id();
        if (id == null) {
            throw new IllegalStateException("a stored account has an id");
        }
        return new Service(
                id,
                service.login(),
                service.name(),
                service.team(),
                service.regions(),
                service.roles(),
                service.active());
    }
}
