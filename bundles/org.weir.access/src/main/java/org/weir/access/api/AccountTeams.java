package org.weir.access.api;

import java.util.Set;
import java.util.UUID;
import org.osgi.annotation.versioning.ConsumerType;

/** Says on which accounts' teams a user is today; a whiteboard service of the bundle that keeps account teams. */
@ConsumerType
public interface AccountTeams {
    Set<UUID> accountsOf(UUID user);
}
