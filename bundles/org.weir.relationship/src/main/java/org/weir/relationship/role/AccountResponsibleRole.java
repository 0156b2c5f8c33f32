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
        Map<String, Set<Scope>> grants = Roles.with(
                Roles.on(reach, "read", "create", "update", "delete", "import", "export"),
                Roles.with(Roles.common("read", "create"), Roles.chain(reach)));
        grants.put("account:log-touchpoint", reach);
        return grants;
    }
}
