package org.weir.delivery.role;

import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.weir.access.api.RoleTemplate;
import org.weir.access.api.Scope;

/** FR: plans and signs for the own projects and those of the accounts on whose team he or she is. */
@Component
public final class FulfilmentResponsibleGrants implements RoleTemplate {
    @Override
    public String role() {
        return "fulfilment-responsible";
    }

    @Override
    public String nameText() {
        return "role.fulfilment-responsible";
    }

    @Override
    public Map<String, Set<Scope>> grants() {
        Set<Scope> reach = Set.of(Scope.OWN, Scope.ACCOUNT_TEAM);
        return new Grants()
                .work(reach, "read", "create", "update", "delete", "export")
                .resources(Set.of(Scope.ALL), "read")
                .resources(Set.of(Scope.OWN, Scope.REGION), "create", "update", "delete")
                .acts(reach)
                .toMap();
    }
}
