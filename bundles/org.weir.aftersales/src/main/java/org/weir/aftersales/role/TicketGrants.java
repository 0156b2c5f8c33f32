package org.weir.aftersales.role;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.weir.access.api.Scope;

/** Grants on tickets and on what they are judged by. */
final class TicketGrants {
    private static final List<String> VERBS = List.of(
            "create",
            "update",
            "take",
            "respond",
            "pause",
            "resume",
            "restore",
            "resolve",
            "close",
            "reopen",
            "escalate",
            "set-severity");
    private static final List<String> TERMS = List.of("sla", "sla-target", "work-calendar");

    private final Map<String, Set<Scope>> all = new LinkedHashMap<>();
    private final Set<Scope> reach;

    TicketGrants(Set<Scope> reach) {
        this.reach = reach;
        all.put("ticket:read", reach);
        TERMS.forEach(it -> all.put(it + ":read", Set.of(Scope.ALL)));
    }

    TicketGrants works() {
        VERBS.forEach(it -> all.put("ticket:" + it, reach));
        return this;
    }

    /** Agrees due times by hand, keeps SLAs and calendars, takes lists in and out. */
    TicketGrants manages() {
        for (String verb : List.of("set-due", "export", "import", "delete")) {
            all.put("ticket:" + verb, reach);
        }
        for (String type : TERMS) {
            for (String operation : List.of("create", "update", "delete")) {
                all.put(type + ":" + operation, Set.of(Scope.ALL));
            }
        }
        for (String operation : List.of("read", "create", "delete", "import", "export", "replay")) {
            all.put("incident-event:" + operation, Set.of(Scope.ALL));
        }
        return this;
    }

    /** Sees the customers concerned. */
    TicketGrants sees(String... types) {
        for (String type : types) {
            all.put(type + ":read", reach);
        }
        return this;
    }

    TicketGrants may(String permission) {
        all.put(permission, reach);
        return this;
    }

    Map<String, Set<Scope>> all() {
        return Map.copyOf(all);
    }
}
