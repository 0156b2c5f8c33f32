package org.weir.web.admin;

import java.util.Collection;
import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.weir.access.api.Permission;
import org.weir.access.api.PermissionSource;
import org.weir.base.api.Text;

/** What the pages of the administration ask for, besides what access itself declares. */
@Component
public final class AdminPermissions implements PermissionSource {
    @Override
    public Collection<Permission> permissions() {
        return List.of(new Permission(Entry.EVENTS, Text.of("admin.permission.events")));
    }
}
