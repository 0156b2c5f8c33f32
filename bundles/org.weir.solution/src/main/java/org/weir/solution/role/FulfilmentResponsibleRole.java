package org.weir.solution.role;

import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.weir.access.api.RoleTemplate;
import org.weir.access.api.Scope;

/** FR: sees what was offered and signed, and says which sites it is about. */
@Component
public final class FulfilmentResponsibleRole implements RoleTemplate {
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
                .sees()
                .on("contract-site", "update")
                .everywhere("price-list", "read")
                .all();
    }
}
