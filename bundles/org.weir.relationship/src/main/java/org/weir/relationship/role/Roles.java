package org.weir.relationship.role;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.weir.access.api.Scope;

/** Grants over all record types of this bundle at once. */
final class Roles {
    private static final List<String> TYPES = List.of(
            "account",
            "person",
            "employment",
            "account-member",
            "touchpoint",
            "site",
            "lead",
            "opportunity",
            "opportunity-person",
            "need");

    /** Records of the company, which everybody may read. */
    private static final List<String> COMMON = List.of("product", "competitor", "seller");

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

    /** The operations on the records of the company itself. */
    static Map<String, Set<Scope>> common(String... operations) {
        Map<String, Set<Scope>> grants = new LinkedHashMap<>();
        for (String type : COMMON) {
            for (String operation : operations) {
                grants.put(type + ":" + operation, Set.of(Scope.ALL));
            }
        }
        return grants;
    }

    /** The use cases of leads, opportunities and needs. */
    static Map<String, Set<Scope>> chain(Set<Scope> reach) {
        Map<String, Set<Scope>> grants = new LinkedHashMap<>();
        for (String permission : List.of(
                "lead:qualify",
                "lead:decline",
                "opportunity:advance",
                "opportunity:win",
                "opportunity:lose",
                "opportunity:add-need",
                "account:add-need",
                "need:answer",
                "need:decline")) {
            grants.put(permission, reach);
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
        Set<Scope> own = Set.of(Scope.OWN);
        Map<String, Set<Scope>> grants = with(on(reach, "read"), common("read"));
        for (String type :
                List.of("touchpoint", "person", "employment", "lead", "need", "site", "opportunity-person")) {
            grants.put(type + ":create", reach);
        }
        for (String type : List.of("touchpoint", "lead", "need")) {
            grants.put(type + ":update", own);
        }
        for (String permission : List.of(
                "site:update",
                "opportunity-person:update",
                "account:log-touchpoint",
                "account:add-need",
                "opportunity:add-need",
                "need:answer",
                "need:decline")) {
            grants.put(permission, reach);
        }
        return grants;
    }
}
