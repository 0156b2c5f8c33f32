package org.weir.relationship.role;

import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.weir.access.api.RoleTemplate;
import org.weir.access.api.Scope;

/** Region manager: everything of the region and of the teams below. */
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
        Set<Scope> reach = Set.of(Scope.OWN, Scope.TEAM, Scope.REGION, Scope.ACCOUNT_TEAM);
        Map<String, Set<Scope>> grants = Roles.with(
                Roles.on(reach, "read", "create", "update", "delete", "import", "export"),
                Roles.with(Roles.common("read", "create", "update", "delete", "import", "export"), Roles.chain(reach)));
        grants.put("account:log-touchpoint", reach);
        grants.put("account:arrange-groups", reach);
        return grants;
    }
}
