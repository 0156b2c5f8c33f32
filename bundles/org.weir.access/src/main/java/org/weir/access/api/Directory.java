package org.weir.access.api;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.osgi.annotation.versioning.ProviderType;

/** Users, teams and roles, for those who show or assign them. */
@ProviderType
public interface Directory {
    Map<UUID, Person> people(Collection<UUID> ids);

    Map<UUID, Team> teams(Collection<UUID> ids);

    /** Active users whose name or login contains the text; by name; at most {@code limit}. */
    List<Person> findPeople(String text, int limit);

    List<Team> findTeams(String text, int limit);

    Optional<Person> byLogin(String login);

    /** The whole team tree, parents before children. */
    List<Team> teams();

    List<Role> roles();

    /** All users, keyset-paged by name. Needs {@code access:administer} at the caller. */
    List<User> users(@Nullable String afterName, int limit);

    /**
     * Creates or changes a user (matched by login).
     *
     * @throws org.weir.base.api.ProblemException 422 with the fields that are wrong
     */
    UUID save(Actor by, User user, @Nullable String newPassword);

    UUID saveTeam(Actor by, @Nullable UUID id, String name, @Nullable UUID parent);

    void saveRole(Actor by, Role role);

    /** As shown to colleagues. {@code initials} of at most two letters, or the family name in Chinese. */
    record Person(UUID id, String login, String name, String initials, boolean active) {}

    record Team(UUID id, String name, @Nullable UUID parent, int depth) {}

    /** @param grants permission to scopes, as in {@link Actor#grants()} */
    record Role(String code, String name, Map<String, Set<Scope>> grants) {}

    record User(
            @Nullable UUID id,
            String login,
            String name,
            @Nullable String email,
            String language,
            String zone,
            @Nullable UUID team,
            Set<String> regions,
            Set<String> roles,
            boolean active) {}
}
