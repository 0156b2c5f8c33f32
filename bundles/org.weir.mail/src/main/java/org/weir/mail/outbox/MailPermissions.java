package org.weir.mail.outbox;

import java.util.Collection;
import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.weir.access.api.Permission;
import org.weir.access.api.PermissionSource;
import org.weir.base.api.Text;

/** Looking after the outbox. */
@Component
public final class MailPermissions implements PermissionSource {
    static final String ADMINISTER = "mail:administer";

    @Override
    public Collection<Permission> permissions() {
        return List.of(new Permission(ADMINISTER, Text.of("mail.permission")));
    }
}
