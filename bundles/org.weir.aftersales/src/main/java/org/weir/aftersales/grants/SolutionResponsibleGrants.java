package org.weir.aftersales.grants;

import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.weir.access.api.RoleTemplate;
import org.weir.access.api.Scope;

/** SR: sees what stands at the customers on whose team he or she is. */
@Component
public final class SolutionResponsibleGrants implements RoleTemplate {
    @Override
    public String role() {
        return "solution-responsible";
    }

    @Override
    public String nameText() {
        return "role.solution-responsible";
    }

    @Override
    public Map<String, Set<Scope>> grants() {
        return new Grants(Set.of(Scope.OWN, Scope.ACCOUNT_TEAM))
                .may("account:open-ticket", "installed-system:open-ticket", "unit:open-ticket")
                .all();
    }
}
