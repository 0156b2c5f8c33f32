package org.weir.admin;

import java.util.Collection;
import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.weir.access.api.Permission;
import org.weir.access.api.PermissionSource;
import org.weir.base.api.Text;

/** What the administration's pages ask for. */
@Component
public final class Permissions implements PermissionSource {
    public static final String BUNDLES = "bundles:read";
    public static final String DEPLOY = "bundles:deploy";

    @Override
    public Collection<Permission> permissions() {
        return List.of(
                new Permission(BUNDLES, Text.of("admin.permission.bundles")),
                new Permission(DEPLOY, Text.of("admin.permission.deploy")));
    }
}
