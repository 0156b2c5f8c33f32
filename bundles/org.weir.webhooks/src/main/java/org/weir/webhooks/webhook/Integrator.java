package org.weir.webhooks.webhook;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.weir.access.api.RoleTemplate;
import org.weir.access.api.Scope;

/** Lets those who connect other systems keep webhooks of their own. */
@Component
public final class Integrator implements RoleTemplate {
    @Override
    public String role() {
        return "integrator";
    }

    @Override
    public String nameText() {
        return "role.integrator";
    }

    @Override
    public Map<String, Set<Scope>> grants() {
        Map<String, Set<Scope>> grants = new HashMap<>();
        for (String operation : List.of("read", "create", "update", "delete", "test", "replay")) {
            grants.put(Webhook.TYPE + ":" + operation, Set.of(Scope.OWN));
        }
        return grants;
    }
}
