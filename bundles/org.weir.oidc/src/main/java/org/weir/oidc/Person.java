package org.weir.oidc;

import java.util.Optional;
import java.util.UUID;
import org.jdbi.v3.core.Handle;
import org.weir.access.api.Actor;
import org.weir.access.api.Directory;
import org.weir.access.api.Directory.Team;
import org.weir.access.api.Directory.User;
import org.weir.oidc.Refused.Why;

/** Finds or makes the user of somebody who comes from the provider, and puts rights in step with groups. */
final class Person {
    private final Directory directory;
    private final Actor system;
    private final Values values;
    private final Links links;

    Person(Directory directory, Actor system, Values values, Links links) {
        this.directory = directory;
        this.system = system;
        this.values = values;
        this.links = links;
    }

    /** @throws Refused when nobody is to get in */
    UUID of(Handle handle, Claims claims) {
        Optional<UUID> linked = links.user(handle, values.issuer(), claims.subject());
        if (linked.isPresent()) {
            return inStep(linked.get(), claims);
        }
        Optional<UUID> known = directory.byLogin(claims.login()).map(Directory.Person::id);
        if (known.isPresent() && !values.linkExisting()) {
            throw new Refused(Why.TAKEN, claims.login() + " exists and is not linked");
        }
        if (known.isEmpty() && !values.createUsers()) {
            throw new Refused(Why.UNKNOWN, claims.login() + " is unknown and nobody is made");
        }
        UUID user = known.isPresent() ? inStep(known.get(), claims) : made(claims);
        links.link(handle, values.issuer(), claims.subject(), user);
        return user;
    }

    private UUID made(Claims claims) {
        User fresh = new User(
                null,
                claims.login(),
                claims.name(),
                claims.email().isEmpty() ? null : claims.email(),
                "",
                "",
                null,
                java.util.Set.of(),
                java.util.Set.of(),
                true);
        return directory.save(system, adjusted(fresh, claims), null);
    }

    private UUID inStep(UUID id, Claims claims) {
        User user = directory.user(system, id).orElseThrow(() -> new Refused(Why.UNKNOWN, "the linked user is gone"));
        if (!user.active() || user.service()) {
            throw new Refused(Why.INACTIVE, user.login() + " is not active");
        }
        User wanted = adjusted(user, claims);
        if (!wanted.equals(user)) {
            directory.save(system, wanted, null);
        }
        return id;
    }

    /** The login stays as it is here: it may stand in the history. */
    private User adjusted(User user, Claims claims) {
        Mapping mapping = values.mapping();
        UUID team = mapping.team(claims.groups())
                .flatMap(name -> directory.teams().stream()
                        .filter(t -> t.name().equals(name))
                        .map(Team::id)
                        .findFirst())
                .orElse(user.team());
        return new User(
                user.id(),
                user.login(),
                claims.name().isEmpty() ? user.name() : claims.name(),
                claims.email().isEmpty() ? user.email() : claims.email(),
                user.language(),
                user.zone(),
                team,
                mapping.inStep("region", user.regions(), claims.groups()),
                mapping.inStep("role", user.roles(), claims.groups()),
                true);
    }
}
