package org.weir.aftersales.role;

import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.weir.access.api.RoleTemplate;
import org.weir.access.api.Scope;

/** SR: sees what the customer's installation suffers from. */
@Component
public final class SolutionResponsibleTickets implements RoleTemplate {
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
        return new TicketGrants(Set.of(Scope.OWN, Scope.ACCOUNT_TEAM)).all();
    }
}
