package org.weir.aftersales.grants;

import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.weir.access.api.RoleTemplate;
import org.weir.access.api.Scope;

/** Region manager: everything of the region. */
@Component
public final class RegionManagerGrants implements RoleTemplate {
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
                .on("create", "update", "delete", "import", "export")
                .works()
                .reviews()
                .may("service-contract:renew", "installed-system:cover")
                .all();
    }
}
