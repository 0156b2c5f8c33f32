package org.weir.aftersales.grants;

import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.weir.access.api.RoleTemplate;
import org.weir.access.api.Scope;

/** Field engineer: works on the units of the region. */
@Component
public final class FieldEngineerGrants implements RoleTemplate {
    @Override
    public String role() {
        return "field-engineer";
    }

    @Override
    public String nameText() {
        return "role.field-engineer";
    }

    @Override
    public Map<String, Set<Scope>> grants() {
        return new Grants(Set.of(Scope.OWN, Scope.REGION, Scope.ACCOUNT_TEAM))
                .works()
                .may("contract:read", "contract-site:read")
                .all();
    }
}
