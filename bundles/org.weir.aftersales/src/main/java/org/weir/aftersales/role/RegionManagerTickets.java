package org.weir.aftersales.role;

import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.weir.access.api.RoleTemplate;
import org.weir.access.api.Scope;

/** Region manager: the last step of the ladder. */
@Component
public final class RegionManagerTickets implements RoleTemplate {
    @Override
    public String role() {
        return "region-manager";
    }

    @Override
    public String nameText() {
        return "role.region-manager";
    }

    @Override
    public Map<String, Set<Scope>> grants() {
        return new TicketGrants(Set.of(Scope.OWN, Scope.TEAM, Scope.REGION, Scope.ACCOUNT_TEAM))
                .works()
                .manages()
                .may("ticket:region-manager")
                .all();
    }
}
