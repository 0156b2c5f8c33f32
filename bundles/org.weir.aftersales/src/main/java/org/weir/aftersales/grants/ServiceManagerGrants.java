package org.weir.aftersales.grants;

import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.weir.access.api.RoleTemplate;
import org.weir.access.api.Scope;

/** Service manager: keeps the installed base, the service contracts and the case library of the region. */
@Component
public final class ServiceManagerGrants implements RoleTemplate {
    @Override
    public String role() {
        return "service-manager";
    }

    @Override
    public String nameText() {
        return "role.service-manager";
    }

    @Override
    public Map<String, Set<Scope>> grants() {
        return new Grants(Set.of(Scope.OWN, Scope.TEAM, Scope.REGION, Scope.ACCOUNT_TEAM))
                .on("create", "update", "delete", "import", "export")
                .works()
                .reviews()
                .may("service-contract:renew", "installed-system:cover", "contract:read", "contract-site:read")
                .all();
    }
}
