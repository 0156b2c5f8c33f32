package org.weir.delivery.role;

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
        Set<Scope> reach = Set.of(Scope.OWN, Scope.TEAM, Scope.REGION, Scope.ACCOUNT_TEAM);
        return new Grants()
                .work(reach, "read", "create", "update", "delete", "export", "import")
                .resources(Set.of(Scope.ALL), "read")
                .resources(Set.of(Scope.OWN, Scope.REGION), "create", "update", "delete")
                .acts(reach)
                .toMap();
    }
}
