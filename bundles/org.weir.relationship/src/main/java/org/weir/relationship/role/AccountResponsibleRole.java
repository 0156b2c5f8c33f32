package org.weir.relationship.role;

import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.weir.access.api.RoleTemplate;
import org.weir.access.api.Scope;

/** AR: owns the relationship; works on the accounts of the own team and those on whose account team he or she is. */
@Component
public final class AccountResponsibleRole implements RoleTemplate {
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
        Set<Scope> reach = Set.of(Scope.OWN, Scope.ACCOUNT_TEAM, Scope.TEAM);
        return Roles.with(
                Roles.on(reach, "read", "create", "update", "delete", "export"),
                Map.of("account:import", reach, "person:import", reach, "account:log-touchpoint", reach));
    }
}
