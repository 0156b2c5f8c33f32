package org.weir.aftersales.grants;

import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.weir.access.api.RoleTemplate;
import org.weir.access.api.Scope;

/** AR: sees what stands at the own customers, keeps their service contracts, takes their troubles. */
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
        return new Grants(Set.of(Scope.OWN, Scope.ACCOUNT_TEAM, Scope.TEAM))
                .may(
                        "service-contract:create",
                        "service-contract:update",
                        "service-contract:renew",
                        "installed-system:cover",
                        "service-contract:export",
                        "installed-system:export",
                        "unit:export",
                        "account:open-ticket",
                        "installed-system:open-ticket",
                        "unit:open-ticket",
                        "ticket:rate",
                        "satisfaction:create")
                .all();
    }
}
