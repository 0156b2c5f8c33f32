package org.weir.access.api;

import java.util.Map;
import java.util.Set;
import org.osgi.annotation.versioning.ConsumerType;

/**
 * Grants that a bundle proposes for a role (whiteboard): merged into the role when the bundle is first seen, created if
 * absent; what an administrator has changed since is left alone.
 */
@ConsumerType
public interface RoleTemplate {
    /** For example {@code account-responsible}. */
    String role();

    /** Text key of the role's name. */
    String nameText();

    Map<String, Set<Scope>> grants();
}
