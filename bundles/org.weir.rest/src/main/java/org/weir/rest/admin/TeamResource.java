package org.weir.rest.admin;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Directory;
import org.weir.access.api.Scope;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;
import org.weir.rest.api.Needed;
import org.weir.rest.http.Answer;
import org.weir.rest.http.Call;
import org.weir.rest.http.Items;
import org.weir.rest.http.Route;
import org.weir.rest.http.Shape;

/** Teams, roles and what can be granted, for administrators. */
public final class TeamResource {
    private final Directory directory;

    public TeamResource(Directory directory) {
        this.directory = directory;
    }

    public List<Route> routes() {
        return List.of(
                Route.of("GET", "/admin/teams", "listTeams", this::teams)
                        .needs(UserResource.ADMINISTER)
                        .gives(200, new Shape.ItemsOf(Team.class)),
                Route.of("POST", "/admin/teams", "createTeam", this::create)
                        .needs(UserResource.ADMINISTER)
                        .reads(new Shape.Of(WantedTeam.class))
                        .gives(201, new Shape.Of(Team.class))
                        .refuses(422),
                Route.of("PUT", "/admin/teams/{id}", "replaceTeam", this::replace)
                        .needs(UserResource.ADMINISTER)
                        .reads(new Shape.Of(WantedTeam.class))
                        .gives(200, new Shape.Of(Team.class))
                        .refuses(404, 422),
                Route.of("GET", "/admin/roles", "listRoles", this::roles)
                        .needs(UserResource.ADMINISTER)
                        .gives(200, new Shape.ItemsOf(Role.class)),
                Route.of("PUT", "/admin/roles/{code}", "replaceRole", this::saveRole)
                        .needs(UserResource.ADMINISTER)
                        .reads(new Shape.Of(WantedRole.class))
                        .gives(200, new Shape.Of(Role.class))
                        .refuses(409, 422),
                Route.of("DELETE", "/admin/roles/{code}", "deleteRole", this::removeRole)
                        .needs(UserResource.ADMINISTER)
                        .gives(204)
                        .refuses(404, 409),
                Route.of("GET", "/admin/permissions", "listPermissions", this::permissions)
                        .needs(UserResource.ADMINISTER)
                        .gives(200, new Shape.ItemsOf(Permission.class)));
    }

    /** A team; {@code depth} 0 is the top. */
    record Team(UUID id, String name, @Nullable UUID parent, int depth) {}

    record WantedTeam(@Needed String name, @Nullable UUID parent) {}

    /** @param name in the reader's language; {@code nameKey} as stored: a text key, or the words that were typed */
    record Role(String code, Text name, String nameKey, Map<String, Set<Scope>> grants) {}

    /** @param grants permission to scopes */
    record WantedRole(@Needed String name, @Needed Map<String, Set<Scope>> grants) {}

    /** Something that can be granted. */
    record Permission(String code, Text text) {}

    private Answer teams(Call call) {
        return call.answer(
                new Items<>(directory.teams().stream().map(TeamResource::shown).toList()));
    }

    private Answer create(Call call) {
        WantedTeam wanted = call.body(WantedTeam.class);
        UUID id = directory.saveTeam(call.actor(), null, wanted.name(), wanted.parent());
        return call.answer(201, team(id)).with("Location", "/api/admin/teams/" + id);
    }

    private Answer replace(Call call) {
        UUID id = team(call.id("id")).id();
        WantedTeam wanted = call.body(WantedTeam.class);
        directory.saveTeam(call.actor(), id, wanted.name(), wanted.parent());
        return call.answer(team(id));
    }

    private Team team(UUID id) {
        return directory.teams().stream()
                .filter(it -> it.id().equals(id))
                .map(TeamResource::shown)
                .findFirst()
                .orElseThrow(ProblemException::notFound);
    }

    private static Team shown(Directory.Team team) {
        return new Team(team.id(), team.name(), team.parent(), team.depth());
    }

    private Answer roles(Call call) {
        return call.answer(
                new Items<>(directory.roles().stream().map(TeamResource::shown).toList()));
    }

    private static Role shown(Directory.Role role) {
        return new Role(role.code(), Text.of(role.name()), role.name(), role.grants());
    }

    private Answer saveRole(Call call) {
        WantedRole wanted = call.body(WantedRole.class);
        String code = call.variable("code");
        Set<String> known = new HashSet<>();
        directory.permissions().forEach(it -> known.add(it.code()));
        for (String permission : wanted.grants().keySet()) {
            if (!known.contains(permission) && !permission.contains("*")) {
                throw ProblemException.invalid("grants", Text.of("rest.field.permission-unknown", permission));
            }
        }
        directory.saveRole(call.actor(), new Directory.Role(code, wanted.name(), wanted.grants()));
        return call.answer(shown(role(code)));
    }

    private Directory.Role role(String code) {
        return directory.roles().stream()
                .filter(it -> it.code().equals(code))
                .findFirst()
                .orElseThrow(ProblemException::notFound);
    }

    private Answer removeRole(Call call) {
        directory.removeRole(call.actor(), role(call.variable("code")).code());
        return Answer.empty(204);
    }

    private Answer permissions(Call call) {
        return call.answer(new Items<>(directory.permissions().stream()
                .map(it -> new Permission(it.code(), it.text()))
                .toList()));
    }
}
