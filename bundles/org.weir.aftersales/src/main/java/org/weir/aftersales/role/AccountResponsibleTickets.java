package org.weir.aftersales.role;

import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.weir.access.api.RoleTemplate;
import org.weir.access.api.Scope;

/** AR: sees the customer's tickets, opens and escalates them. */
@Component
public final class AccountResponsibleTickets implements RoleTemplate {
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
        return new TicketGrants(Set.of(Scope.OWN, Scope.TEAM, Scope.ACCOUNT_TEAM))
                .may("ticket:create")
                .may("ticket:escalate")
                .all();
    }
}
