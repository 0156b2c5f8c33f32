package org.weir.access.api;

import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;

/**
 * Who is acting, with everything needed to decide what they may do: taken once per request, passed on explicitly.
 *
 * @param user the user's id
 * @param teams ids of the user's own team and all teams below it
 * @param ownTeam the team that records created by this user belong to; {@link #NO_TEAM} for those in no team
 * @param regions region codes the user works for
 * @param grants permission to scopes; the permission {@code *} stands for every permission
 */
public record Actor(
        UUID user,
        String login,
        String name,
        Locale locale,
        ZoneId zone,
        UUID ownTeam,
        Set<UUID> teams,
        Set<String> regions,
        Map<String, Set<Scope>> grants) {
    /** The user id of the system itself, shown as "Weir". */
    public static final UUID SYSTEM = new UUID(0, 0);

    /** Stands for no team; no team has this id. */
    public static final UUID NO_TEAM = new UUID(0, 0);

    public Actor {
        grants = Grants.of(grants);
    }

    /** The scopes in which the actor has the permission ({@code account:read}); empty means not at all. */
    public Set<Scope> scopes(String permission) {
        return ((Grants) grants).scopes(permission);
    }

    public boolean may(String permission) {
        return !scopes(permission).isEmpty();
    }
}
