package org.weir.solution.configurator;

import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.weir.access.api.RoleTemplate;
import org.weir.access.api.Scope;

/** AR: configures for the own accounts. */
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
        return Grants.work(Set.of(Scope.OWN, Scope.ACCOUNT_TEAM, Scope.TEAM));
    }
}
