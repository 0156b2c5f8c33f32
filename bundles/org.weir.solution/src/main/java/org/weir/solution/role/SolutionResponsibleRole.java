package org.weir.solution.role;

import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.weir.access.api.RoleTemplate;
import org.weir.access.api.Scope;

/** SR: makes quotes, sees what they cost, asks for approvals. */
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
        return new Grants(Set.of(Scope.OWN, Scope.ACCOUNT_TEAM))
                .sees()
                .on("configuration", "make-quote")
                .on(
                        "quote",
                        "create",
                        "update",
                        "delete",
                        "export",
                        "request-approval",
                        "new-version",
                        "copy",
                        "see-cost")
                .on("quote-line", "create", "update", "delete", "import", "export")
                .on("approval", "read")
                .on("contract-site", "update")
                .everywhere("price-list", "read")
                .everywhere("price", "read")
                .everywhere("exchange-rate", "read")
                .all();
    }
}
