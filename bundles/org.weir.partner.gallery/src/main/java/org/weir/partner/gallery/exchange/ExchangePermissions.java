package org.weir.partner.gallery.exchange;

import java.util.Collection;
import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.weir.access.api.Permission;
import org.weir.access.api.PermissionSource;
import org.weir.base.api.Text;

/** Permissions that do not follow from a record type or an action; the role editor offers them. */
@Component
public final class ExchangePermissions implements PermissionSource {
    static final String SEND = "gallery:send";

    @Override
    public Collection<Permission> permissions() {
        return List.of(new Permission(SEND, Text.of("gallery.send")));
    }
}
