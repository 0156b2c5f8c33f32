package org.weir.aftersales.role;

import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.weir.access.api.RoleTemplate;
import org.weir.access.api.Scope;

/** Service manager: runs service in the region; told when a promise is broken. */
@Component
public final class ServiceManagerTickets implements RoleTemplate {
    @Override
    public String role() {
        return "service-manager";
    }

    @Override
    public String nameText() {
        return "role.service-manager";
    }

    @Override
    public Map<String, Set<Scope>> grants() {
        return new TicketGrants(Set.of(Scope.OWN, Scope.TEAM, Scope.REGION, Scope.ACCOUNT_TEAM))
                .works()
                .manages()
                .sees("account", "person", "employment", "account-member", "site", "touchpoint")
                .may("ticket:service-manager")
                .all();
    }
}
