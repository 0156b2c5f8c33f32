package org.weir.access.api;

import java.util.Collection;
import org.osgi.annotation.versioning.ConsumerType;

/** Names the permissions a bundle asks for (whiteboard), so that the role editor can offer them. */
@ConsumerType
public interface PermissionSource {
    Collection<Permission> permissions();
}
