package org.weir.aftersales.grants;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.weir.access.api.Scope;

/** Grants over the record types of the installed base at once; the case library is for everybody. */
final class Grants {
    private static final List<String> TYPES = List.of("installed-system", "unit", "service-contract", "satisfaction");
    private static final List<String> VERBS = List.of(
            "unit:swap",
            "unit:open-ticket",
            "installed-system:open-ticket",
            "account:open-ticket",
            "ticket:write-case",
            "ticket:rate");

    private final Map<String, Set<Scope>> all = new LinkedHashMap<>();
    private final Set<Scope> reach;

    Grants(Set<Scope> reach) {
        this.reach = reach;
        all.put("service-case:read", Set.of(Scope.ALL));
        on("read");
    }

    /** The operations on every type of the installed base. */
    Grants on(String... operations) {
        for (String type : TYPES) {
            for (String operation : operations) {
                all.put(type + ":" + operation, reach);
            }
        }
        return this;
    }

    Grants may(String... permissions) {
        for (String permission : permissions) {
            all.put(permission, reach);
        }
        return this;
    }

    /** Tickets on units, swaps, ratings and cases. */
    Grants works() {
        VERBS.forEach(it -> all.put(it, reach));
        all.put("unit:create", reach);
        all.put("unit:update", reach);
        all.put("satisfaction:create", reach);
        all.put("service-case:create", Set.of(Scope.ALL));
        all.put("service-case:update", Set.of(Scope.OWN));
        all.put("service-case:reuse", Set.of(Scope.ALL));
        return this;
    }

    /** Keeps the case library. */
    Grants reviews() {
        for (String operation : List.of("create", "update", "delete", "import", "export", "review", "reuse")) {
            all.put("service-case:" + operation, Set.of(Scope.ALL));
        }
        return this;
    }

    Map<String, Set<Scope>> all() {
        return Map.copyOf(all);
    }
}
