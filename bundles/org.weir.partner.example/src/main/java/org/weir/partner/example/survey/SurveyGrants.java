package org.weir.partner.example.survey;

import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.weir.access.api.RoleTemplate;
import org.weir.access.api.Scope;

/** Lets account responsibles work with surveys of their accounts. */
@Component
public final class SurveyGrants implements RoleTemplate {
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
        Set<Scope> reach = Set.of(Scope.OWN, Scope.ACCOUNT_TEAM, Scope.TEAM);
        return Map.of(
                "example-survey:read", reach,
                "example-survey:create", reach,
                "example-survey:update", reach,
                "example-survey:complete", reach);
    }
}
