package org.weir.delivery.role;

import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.weir.access.api.RoleTemplate;
import org.weir.access.api.Scope;

/** Field engineer: reports the own tasks and mends what is on the punch list. */
@Component
public final class FieldEngineerGrants implements RoleTemplate {
    @Override
    public String role() {
        return "field-engineer";
    }

    @Override
    public String nameText() {
        return "delivery.role.field-engineer";
    }

    @Override
    public Map<String, Set<Scope>> grants() {
        Set<Scope> own = Set.of(Scope.OWN);
        return new Grants()
                .work(Set.of(Scope.OWN, Scope.ACCOUNT_TEAM), "read")
                .resources(Set.of(Scope.ALL), "read")
                .give(Set.of(Scope.OWN, Scope.ACCOUNT_TEAM), "contract:read", "contract-site:read")
                .give(
                        own,
                        "task:update",
                        "task:start",
                        "task:report",
                        "task:finish",
                        "punch-item:update",
                        "punch-item:mend")
                .toMap();
    }
}
