package org.weir.operations.backup;

import java.util.Collection;
import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.weir.access.api.Permission;
import org.weir.access.api.PermissionSource;
import org.weir.base.api.Text;

/** Making backups by the API, and seeing which there are. */
@Component
public final class BackupPermission implements PermissionSource {
    static final String NAME = "operations:backup";

    @Override
    public Collection<Permission> permissions() {
        return List.of(new Permission(NAME, Text.of("operations.permission.backup")));
    }
}
