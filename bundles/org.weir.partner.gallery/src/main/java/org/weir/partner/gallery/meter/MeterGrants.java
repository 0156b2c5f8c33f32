package org.weir.partner.gallery.meter;

import java.util.Map;
import java.util.Set;
import org.osgi.service.component.annotations.Component;
import org.weir.access.api.RoleTemplate;
import org.weir.access.api.Scope;

/** A role of our own: people who read meters; they see the accounts where they read, with what is seen through those. */
@Component
public final class MeterGrants implements RoleTemplate {
    @Override
    public String role() {
        return "gallery-reader";
    }

    @Override
    public String nameText() {
        return "gallery.reader";
    }

    @Override
    public Map<String, Set<Scope>> grants() {
        return Map.of(
                Meter.TYPE + ":read",
                Set.of(Scope.OWN),
                Meter.TYPE + ":update",
                Set.of(Scope.OWN),
                "account:read",
                Set.of(Scope.ACCOUNT_TEAM));
    }
}
