package org.weir.records.exporting;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.weir.access.api.Actor;
import org.weir.access.api.Scope;
import org.weir.records.api.RecordType;

/** Nobody exports what may be read but not exported: the actor, reading no further than both permissions reach. */
final class Narrowing {
    private Narrowing() {}

    static Actor toExport(Actor actor, RecordType type) {
        String read = type.permission("read");
        Set<Scope> reading = actor.scopes(read);
        Set<Scope> exporting = actor.scopes(type.permission("export"));
        if (exporting.contains(Scope.ALL) || exporting.containsAll(reading)) {
            return actor;
        }
        Set<Scope> both = EnumSet.copyOf(exporting);
        if (!reading.contains(Scope.ALL)) {
            both.retainAll(reading);
        }
        Map<String, Set<Scope>> grants = new HashMap<>(actor.grants());
        grants.remove("*:read");
        grants.put(read, both);
        return new Actor(
                actor.user(),
                actor.login(),
                actor.name(),
                actor.locale(),
                actor.zone(),
                actor.ownTeam(),
                actor.teams(),
                actor.regions(),
                grants);
    }
}
