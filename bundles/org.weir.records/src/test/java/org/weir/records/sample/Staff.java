package org.weir.records.sample;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.weir.access.api.Actor;
import org.weir.access.api.Directory;
import org.weir.access.api.Permission;

/** A small company's users and teams. */
public final class Staff implements Directory {
    private final Map<UUID, Person> people = new LinkedHashMap<>();
    private final Map<UUID, Team> teams = new LinkedHashMap<>();

    public UUID person(String login, String name) {
        UUID id = UUID.nameUUIDFromBytes(login.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        people.put(id, new Person(id, login, name, name.substring(0, 1), true));
        return id;
    }

    public UUID team(String name) {
        UUID id = UUID.nameUUIDFromBytes(("team " + name).getBytes(java.nio.charset.StandardCharsets.UTF_8));
        teams.put(id, new Team(id, name, null, 0));
        return id;
    }

    @Override
    public Map<UUID, Person> people(Collection<UUID> ids) {
        Map<UUID, Person> found = new LinkedHashMap<>(people);
        found.keySet().retainAll(ids);
        return found;
    }

    @Override
    public Map<UUID, Team> teams(Collection<UUID> ids) {
        Map<UUID, Team> found = new LinkedHashMap<>(teams);
        found.keySet().retainAll(ids);
        return found;
    }

    @Override
    public List<Person> findPeople(String text, int limit) {
        return people.values().stream()
                .filter(it -> it.name().contains(text))
                .limit(limit)
                .toList();
    }

    @Override
    public List<Team> findTeams(String text, int limit) {
        return teams.values().stream()
                .filter(it -> it.name().contains(text))
                .limit(limit)
                .toList();
    }

    @Override
    public Optional<Person> byLogin(String login) {
        return people.values().stream().filter(it -> it.login().equals(login)).findFirst();
    }

    @Override
    public List<Team> teams() {
        return List.copyOf(teams.values());
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
