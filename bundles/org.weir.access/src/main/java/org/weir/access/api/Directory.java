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

    /** Everything that can be granted, by code. */
    List<Permission> permissions();

    /**
     * All users by name, keyset-paged by the login of the last one seen (names are not unique).
     *
     * @throws org.weir.base.api.ProblemException 403 without {@code access:administer}, as for all that follow
     */
    List<User> users(Actor by, @Nullable String afterLogin, int limit);

    Optional<User> user(Actor by, UUID id);

    /** All service accounts, by name; {@link #users} lists persons only. */
    List<User> services(Actor by);

    /** Signs the user out everywhere. */
    void endSessions(Actor by, UUID user);

    /**
     * Creates or changes a user, matched by id or, without one, by login. A password given by a person must be changed at
     * the next sign-in, one given by the system (demo data) need not. A user without a password cannot sign in. Deactivating
     * somebody and giving a new password end that user's sessions at once.
     *
     * @throws org.weir.base.api.ProblemException 422 with the fields that are wrong ({@code login}, {@code name}, {@code
     *     email}, {@code language}, {@code zone}, {@code team}, {@code regions}, {@code roles}, {@code active}, {@code
     *     password}, {@code service}); 409 when nobody would be left to administer
     */
    UUID save(Actor by, User user, @Nullable String newPassword);

    /** @throws org.weir.base.api.ProblemException 422 when the parent is unknown or below the team itself */
    UUID saveTeam(Actor by, @Nullable UUID id, String name, @Nullable UUID parent);

    /** Creates or changes a role. @throws org.weir.base.api.ProblemException 409 for the built-in administrator */
    void saveRole(Actor by, Role role);

    /** @throws org.weir.base.api.ProblemException 409 when it is built in or somebody has it */
    void removeRole(Actor by, String code);

    /** As shown to colleagues. {@code initials} of at most two letters, or the family name in Chinese. */
    record Person(UUID id, String login, String name, String initials, boolean active) {}

    record Team(UUID id, String name, @Nullable UUID parent, int depth) {}

    /**
     * @param name a text key (of a template) or the words an administrator typed: {@code Texts} shows either as it should
     * @param grants permission to scopes, as in {@link Actor#grants()}
     */
    record Role(String code, String name, Map<String, Set<Scope>> grants) {}

    /**
     * @param language {@code en}, {@code zh-CN} …; empty means that of the deployment's region
     * @param zone a time zone id; empty means that of the region
     * @param regions codes of the regions the user works for
     * @param roles codes of roles
     * @param service a program's: it has no password and comes with tokens only; never changes
     */
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
            boolean active,
            boolean service) {
        /** A person. */
        public User(
                @Nullable UUID id,
                String login,
                String name,
                @Nullable String email,
                String language,
                String zone,
                @Nullable UUID team,
                Set<String> regions,
                Set<String> roles,
                boolean active) {
            this(id, login, name, email, language, zone, team, regions, roles, active, false);
        }
    }
}
