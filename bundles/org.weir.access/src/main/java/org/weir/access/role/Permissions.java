package org.weir.access.role;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.weir.access.api.Actor;
import org.weir.access.api.Permission;
import org.weir.access.api.PermissionSource;
import org.weir.access.audit.AuditTrail;
import org.weir.base.api.ProblemException;
import org.weir.base.api.Text;

/** All permissions that bundles declare, and our own. */
public final class Permissions {
    public static final String ADMINISTER = "access:administer";
    public static final String AUDIT = "access:audit";

    private static final Logger LOG = LoggerFactory.getLogger(Permissions.class);
    private static final List<Permission> OWN = List.of(
            new Permission(ADMINISTER, Text.of("access.permission.administer")),
            new Permission(AUDIT, Text.of("access.permission.audit")));

    private Permissions() {}

    /** @throws ProblemException 403, which is noted in the trail */
    public static void requireAdminister(Actor by, AuditTrail trail) {
        if (!by.may(ADMINISTER)) {
            trail.note(by, "refused", ADMINISTER, "");
            throw ProblemException.forbidden(ADMINISTER);
        }
    }

    /** By code; of two with the same code the first counts. */
    public static List<Permission> of(Collection<PermissionSource> sources) {
        Map<String, Permission> result = new TreeMap<>();
        OWN.forEach(p -> result.put(p.code(), p));
        for (PermissionSource source : sources) {
            try {
                source.permissions().forEach(p -> result.putIfAbsent(p.code(), p));
            } catch (RuntimeException failed) {
                LOG.error("{} could not name its permissions", source.getClass().getName(), failed);
            }
        }
        return List.copyOf(result.values());
    }
}
