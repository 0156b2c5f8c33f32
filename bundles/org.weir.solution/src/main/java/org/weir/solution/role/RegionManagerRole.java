package org.weir.solution.role;

import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.weir.access.api.RoleTemplate;
import org.weir.access.api.Scope;

/** Region manager: decides about leaving the corridor, keeps prices and rates. */
@Component
public final class RegionManagerRole implements RoleTemplate {
    @Override
    public String role() {
        return "region-manager";
    }

    @Override
    public String nameText() {
        return "role.region-manager";
    }

    @Override
    public Map<String, Set<Scope>> grants() {
        return new Grants(Set.of(Scope.OWN, Scope.TEAM, Scope.REGION, Scope.ACCOUNT_TEAM))
                .sees()
                .on("configuration", "make-quote")
                .on(
                        "quote",
                        "create",
                        "update",
                        "delete",
                        "export",
                        "import",
                        "request-approval",
                        "approve",
                        "refuse",
                        "send",
                        "accept",
                        "decline",
                        "new-version",
                        "copy",
                        "see-cost")
                .on("quote-line", "create", "update", "delete", "import", "export", "set-cost")
                .on("approval", "read", "export")
                .on("contract", "update", "export")
                .on("contract-site", "update")
                .everywhere("price-list", "read", "create", "update", "delete")
                .everywhere("price", "read", "create", "update", "delete", "import", "export")
                .everywhere("exchange-rate", "read", "create", "update", "delete", "import")
                .all();
    }
}
