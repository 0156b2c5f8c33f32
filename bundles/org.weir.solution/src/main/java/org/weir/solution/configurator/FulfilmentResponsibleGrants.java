package org.weir.solution.configurator;

import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.weir.access.api.RoleTemplate;
import org.weir.access.api.Scope;

/** FR: sees what has been configured. */
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
        return Grants.look(Set.of(Scope.OWN, Scope.ACCOUNT_TEAM));
    }
}
