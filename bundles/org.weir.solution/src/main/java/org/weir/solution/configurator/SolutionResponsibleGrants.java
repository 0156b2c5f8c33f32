package org.weir.solution.configurator;

import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.weir.access.api.RoleTemplate;
import org.weir.access.api.Scope;

/** SR: makes models and configurations. */
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
        return Grants.models(Grants.work(Set.of(Scope.OWN, Scope.ACCOUNT_TEAM)));
    }
}
