package org.weir.records.type;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.osgi.service.component.annotations.Activate;
import org.osgi.service.component.annotations.Component;
import org.osgi.service.component.annotations.Reference;
import org.weir.access.api.Permission;
import org.weir.access.api.PermissionSource;
import org.weir.base.api.Text;
import org.weir.records.api.Action;
import org.weir.records.api.RecordType;
import org.weir.records.api.RecordTypes;

/** Offers the permissions of all record types to the role editor. */
@Component
public final class RecordPermissions implements PermissionSource {
    private static final List<String> OPERATIONS = List.of("read", "create", "update", "delete", "import", "export");

    private final RecordTypes types;

    @Activate
    public RecordPermissions(@Reference RecordTypes types) {
        this.types = types;
    }

    @Override
    public Collection<Permission> permissions() {
        List<Permission> all = new ArrayList<>();
        for (RecordType type : types.all()) {
            for (String operation : OPERATIONS) {
                all.add(permission(type, operation, Text.of("records.permission." + operation)));
            }
            for (Action action : types.actions(type)) {
                all.add(permission(type, action.name(), Text.of("record." + type.name() + ".action." + action.name())));
            }
        }
        return all;
    }

    private static Permission permission(RecordType type, String operation, Text verb) {
        return new Permission(type.permission(operation), Text.of("records.permission", type.many(), verb));
    }
}
