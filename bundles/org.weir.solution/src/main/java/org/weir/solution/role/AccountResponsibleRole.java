package org.weir.solution.role;

import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.weir.access.api.RoleTemplate;
import org.weir.access.api.Scope;

/** AR: sends quotes, notes the customer's word, keeps contracts. */
@Component
public final class AccountResponsibleRole implements RoleTemplate {
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
        return new Grants(Set.of(Scope.OWN, Scope.ACCOUNT_TEAM, Scope.TEAM))
                .sees()
                .on("quote", "update", "export", "request-approval", "send", "accept", "decline", "new-version", "copy")
                .on("approval", "read")
                .on("contract", "update", "export")
                .on("contract-site", "update")
                .everywhere("price-list", "read")
                .everywhere("exchange-rate", "read")
                .all();
    }
}
