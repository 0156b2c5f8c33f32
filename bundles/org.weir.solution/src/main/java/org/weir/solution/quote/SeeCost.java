package org.weir.solution.quote;

import java.util.Collection;
import java.util.List;
import org.osgi.service.component.annotations.Component;
import org.weir.access.api.Actor;
import org.weir.access.api.Permission;
import org.weir.access.api.PermissionSource;
import org.weir.base.api.Text;

/** Who may see what a quote costs us, and so its margin. */
@Component
public final class SeeCost implements PermissionSource {
    static final String PERMISSION = "quote:see-cost";

    @Override
    public Collection<Permission> permissions() {
        return List.of(new Permission(PERMISSION, Text.of("quote.permission.see-cost")));
    }

    public static boolean may(Actor actor) {
        return actor.may(PERMISSION);
    }
}
