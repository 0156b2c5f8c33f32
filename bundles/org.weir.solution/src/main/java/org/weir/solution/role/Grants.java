package org.weir.solution.role;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.weir.access.api.Scope;

/** Grants on the records from price to contract, gathered. */
final class Grants {
    private final Map<String, Set<Scope>> all = new LinkedHashMap<>();
    private final Set<Scope> reach;

    Grants(Set<Scope> reach) {
        this.reach = reach;
    }

    /** As far as the role reaches: {@code type:operation} for each operation. */
    Grants on(String type, String... operations) {
        for (String operation : operations) {
            all.put(type + ":" + operation, reach);
        }
        return this;
    }

    /** For records that belong to nobody in particular. */
    Grants everywhere(String type, String... operations) {
        for (String operation : operations) {
            all.put(type + ":" + operation, Set.of(Scope.ALL));
        }
        return this;
    }

    Grants sees() {
        return on("quote", "read")
                .on("quote-line", "read")
                .on("contract", "read")
                .on("contract-line", "read")
                .on("contract-site", "read");
    }

    Map<String, Set<Scope>> all() {
        return all;
    }
}
