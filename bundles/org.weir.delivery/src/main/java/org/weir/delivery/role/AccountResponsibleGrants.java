package org.weir.delivery.role;

import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.weir.access.api.RoleTemplate;
import org.weir.access.api.Scope;

/** AR: follows the projects of the own accounts. */
@Component
public final class AccountResponsibleGrants implements RoleTemplate {
    @Override
    public String role() {
        return "account-responsible";
    }

    @Override
    public String nameText() {
        return "role.account-responsible";
    }

    @Override
    public Map<String, Set<Scope>> grants() {
        return new Grants()
                .work(Set.of(Scope.OWN, Scope.ACCOUNT_TEAM, Scope.TEAM), "read", "export")
                .resources(Set.of(Scope.ALL), "read")
                .toMap();
    }
}
