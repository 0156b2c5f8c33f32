package org.weir.relationship.role;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.weir.access.api.Scope;

/** Grants over all record types of this bundle at once. */
final class Roles {
    private static final List<String> TYPES =
            List.of("account", "person", "employment", "account-member", "touchpoint");

    private Roles() {}

    /** The operations on every type, as far as the scopes reach. */
    static Map<String, Set<Scope>> on(Set<Scope> reach, String... operations) {
        Map<String, Set<Scope>> grants = new LinkedHashMap<>();
        for (String type : TYPES) {
            for (String operation : operations) {
                grants.put(type + ":" + operation, reach);
            }
        }
        return grants;
    }

    static Map<String, Set<Scope>> with(Map<String, Set<Scope>> grants, Map<String, Set<Scope>> more) {
        Map<String, Set<Scope>> all = new LinkedHashMap<>(grants);
        all.putAll(more);
        return all;
    }

    /** What SR and FR share: they see the accounts on whose team they are, and log touchpoints and people there. */
    static Map<String, Set<Scope>> besideTheAccountResponsible() {
        Set<Scope> reach = Set.of(Scope.OWN, Scope.ACCOUNT_TEAM);
        return with(
                on(reach, "read"),
                Map.of(
                        "touchpoint:create", reach,
                        "touchpoint:update", Set.of(Scope.OWN),
                        "person:create", reach,
                        "employment:create", reach,
                        "account:log-touchpoint", reach));
    }
}
