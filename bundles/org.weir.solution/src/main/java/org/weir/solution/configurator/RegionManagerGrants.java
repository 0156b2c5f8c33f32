package org.weir.solution.configurator;

import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.weir.access.api.RoleTemplate;
import org.weir.access.api.Scope;

/** The region manager: everything in the region. */
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
        return Grants.models(Grants.work(Set.of(Scope.REGION, Scope.TEAM, Scope.OWN, Scope.ACCOUNT_TEAM)));
    }
}
