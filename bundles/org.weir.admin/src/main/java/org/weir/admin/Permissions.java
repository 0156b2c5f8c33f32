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
    public static final String HEALTH = "health:read";
    public static final String METRICS = "metrics:read";
    public static final String SETTINGS = "settings:administer";

    @Override
    public Collection<Permission> permissions() {
        return List.of(
                new Permission(BUNDLES, Text.of("admin.permission.bundles")),
                new Permission(DEPLOY, Text.of("admin.permission.deploy")),
                new Permission(HEALTH, Text.of("admin.permission.health")),
                new Permission(METRICS, Text.of("admin.permission.metrics")),
                new Permission(SETTINGS, Text.of("admin.permission.settings")));
    }
}
