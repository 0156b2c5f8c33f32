package org.weir.aftersales.role;

import java.util.Collection;
import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.weir.access.api.Permission;
import org.weir.access.api.PermissionSource;
import org.weir.base.api.Text;

/** Who stands on the steps of the escalation ladder above the owner. */
@Component
public final class LadderPermissions implements PermissionSource {
    @Override
    public Collection<Permission> permissions() {
        return List.of(
                new Permission("ticket:service-manager", Text.of("ticket.permission.service-manager")),
                new Permission("ticket:region-manager", Text.of("ticket.permission.region-manager")));
    }
}
