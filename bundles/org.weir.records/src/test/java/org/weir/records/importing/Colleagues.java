package org.weir.records.importing;

import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Actor;
import org.weir.access.api.Directory;
import org.weir.access.api.Permission;
import org.weir.access.api.Scope;
import org.weir.base.api.Ids;
import org.weir.records.format.Folding;

/** The people of the tests. */
public final class Colleagues implements Directory {
    private final Map<UUID, Person> people = new HashMap<>();
    private final Map<UUID, Actor> actors = new HashMap<>();

    /** Somebody with the permissions {@code company:…} named, in the scope. */
    public Actor add(String name, Locale locale, Scope scope, String... operations) {
        Map<String, Set<Scope>> grants = new HashMap<>();
        for (String operation : operations) {
            grants.put("company:" + operation, EnumSet.of(scope));
        }
        return add(name, locale, grants);
    }

    public Actor add(String name, Locale locale, Map<String, Set<Scope>> grants) {
        UUID id = Ids.next();
        Actor actor = new Actor(
                id,
                name.toLowerCase(Locale.ROOT),
                name,
                locale,
                java.time.ZoneId.of("Europe/Berlin"),
                Actor.NO_TEAM,
                Set.of(),
                Set.of(),
                grants);
        people.put(id, new Person(id, actor.login(), name, name.substring(0, 1), true));
        actors.put(id, actor);
        return actor;
    }

    public Actor actor(UUID id) {
        return java.util.Objects.requireNonNull(actors.get(id));
    }

    @Override
    public Map<UUID, Person> people(Collection<UUID> ids) {
        Map<UUID, Person> found = new HashMap<>(people);
        found.keySet().retainAll(Set.copyOf(ids));
        return found;
    }

    @Override
    public Map<UUID, Team> teams(Collection<UUID> ids) {
        return Map.of();
    }

    @Override
    public List<Person> findPeople(String text, int limit) {
        return people.values().stream()
                .filter(it -> Folding.fold(it.name()).contains(Folding.fold(text)))
                .limit(limit)
                .toList();
    }

    @Override
    public List<Team> findTeams(String text, int limit) {
        return List.of();
    }

    @Override
    public Optional<Person> byLogin(String login) {
        return people.values().stream().filter(it -> it.login().equals(login)).findFirst();
    }

    @Override
    public List<Team> teams() {
        return List.of();
    }

    @Override
    public List<Role> roles() {
        return List.of();
    }

    @Override
    public List<Permission> permissions() {
        return List.of();
    }

    @Override
    public List<User> users(Actor by, @Nullable String afterLogin, int limit) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<User> user(Actor by, UUID id) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void endSessions(Actor by, UUID user) {
        throw new UnsupportedOperationException();
    }

    @Override
    public UUID save(Actor by, User user, @Nullable String newPassword) {
        throw new UnsupportedOperationException();
    }

    @Override
    public UUID saveTeam(Actor by, @Nullable UUID id, String name, @Nullable UUID parent) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void saveRole(Actor by, Role role) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void removeRole(Actor by, String code) {
        throw new UnsupportedOperationException();
    }

    @Override
    public List<User> services(Actor by) {
        return List.of();
    }
}
