package org.weir.web.jobs;

import java.util.Collection;
import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.weir.access.api.Permission;
import org.weir.access.api.PermissionSource;
import org.weir.base.api.Text;

/** Looking after other people's jobs; one's own need no permission. */
@Component
public final class JobPermissions implements PermissionSource {
    @Override
    public Collection<Permission> permissions() {
        return List.of(new Permission(JobPages.ADMINISTER, Text.of("jobs.permission")));
    }
}
