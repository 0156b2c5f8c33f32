package org.weir.access;

import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.osgi.service.component.annotations.ReferenceCardinality;
import org.osgi.service.component.annotations.ReferencePolicy;
import org.weir.access.api.Actor;
import org.weir.access.api.Directory;
import org.weir.access.api.Permission;
import org.weir.access.api.PermissionSource;
import org.weir.access.role.Permissions;
import org.weir.access.team.TeamTree;
import org.weir.base.api.Gate;
import org.weir.base.api.Slots;

/** Users, teams and roles; what changes them asks for {@code access:administer} here, whoever calls. */
@Component
public final class DirectoryService implements Directory {
    private static final int MOST = 500;

    private final Core core;
    private final Slots<PermissionSource> sources;

    @Activate
    public DirectoryService(@Reference Core core, @Reference Gate gate) {
        this.core = core;
        this.sources = new Slots<>(gate, Comparator.comparing(s -> s.getClass().getName()));
    }

    @Reference(cardinality = ReferenceCardinality.MULTIPLE, policy = ReferencePolicy.DYNAMIC)
    void addSource(PermissionSource source) {
        sources.add(source);
    }

    void removeSource(PermissionSource source) {
        sources.remove(source);
    }

    @Override
    public Map<UUID, Person> people(Collection<UUID> ids) {
        return core.people.byIds(ids);
    }

    @Override
    public Map<UUID, Team> teams(Collection<UUID> ids) {
        TeamTree tree = core.teams.tree();
        Map<UUID, Team> result = new HashMap<>();
        ids.forEach(id -> tree.find(id).ifPresent(team -> result.put(id, team)));
        return result;
    }

    @Override
    public List<Person> findPeople(String text, int limit) {
        return core.people.find(text, Math.min(limit, MOST));
    }

    @Override
    public List<Team> findTeams(String text, int limit) {
        String wanted = text.strip().toLowerCase(Locale.ROOT);
        return core.teams.tree().all().stream()
                .filter(team -> team.name().toLowerCase(Locale.ROOT).contains(wanted))
                .sorted(Comparator.comparing(Team::name).thenComparing(Team::id))
                .limit(Math.min(limit, MOST))
                .toList();
    }

    @Override
    public Optional<Person> byLogin(String login) {
        return core.people.byLogin(login);
    }

    @Override
    public List<Team> teams() {
        return core.teams.tree().all();
    }

    @Override
    public List<Role> roles() {
        return core.roles.all();
    }

    @Override
    public List<Permission> permissions() {
        return Permissions.of(sources.all());
    }

    @Override
    public List<User> users(Actor by, @Nullable String afterLogin, int limit) {
        check(by);
        return core.users.page(afterLogin, Math.min(limit, MOST));
    }

    @Override
    public Optional<User> user(Actor by, UUID id) {
        check(by);
        return core.users.find(id);
    }

    @Override
    public List<User> services(Actor by) {
        check(by);
        return core.users.services();
    }

    @Override
    public void endSessions(Actor by, UUID user) {
        check(by);
        core.database.write(handle -> {
            int ended = core.sessions.endAll(handle, user, null);
            core.trail.note(by, "sessions.ended", user + ": " + ended, "");
            return ended;
        });
    }

    @Override
    public UUID save(Actor by, User user, @Nullable String newPassword) {
        check(by);
        return core.users.save(by, user, newPassword);
    }

    @Override
    public UUID saveTeam(Actor by, @Nullable UUID id, String name, @Nullable UUID parent) {
        check(by);
        return core.teams.save(by, id, name, parent);
    }

    @Override
    public void saveRole(Actor by, Role role) {
        check(by);
        core.roles.save(by, role);
    }

    @Override
    public void removeRole(Actor by, String code) {
        check(by);
        core.roles.remove(by, code);
    }

    private void check(Actor by) {
        Permissions.requireAdminister(by, core.trail);
    }
}
