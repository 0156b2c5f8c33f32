package org.weir.aftersales.grants;

import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.weir.access.api.RoleTemplate;
import org.weir.access.api.Scope;

/** FR: brings the installed base about and may put it right. */
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
        return new Grants(Set.of(Scope.OWN, Scope.ACCOUNT_TEAM))
                .may(
                        "installed-system:create",
                        "installed-system:update",
                        "unit:create",
                        "unit:update",
                        "unit:swap",
                        "account:open-ticket",
                        "installed-system:open-ticket",
                        "unit:open-ticket")
                .all();
    }
}
