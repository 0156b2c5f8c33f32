package org.weir.relationship.role;

import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.weir.access.api.RoleTemplate;
import org.weir.access.api.Scope;

/** SR: sees the accounts on whose team he or she is, logs touchpoints and people. */
@Component
public final class SolutionResponsibleRole implements RoleTemplate {
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
        return Roles.besideTheAccountResponsible();
    }
}
