package org.weir.aftersales.role;

import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.weir.access.api.RoleTemplate;
import org.weir.access.api.Scope;

/** FR: sees the tickets of the customers he or she delivers to. */
@Component
public final class FulfilmentResponsibleTickets implements RoleTemplate {
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
        return new TicketGrants(Set.of(Scope.OWN, Scope.ACCOUNT_TEAM))
                .may("ticket:create")
                .all();
    }
}
