package org.weir.delivery.role;

import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.weir.access.api.RoleTemplate;
import org.weir.access.api.Scope;

/** Service manager: sees what is about to be handed over. */
@Component
public final class ServiceManagerGrants implements RoleTemplate {
    @Override
    public String role() {
        return "service-manager";
    }

    @Override
    public String nameText() {
        return "delivery.role.service-manager";
    }

    @Override
    public Map<String, Set<Scope>> grants() {
        return new Grants()
                .work(Set.of(Scope.OWN, Scope.ACCOUNT_TEAM, Scope.TEAM, Scope.REGION), "read")
                .resources(Set.of(Scope.ALL), "read")
                .give(
                        Set.of(Scope.OWN, Scope.ACCOUNT_TEAM, Scope.TEAM, Scope.REGION),
                        "contract:read",
                        "contract-site:read")
                .toMap();
    }
}
